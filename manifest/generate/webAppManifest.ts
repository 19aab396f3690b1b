import { appearance } from "../source/appearance.ts"
import { icons } from "./icons.ts"

/** `app.webmanifest` of the hosted mini-app, for a browser that puts it on the home screen. */
export function webAppManifest() {
  return {
    id: "/",
    name: appearance.name.vi,
    short_name: appearance.shortName.vi,
    description: appearance.description.vi,
    lang: "vi",
    dir: "ltr",
    start_url: "./",
    scope: "./",
    display: "standalone",
    orientation: "portrait",
    theme_color: appearance.band,
    background_color: appearance.paper,
    icons: icons.map(({ file, pixels, purpose }) => ({
      src: `icons/${file}`,
      sizes: `${pixels}x${pixels}`,
      type: "image/png",
      purpose,
    })),
  }
}
