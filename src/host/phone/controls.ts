/** What the host page decides about the phone around a page, live. */
export type PhoneControls = {
  /** The phone's clock minus this browser's, in milliseconds. */
  shiftMs(): number
  /** Whether every request of the page fails. */
  isCut(): boolean
  /** The page in the phone is being left: reloaded, or gone to another one. */
  left(): void
}

/** The frame element through which a phone's first script finds the controls. */
export type PhoneFrameElement = HTMLIFrameElement & { phoneControls?: PhoneControls }
