import { appearance } from "../source/appearance.ts"
import { bridge } from "../source/bridge.ts"
import { identity } from "../source/identity.ts"
import { icons } from "./icons.ts"
import { versionCode } from "./version.ts"

/**
 * `manifest.json` of the package: a W3C MiniApp manifest (editor's draft of 2024). `platform_version` counts versions of
 * the bridge, because Hue-S publishes none of its own.
 */
export function miniAppManifest(version: string) {
  return {
    app_id: identity.audience,
    name: appearance.name.vi,
    short_name: appearance.shortName.vi,
    description: appearance.description.vi,
    lang: "vi",
    dir: "ltr",
    version: { name: version, code: versionCode(version) },
    platform_version: {
      min_code: Math.min(...bridge.versions),
      target_code: Math.max(...bridge.versions),
      release_type: "Release",
    },
    icons: icons
      .filter(({ purpose }) => purpose === "any")
      .map(({ file, pixels }) => ({
        src: `common/icons/${file}`,
        sizes: `${pixels}x${pixels}`,
        label: appearance.iconLabel.vi,
      })),
    pages: ["pages/index"],
    window: {
      navigation_bar_title_text: appearance.name.vi,
      navigation_bar_background_color: appearance.band,
      navigation_bar_text_style: "white",
      background_color: appearance.paper,
      background_text_style: "dark",
      orientation: "portrait",
      fullscreen: false,
      enable_pull_down_refresh: false,
    },
    color_scheme: "auto",
    device_type: ["smartphone", "tablet"],
    // Nothing of the phone is used: no camera, no place, no contacts, no files.
    req_permissions: [],
  }
}
