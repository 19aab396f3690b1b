const hint = /<link rel="modulepreload" href="\.\/([^"]+)">/

/** What makes the browser compile the whole file while it comes; from the page that would be done where the page is drawn. */
const compileHint = /^\/\/#.*\n/

/**
 * The mini-app's page with the script at its end that it would ask for next: what a browser that has nothing of it yet needs
 * up to the first answer, in one request. The first script does not wait for it to have come, and takes it from there
 * (vite.config.ts). A browser that has been here may have the file.
 * @param html the page as built, which hints at that script
 * @param read gives the text of a file beside the page
 */
export function wholePage(html: string, read: (file: string) => string): string {
  const [element, file] = hint.exec(html) ?? []
  if (!element || !file) throw new Error("the page hints at no second script")
  return html
    .replace(element, "")
    .replace("</body>", () => `<script type="module">${read(file).replace(compileHint, "")}</script></body>`)
}
