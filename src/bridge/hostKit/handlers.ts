import type { Answer, IdentityRequest, IdentityToken } from "../vocabulary.ts"

/** What the host does when the app asks. Each may take its time; only `identity` is indispensable. */
export type HostHandlers = {
  /**
   * Gives a signed token for the citizen who is signed in, with the epoch it was made for; or why not: NOT_SIGNED_IN,
   * USER_CANCELLED, USER_DENIED, ASSURANCE_TOO_LOW. Shows a screen only where `interactive`, and then calls `progress`
   * at least every 30 s while it is open. Who signs in there is announced with `setIdentity` before this answers.
   */
  identity(
    request: IdentityRequest,
    call: { progress(): void },
  ): Answer<IdentityToken> | Promise<Answer<IdentityToken>>
  /** Opens an address that has passed the kit's check of schemes. Gives whether it was opened. */
  open?(url: string, where: "host" | "browser"): boolean | Promise<boolean>
  /** Shows the share sheet. Gives whether the citizen shared. */
  share?(
    content: { title: string; text: string; url: string },
    call: { progress(): void },
  ): boolean | Promise<boolean>
  /** The app asks to be closed. */
  close?(reason: string): void
  /** The app's first paint is done, or 8 s have passed: drop the splash. Called once. */
  ready?(): void
  /** Whether the app has a screen of its own to go back to. */
  back?(canGoBack: boolean): void
}
