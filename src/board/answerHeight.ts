/** What the page around the board sends to learn how high the board is, and the member of the answer that says it. */
export const heightQuestion = "hues-board:height?"
export const heightMember = "huesBoardHeight"

/**
 * Tells the page that embeds the board, each time it asks and whenever that changes, how many CSS pixels its content is high.
 * Answers only the window around it, and addressed to exactly the origin that asked; nothing but the number is said.
 */
export function answerHeight(frame: Window, content: HTMLElement): void {
  let origin: string | null = null
  const tell = () => {
    if (origin === null) return
    const height = Math.ceil(content.getBoundingClientRect().height)
    frame.parent.postMessage({ [heightMember]: height }, origin)
  }
  frame.addEventListener("message", (event) => {
    // "null" is the origin of a sandbox: it cannot be addressed.
    if (event.source !== frame.parent || frame.parent === frame || event.origin === "null") return
    if (event.data !== heightQuestion) return
    origin = event.origin
    tell()
  })
  new ResizeObserver(tell).observe(content)
}
