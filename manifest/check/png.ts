/** Width and height in pixels by a PNG's header (PNG, 11.2.1), or null for what is no PNG. */
export function pngSize(bytes: Uint8Array): { width: number; height: number } | null {
  const signature = [137, 80, 78, 71, 13, 10, 26, 10]
  const header = [0, 0, 0, 13, 73, 72, 68, 82]
  if (bytes.length < 33 || ![...signature, ...header].every((byte, at) => bytes[at] === byte)) return null
  const view = new DataView(bytes.buffer, bytes.byteOffset)
  return { width: view.getUint32(16), height: view.getUint32(20) }
}
