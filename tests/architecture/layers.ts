// Where a file of the app stands in the order of the house: left may import right.

/** Each line is one step; names on one line never import each other, but a name may import itself. */
const ORDER: Record<string, RegExp>[] = [
  {
    "server, worker, routes":
      /^(server|worker)\.ts$|^app\/routes\/|^app\/(root|entry\.client|entry\.server)\.tsx?$/,
  },
  { ui: /^app\/ui\// },
  { "auth.server": /^app\/auth\.server\.ts$/ },
  { "jobs/{handlers, on-ticket-event}": /^app\/jobs\/(?!queue\.server\.ts$|catalog\.ts$)/ },
  {
    channels: /^app\/channels\//,
    automation: /^app\/automation\//,
    ai: /^app\/ai\//,
    reports: /^app\/reports\//,
    notifications: /^app\/notifications\//,
    privacy: /^app\/privacy\//,
  },
  { tickets: /^app\/tickets\// },
  { orders: /^app\/orders\//, team: /^app\/team\// },
  { customers: /^app\/customers\// },
  { workspace: /^app\/workspace\//, settings: /^app\/settings\// },
  { mail: /^app\/mail\// },
  { events: /^app\/events\//, files: /^app\/files\// },
  { live: /^app\/live\//, "jobs/{queue, catalog}": /^app\/jobs\/(queue\.server|catalog)\.ts$/ },
  { clients: /^app\/clients\// },
  // What the library is set up with belongs to it: where its sessions are kept, who may frame its pages.
  { "shopify.server": /^app\/(shopify|session-storage|frame)\.server\.ts$/ },
  { db: /^app\/db\.server\.ts$/ },
  // The log reads its level, a body reader refuses in our words: lib may know env and errors.
  { lib: /^app\/lib\// },
  { i18n: /^app\/i18n\//, env: /^app\/env\.server\.ts$/, errors: /^app\/errors\.ts$/ },
];

export interface Layer {
  name: string;
  step: number;
}

/** The layer of a path; null when the order does not know it. */
export function layerOf(path: string): Layer | null {
  for (const [step, names] of ORDER.entries())
    for (const [name, paths] of Object.entries(names)) if (paths.test(path)) return { name, step };
  return null;
}

/** A unit or flow test: it may reach for anything. */
export const isTest = (path: string): boolean => /\.test\.tsx?$/.test(path);

/** The app itself, tests left out. */
export const isApp = (path: string): boolean =>
  /^(app\/|server\.ts$|worker\.ts$)/.test(path) && !isTest(path);

/** Touches database, network or secrets. */
export const isServerOnly = (path: string): boolean => /\.server\.tsx?$/.test(path);

/** A file Remix takes loaders and actions out of: they may use `.server` files, the rest of a page may not. */
export const isRouteModule = (path: string): boolean =>
  /^app\/routes\/[^/]+\.tsx?$|^app\/routes\/[^/]+\/route\.tsx?$|^app\/root\.tsx$/.test(path);

/** Runs in the browser: shared pieces and the private pieces of a page. */
export const isBrowserCode = (path: string): boolean =>
  !isServerOnly(path) &&
  (/^app\/ui\/|^app\/entry\.client\./.test(path) || (/^app\/routes\//.test(path) && !isRouteModule(path)));
