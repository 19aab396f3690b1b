/** How a host sets up the webview. Names of settings are the platform's own. */
export const webview = {
  android: {
    delivery: ["hosted", "packaged"],
    /** The syntax of the script (ES2022) and the measures of the style sheet (dvh) need it. */
    minChromium: 108,
    settings: {
      javaScriptEnabled: true,
      domStorageEnabled: true,
      allowFileAccess: false,
      allowContentAccess: false,
      allowFileAccessFromFileURLs: false,
      allowUniversalAccessFromFileURLs: false,
      geolocationEnabled: false,
      javaScriptCanOpenWindowsAutomatically: false,
      supportMultipleWindows: false,
      mixedContentMode: "MIXED_CONTENT_NEVER_ALLOW",
      safeBrowsingEnabled: true,
      /** The host's text size comes over the bridge: both together would count it twice. */
      textZoom: 100,
      algorithmicDarkeningAllowed: false,
    },
    acceptThirdPartyCookies: false,
    webContentsDebuggingInRelease: false,
  },
  ios: {
    /** WKWebView gives a package no https origin of its own. */
    delivery: ["hosted"],
    minIos: "16.4",
    configuration: {
      allowsContentJavaScript: true,
      javaScriptCanOpenWindowsAutomatically: false,
      /** App-Bound Domains can silence message handlers: true only where Info.plist lists the app's domain. */
      limitsNavigationsToAppBoundDomains: false,
      websiteDataStore: "persistent",
      isFraudulentWebsiteWarningEnabled: true,
      allowsBackForwardNavigationGestures: false,
      allowsLinkPreview: false,
      isInspectableInRelease: false,
    },
  },
} as const
