// A stand-in for Shopify's App Bridge script, served at /app-bridge.js and loaded inside the app's frame.
// It covers what this app uses: session tokens, toasts, title bar, navigation menu, modals, save bar, resource picker,
// the bounce page, and links into the admin. Everything else of the `shopify` global is there and does nothing.
(() => {
  if (window.shopify) return;

  const script = document.currentScript;
  const adminOrigin = new URL(script.src).origin;
  const isEmbedded = window.parent !== window;
  const query = new URLSearchParams(location.search);

  // What the first address said stays known after the app has navigated away from it.
  const remembered = (key) => {
    const given = query.get(key);
    if (given) sessionStorage.setItem(`app-bridge:${key}`, given);
    return given ?? sessionStorage.getItem(`app-bridge:${key}`) ?? undefined;
  };
  const config = {
    apiKey: script.dataset.apiKey ?? document.querySelector('meta[name="shopify-api-key"]')?.content,
    shop: remembered("shop"),
    host: remembered("host"),
    locale: remembered("locale") ?? "en",
  };

  // ---- talking with the admin ----

  let lastId = 0;
  const waiting = new Map();
  const handlers = {};

  const tell = (type, payload) => {
    if (isEmbedded) window.parent.postMessage({ appBridge: true, type, payload }, adminOrigin);
  };
  const ask = (type, payload) => {
    if (!isEmbedded)
      return Promise.reject(new Error(`App Bridge: ${type} needs the app to be open in the admin.`));
    return new Promise((resolve, reject) => {
      const id = ++lastId;
      waiting.set(id, { resolve, reject });
      window.parent.postMessage({ appBridge: true, id, type, payload }, adminOrigin);
    });
  };
  window.addEventListener("message", ({ origin, source, data }) => {
    if (origin !== adminOrigin || source !== window.parent || !data?.appBridgeAnswer) return;
    if (data.id === undefined) return handlers[data.type]?.(data.payload);
    const call = waiting.get(data.id);
    waiting.delete(data.id);
    if (data.error) call?.reject(new Error(data.error));
    else call?.resolve(data.value);
  });

  // ---- session tokens ----

  const idToken = () => ask("idToken");
  const plainFetch = window.fetch.bind(window);

  window.fetch = async (input, init) => {
    const request = new Request(input, init);
    const isOurs = new URL(request.url).origin === location.origin;
    if (!isEmbedded || !isOurs || request.headers.has("Authorization")) return plainFetch(input, init);

    const send = async (copy) => {
      const headers = new Headers(copy.headers);
      headers.set("Authorization", `Bearer ${await idToken()}`);
      if (!headers.has("Accept-Language")) headers.set("Accept-Language", config.locale);
      return plainFetch(new Request(copy, { headers }));
    };
    const spare = request.clone();
    let response = await send(request);
    if (response.status === 401 && response.headers.has("X-Shopify-Retry-Invalid-Session-Request"))
      response = await send(spare);
    const elsewhere = response.headers.get("X-Shopify-API-Request-Failure-Reauthorize-Url");
    if (elsewhere) window.open(new URL(elsewhere, location.href).href, "_top");
    return response;
  };

  // The bounce page has nothing but this script: it goes where it was told, with a token.
  const bounceTo = query.get("shopify-reload");
  if (bounceTo) {
    idToken().then((token) => {
      const target = new URL(bounceTo, location.href);
      if (target.origin !== location.origin) return;
      target.searchParams.set("id_token", token);
      location.replace(target.href);
    });
  }

  // ---- where the app is ----

  const tellPlace = () => tell("place", location.pathname + location.search);
  for (const method of ["pushState", "replaceState"]) {
    const original = history[method].bind(history);
    history[method] = (...args) => {
      original(...args);
      tellPlace();
    };
  }
  window.addEventListener("popstate", tellPlace);

  // ---- links into the admin ----

  /** The path inside the store ("/orders/1") and the store, for an address of Shopify's admin; null for any other. */
  function adminPlace(address) {
    const text = String(address);
    const short = /^shopify:(?:\/\/)?admin(\/.*)?$/.exec(text);
    if (short) return { store: null, path: short[1] ?? "" };
    let url;
    try {
      url = new URL(text, location.href);
    } catch {
      return null;
    }
    const isAdmin = url.hostname === "admin.shopify.com";
    const inAdmin = isAdmin ? /^\/store\/([^/]+)(\/.*)?$/.exec(url.pathname) : null;
    if (inAdmin) return { store: inAdmin[1], path: (inAdmin[2] ?? "") + url.search };
    const shop = /^([^.]+)\.myshopify\.com$/.exec(url.hostname);
    const inShop = shop ? /^\/admin(\/.*)?$/.exec(url.pathname) : null;
    return inShop ? { store: shop[1], path: (inShop[1] ?? "") + url.search } : null;
  }

  const plainOpen = window.open.bind(window);
  window.open = (address, target, features) => {
    const place = address ? adminPlace(address) : null;
    if (!place) return plainOpen(address, target, features);
    tell("open", { ...place, newTab: target !== "_top" && target !== "_parent" && target !== "_self" });
    return null;
  };
  document.addEventListener("click", (event) => {
    const link = event.composedPath().find((node) => node instanceof HTMLAnchorElement && node.href);
    const place = link && !event.defaultPrevented ? adminPlace(link.getAttribute("href")) : null;
    if (!place) return;
    event.preventDefault();
    tell("open", {
      ...place,
      newTab: link.target === "_blank" || event.metaKey || event.ctrlKey || event.shiftKey,
    });
  });

  // ---- what the app declares: navigation, title bar, save bar, modals ----

  const elements = window.appBridgeElements({ tell });
  delete window.appBridgeElements;
  Object.assign(handlers, elements.handlers);

  // ---- the global ----

  const toasts = new Map();
  handlers.toastAction = (id) => toasts.get(id)?.onAction?.();
  handlers.toastGone = (id) => {
    toasts.get(id)?.onDismiss?.();
    toasts.delete(id);
  };
  const toast = {
    show(message, options = {}) {
      const id = `toast-${++lastId}`;
      toasts.set(id, options);
      const { duration = 5000, isError = false, action } = options;
      tell("toast", { id, message, duration, isError, action });
      return id;
    },
    hide: (id) => tell("toastHide", id),
  };
  const byId = (method) => async (id) => document.getElementById(id)?.[method]();
  const overlays = { show: byId("show"), hide: byId("hide"), toggle: byId("toggle") };
  const nothing = () => {};

  window.shopify = {
    config,
    origin: location.origin,
    ready: Promise.resolve(),
    environment: { mobile: false, embedded: isEmbedded, pos: false, intent: false },
    idToken,
    user: () => ask("user"),
    loading: (on = true) => tell("loading", Boolean(on)),
    toast,
    modal: overlays,
    saveBar: {
      ...overlays,
      leaveConfirmation: () => (elements.hasChanges() ? ask("leave") : Promise.resolve()),
    },
    resourcePicker: (options) => ask("resourcePicker", options),
    picker: async () => ({ selected: Promise.resolve(undefined) }),
    scopes: {
      query: () => ask("scopes"),
      request: (scopes) => ask("requestScopes", scopes),
      revoke: async () => ({ detail: await ask("scopes") }),
    },
    intents: {
      register: () => nothing,
      invoke: async () => ({ complete: Promise.resolve({ code: "closed" }) }),
    },
    app: { extensions: () => ask("extensions") },
    reviews: {
      request: async () => ({ success: false, code: "not-available", message: "There is none here." }),
    },
    support: { registerHandler: async () => {} },
    webVitals: { onReport: async () => {} },
    shopifyQL: { available: async () => false },
    scanner: { capture: () => Promise.reject(new Error("There is no camera here.")) },
    pos: {},
    tools: { register: nothing, unregister: nothing, clear: nothing },
    setSignals: nothing,
  };

  if (!bounceTo) {
    tell("hello");
    tellPlace();
    document.addEventListener("DOMContentLoaded", elements.sync);
  }
})();
