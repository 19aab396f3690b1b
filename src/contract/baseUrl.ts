/** A base URL, absolute or from the page's origin, without trailing slash. */
export const baseUrl = /^(https?:\/\/[^/?#]+)?(\/[^?#]*[^/?#])?$/
