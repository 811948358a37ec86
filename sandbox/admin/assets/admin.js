// The admin's side of App Bridge: holds the app's frame, answers its requests, and draws what it declares.

import { wireControls } from "./controls.js";
import { make } from "./make.js";
import { pick } from "./picker.js";
import { postJson } from "./post-json.js";

const data = JSON.parse(document.getElementById("admin-data").textContent);
const $ = (id) => document.getElementById(id);

document.addEventListener("click", ({ target }) => {
  for (const menu of document.querySelectorAll("details.menu[open]"))
    if (!menu.contains(target) || target.closest(".menu-list button")) menu.open = false;
});
// A click into the app's frame takes the focus there, and is heard of in no other way.
window.addEventListener("blur", () => {
  for (const menu of document.querySelectorAll("details.menu[open]")) menu.open = false;
});
document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  for (const menu of document.querySelectorAll("details.menu[open]")) menu.open = false;
  document.body.classList.remove("nav-open");
});
$("nav-toggle").addEventListener("click", () => {
  const open = document.body.classList.toggle("nav-open");
  $("nav-toggle").setAttribute("aria-expanded", String(open));
});
$("nav-shade").addEventListener("click", () => document.body.classList.remove("nav-open"));

if (data.app) openApp(data.app);
wireControls();

// ---- the app in its frame ----

