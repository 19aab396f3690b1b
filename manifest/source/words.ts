/** A text for people, in both languages of the app. */
export type Words = { readonly vi: string; readonly en: string }
