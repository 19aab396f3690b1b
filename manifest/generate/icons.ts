import { appearance } from "../source/appearance.ts"

/** An icon of the app as a file: where it is below the folder of icons, and what it is for. */
export type Icon = { file: string; pixels: number; purpose: "any" | "maskable" }

/** Every icon, from the small ones up. */
export const icons: readonly Icon[] = [
  ...appearance.iconSizes.map((pixels) => ({ file: `icon-${pixels}.png`, pixels, purpose: "any" as const })),
  ...appearance.maskableIconSizes.map((pixels) => ({
    file: `maskable-${pixels}.png`,
    pixels,
    purpose: "maskable" as const,
  })),
]