function openApp(app) {
  const { origin } = new URL(app.src);
  // A new frame each time, so that the browser never restores an old address with an old token into it.
  const frame = make("iframe", { id: "app-frame", title: app.name, name: `app-${Date.now()}` });
  frame.allow = "clipboard-write";
  frame.addEventListener("load", () => $("app-wait")?.remove());
  frame.src = app.src;
  $("app-place").append(frame);
  const home = location.pathname.match(/^\/admin\/store\/[^/]+\/apps\/[^/]+/)[0];
  let saveBar = null;
  let menu = [];

  const post = (message) => frame.contentWindow.postMessage({ appBridgeAnswer: true, ...message }, origin);
  const send = (type, payload) => post({ type, payload });

  const answers = {
    idToken: async () =>
      (await postJson("/admin/session-token", { shop: data.shop, staff: data.staff })).token,
    user: () => ({ accountAccess: app.isOwner ? "Administrator" : "Limited" }),
    scopes: () => ({ granted: app.scopes, required: app.scopes, optional: [] }),
    requestScopes: async (wanted) => {
      const granted = window.confirm(`Samla asks for: ${wanted.join(", ")}. Allow it?`);
      if (granted) {
        app.scopes = [...new Set([...app.scopes, ...wanted])];
        await postJson("/control/scopes", { shop: data.shop, scopes: app.scopes.join(",") });
      }
      return { result: granted ? "granted-all" : "declined-all", detail: answers.scopes() };
    },
    extensions: async () => (await fetch(`/admin/store/${data.handle}/extensions`)).json(),
    resourcePicker: (options) => pick(data.handle, options ?? {}),
    leave: () => confirmLeaving(),
  };
  const notices = {
    hello() {
      drawSaveBar(null);
      document.body.classList.remove("modal-open");
    },
    place(place) {
      const url = new URL(place, origin);
      for (const key of app.ownParams) url.searchParams.delete(key);
      const path = url.pathname === "/" ? "" : url.pathname;
      history.replaceState(history.state, "", home + path + url.search);
      markMenu();
    },
    menu(links) {
      menu = links;
      drawMenu();
    },
    title: drawTitle,
    saveBar: drawSaveBar,
    modal: (open) => document.body.classList.toggle("modal-open", open),
    loading: (on) => document.body.classList.toggle("app-loading", on),
    toast: showToast,
    toastHide: (id) => document.getElementById(id)?.remove(),
    open({ store, path, newTab }) {
      const target = `/admin/store/${store ?? data.handle}${path}`;
      if (newTab) window.open(target, "_blank");
      else location.assign(target);
    },
  };

  window.addEventListener("message", async ({ source, origin: from, data: message }) => {
    if (source !== frame.contentWindow || from !== origin || !message?.appBridge) return;
    const { id, type, payload } = message;
    if (id === undefined) return notices[type]?.(payload);
    try {
      if (!answers[type]) throw new Error(`The sandbox's admin does not know ${type}.`);
      post({ id, value: await answers[type](payload) });
    } catch (error) {
      post({ id, error: error.message });
    }
  });

  function drawMenu() {
    const items = menu.filter((link) => !link.isHome);
    $("app-menu").replaceChildren(
      ...items.map((link) => {
        const item = make("a", { href: home + link.href, textContent: link.text });
        item.dataset.href = link.href;
        return make("li", {}, item);
      }),
    );
    markMenu();
  }

  function markMenu() {
    const here = location.pathname.slice(home.length) || "/";
    const links = [...$("app-menu").querySelectorAll("a")];
    const fits = links.filter(({ dataset }) => {
      const [path] = dataset.href.split("?");
      return here === path || here.startsWith(`${path}/`);
    });
    const best = fits.toSorted((one, other) => other.dataset.href.length - one.dataset.href.length)[0];
    for (const link of links) link.toggleAttribute("aria-current", link === best);
    best?.setAttribute("aria-current", "page");
    $("app-home").toggleAttribute("data-quiet", Boolean(best));
  }

  const goTo = (href) => {
    document.body.classList.remove("nav-open");
    if (saveBar) return shakeSaveBar();
    send("navigate", href);
  };
  $("app-menu").addEventListener("click", (event) => {
    const link = event.target.closest("a");
    if (!link || event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    goTo(link.dataset.href);
  });
  $("app-home").addEventListener("click", (event) => {
    const homeLink = menu.find((link) => link.isHome);
    if (!homeLink || event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    goTo(homeLink.href);
  });

  // ---- title bar ----

  const press = (button) => {
    const shown = make("button", {
      type: "button",
      className: "button",
      textContent: button.text,
      disabled: button.disabled || button.loading,
    });
    if (button.variant === "primary") shown.classList.add("primary");
    if (button.tone === "critical") shown.classList.add("critical");
    if (button.loading) shown.classList.add("busy");
    shown.addEventListener("click", () => send("click", button.key));
    return shown;
  };

  function drawTitle({ title, buttons }) {
    document.title = [title, app.name, data.shopName].filter(Boolean).join(" · ");
    $("app-title").textContent = title || app.name;
    $("app-name").hidden = !title;
    const back = buttons.find((button) => button.variant === "breadcrumb");
    $("app-back").replaceChildren(...(back ? [press(back)] : []));
    const groups = new Map();
    const row = [];
    for (const button of buttons) {
      if (button.variant === "breadcrumb") continue;
      if (!button.group) row.push(button);
      else groups.set(button.group, [...(groups.get(button.group) ?? []), button]);
    }
    row.sort((one, other) => Number(one.variant === "primary") - Number(other.variant === "primary"));
    const menus = [...groups].map(([label, inside]) => dropDown("wide-only", `${label} ▾`, inside));
    // On a phone everything but the primary button goes behind one "…".
    const secondary = [
      ...row.filter((button) => button.variant !== "primary"),
      ...[...groups.values()].flat(),
    ];
    if (secondary.length > 0) menus.unshift(dropDown("narrow-only", "…", secondary, "More actions"));
    $("app-actions").replaceChildren(...menus, ...row.map(press));
  }

  function dropDown(className, text, buttons, label = text) {
    const summary = make("summary", { className: "button", textContent: text });
    summary.setAttribute("aria-label", label);
    const list = make("div", { className: "menu-list" }, ...buttons.map(press));
    return make("details", { className: `menu ${className}` }, summary, list);
  }

  // ---- save bar ----

  function drawSaveBar(bar) {
    saveBar = bar ?? null;
    $("save-bar").hidden = !saveBar;
    document.body.classList.toggle("saving", Boolean(saveBar));
    if (!saveBar) return;
    const save = saveBar.buttons.find((button) => button.variant === "primary");
    const discard = saveBar.buttons.find((button) => button.variant !== "primary");
    const shown = [];
    if (discard) {
      const button = press({ ...discard, text: discard.text || "Discard" });
      if (saveBar.asksBeforeDiscard)
        button.addEventListener(
          "click",
          (event) => confirmDiscard() || event.stopImmediatePropagation(),
          true,
        );
      shown.push(button);
    }
    if (save) shown.push(press({ ...save, text: save.text || "Save" }));
    $("save-bar-buttons").replaceChildren(...shown);
  }

  function shakeSaveBar() {
    const bar = $("save-bar");
    bar.classList.remove("shake");
    void bar.offsetWidth;
    bar.classList.add("shake");
  }

  const confirmDiscard = () => window.confirm("Discard all unsaved changes?");
  const confirmLeaving = () =>
    new Promise((resolve) => {
      if (!saveBar || window.confirm("Leave this page with unsaved changes?")) resolve();
      else shakeSaveBar();
    });

  // ---- toasts ----

  function showToast({ id, message, duration, isError, action }) {
    const gone = () => {
      if (!toast.isConnected) return;
      toast.remove();
      send("toastGone", id);
    };
    const close = make("button", {
      type: "button",
      className: "toast-close",
      textContent: "×",
      onclick: gone,
    });
    close.setAttribute("aria-label", "Dismiss");
    const toast = make(
      "div",
      { id, className: isError ? "toast error" : "toast" },
      make("span", { textContent: message }),
    );
    toast.setAttribute("role", isError ? "alert" : "status");
    if (action) {
      const act = make("button", { type: "button", className: "toast-action", textContent: action });
      act.addEventListener("click", () => {
        send("toastAction", id);
        toast.remove();
      });
      toast.append(act);
    }
    toast.append(close);
    $("toasts").append(toast);
    setTimeout(gone, duration);
  }
}
