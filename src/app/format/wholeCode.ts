/** An entry code for a running text: its hyphens do not break, so that it stays on one line. readEntryCode takes it back. */
export function wholeCode(code: string): string {
  return code.replace(/-/g, "\u2011")
}
