/** `HS1-7K4D-91XQ-M`: the contest's two letters and the round, 40 random bits, a check character. */
export const entryCodePattern =
  /^[A-Z]{2}\d{1,2}-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]$/
