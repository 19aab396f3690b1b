/** Where this mini-app runs. Every origin is exact: scheme, host, and port where it is not the scheme's own. */
export type Deployment = {
  /** Origin of the contest service, which also hosts the mini-app. */
  service: string
  /** The contest that the package shows. */
  contest: string
  /** Origins at which hosts serve the unpacked package; the service's PACKAGE_ORIGINS. */
  packageOrigins: readonly string[]
  /** Origins of web pages that may frame the hosted mini-app; the service's HOST_ORIGINS. */
  hostOrigins: readonly string[]
}

/** To be changed for the real thing: `.example` names belong to nobody. */
export const deployment: Deployment = {
  service: "https://hoi-thi.example",
  contest: "hue-s-2024",
  packageOrigins: ["https://hue-s-contest.miniapp.example"],
  hostOrigins: [],
}
