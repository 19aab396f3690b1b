import { drawQr } from "./qr.ts"

/** A QR code that opens `link`; black on white in every theme, because scanners want it so. `label`: for who does not see it. */
export function QrCode({ link, label }: { link: string; label: string }) {
  const { size, path } = drawQr(link)
  return (
    <svg
      class="qr"
      viewBox={`0 0 ${size} ${size}`}
      role="img"
      aria-label={label}
      shape-rendering="crispEdges"
    >
      <rect width={size} height={size} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  )
}
