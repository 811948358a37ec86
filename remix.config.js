// Read by vite.config.ts: Vite itself never looks at this file.
/** @type {import("@remix-run/dev").AppConfig} */
export default {
  ignoredRouteFiles: ["**/*.test.{ts,tsx}", "**/*.module.css"],
  future: {
    v3_fetcherPersist: true,
    v3_relativeSplatPath: true,
    v3_throwAbortReason: true,
    v3_lazyRouteDiscovery: true,
    // As in Shopify's own template: the library throws Responses that single fetch would re-encode.
    v3_singleFetch: false,
    // Route config files would switch ignoredRouteFiles off.
    v3_routeConfig: false,
  },
};
