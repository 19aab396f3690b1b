interface ImportMeta {
  /** Set by the build. */
  readonly env: {
    /** "production" (pages of the service), "package", or "demo". */
    readonly MODE: string
    /** The version of package.json. */
    readonly APP_VERSION: string
  }
}

interface Window {
  /** The button that was last tapped, noted by the few lines of script in index.html from the page's first moment. */
  readonly earlyTap?: HTMLElement | null
  /**
   * Not in every browser. Where the page's policy demands it, text becomes a script's address or a page only through a
   * named policy, whose results are objects: here typed as the text that they are good for.
   */
  readonly trustedTypes?: {
    createPolicy<Rules extends { [rule in "createScriptURL" | "createHTML"]?: (text: string) => string }>(
      name: string,
      rules: Rules,
    ): { [rule in keyof Rules]: (text: string) => string }
  }
}
