/** What pages of the service may load and do. Hashes of what stands in a page come on top, after the build. */
const hosted = {
  "default-src": ["'none'"],
  "script-src": ["'self'"],
  "style-src": ["'self'"],
  /** The style sheets' own signs, and the picture of a receipt. */
  "img-src": ["'self'", "data:"],
  "connect-src": ["'self'"],
  "worker-src": ["'self'"],
  "manifest-src": ["'self'"],
  "base-uri": ["'none'"],
  "form-action": ["'none'"],
  "require-trusted-types-for": ["'script'"],
  /** The one policy registers the service worker. */
  "trusted-types": ["hue-s-worker"],
} as const

/** The two policies. The package's page needs neither worker nor Web App Manifest, but the service is elsewhere. */
export function policies(service: string) {
  return {
    hosted,
    packaged: {
      ...hosted,
      "connect-src": [...hosted["connect-src"], service],
      "worker-src": ["'none'"],
      "manifest-src": ["'none'"],
      "trusted-types": ["'none'"],
    },
  }
}
