// The elements of the App Bridge stand-in: ui-nav-menu, ui-title-bar, ui-save-bar and ui-modal. Served in front of
// app-bridge.js as one script, because the app must find everything there before its own scripts run.

window.appBridgeElements = ({ tell }) => {
  // ---- what the app declares: navigation, title bar, save bar ----

  let lastButton = 0;
  const keyed = (element) => (element.dataset.appBridgeKey ??= String(++lastButton));
  const describe = (element) => ({
    key: keyed(element),
    text: element.textContent.trim(),
    variant: element.getAttribute("variant"),
    tone: element.getAttribute("tone"),
    disabled: element.hasAttribute("disabled"),
    loading: element.hasAttribute("loading") && element.getAttribute("loading") !== "false",
  });

  let queued = false;
  const syncSoon = () => {
    if (queued) return;
    queued = true;
    queueMicrotask(() => {
      queued = false;
      syncMenu();
      syncTitle();
      syncSaveBar();
    });
  };

  const lastSent = {};
  const tellIfChanged = (type, payload) => {
    const text = JSON.stringify(payload);
    if (lastSent[type] === text) return;
    lastSent[type] = text;
    tell(type, payload);
  };

  function syncMenu() {
    const menu = document.querySelector("ui-nav-menu, s-app-nav");
    const links = menu ? [...menu.querySelectorAll("a, s-link")] : [];
    tellIfChanged(
      "menu",
      links.map((link) => ({
        href: link.getAttribute("href"),
        text: link.textContent.trim(),
        isHome: link.getAttribute("rel") === "home",
      })),
    );
  }

  function syncTitle() {
    const bars = [...document.querySelectorAll("ui-title-bar")].filter((bar) => !bar.closest("ui-modal"));
    const bar = bars.at(-1);
    const buttons = bar ? [...bar.querySelectorAll("button, a")] : [];
    tellIfChanged("title", {
      title: bar?.getAttribute("title") ?? "",
      buttons: buttons.map((button) => ({
        ...describe(button),
        group: button.closest("section")?.getAttribute("label") ?? null,
      })),
    });
  }

  function syncSaveBar() {
    const bar = [...document.querySelectorAll("ui-save-bar")].find((one) => one.showing);
    tellIfChanged(
      "saveBar",
      bar && {
        asksBeforeDiscard: bar.hasAttribute("discardconfirmation"),
        buttons: [...bar.querySelectorAll("button")].map(describe),
      },
    );
  }

  class Declared extends HTMLElement {
    static observedAttributes = ["title"];
    connectedCallback() {
      this.style.display = "none";
      this.watcher = new MutationObserver(syncSoon);
      this.watcher.observe(this, { childList: true, subtree: true, characterData: true, attributes: true });
      syncSoon();
    }
    disconnectedCallback() {
      this.watcher?.disconnect();
      syncSoon();
    }
    attributeChangedCallback() {
      syncSoon();
    }
  }
  customElements.define("ui-nav-menu", class extends Declared {});
  customElements.define("s-app-nav", class extends Declared {});
  customElements.define("ui-title-bar", class extends Declared {});
  customElements.define(
    "ui-save-bar",
    class extends Declared {
      showing = false;
      get discardConfirmation() {
        return this.hasAttribute("discardconfirmation");
      }
      set discardConfirmation(on) {
        this.toggleAttribute("discardconfirmation", Boolean(on));
      }
      disconnectedCallback() {
        this.showing = false;
        super.disconnectedCallback();
      }
      async show() {
        if (this.showing) return;
        this.showing = true;
        syncSoon();
        this.dispatchEvent(new Event("show"));
      }
      async hide() {
        if (!this.showing) return;
        this.showing = false;
        syncSoon();
        this.dispatchEvent(new Event("hide"));
      }
      toggle() {
        return this.showing ? this.hide() : this.show();
      }
    },
  );

  const click = (key) => document.querySelector(`[data-app-bridge-key="${CSS.escape(key)}"]`)?.click();
  const navigate = (href) => {
    const links = [...document.querySelectorAll(":is(ui-nav-menu, s-app-nav) :is(a, s-link)")];
    const link = links.find((one) => one.getAttribute("href") === href);
    link?.dispatchEvent(new CustomEvent("shopify:navigate", { bubbles: true }));
  };

  // ---- modals: the admin greys out, the dialog itself is drawn here ----

  const MODAL_STYLE = `
    dialog.app-bridge-modal { border: 0; padding: 0; border-radius: 12px; width: min(620px, calc(100vw - 32px));
      max-height: calc(100vh - 48px); box-shadow: 0 20px 40px rgb(0 0 0 / 0.28); color: inherit; overflow: hidden;
      font: 13px/20px Inter, -apple-system, "Segoe UI", Roboto, sans-serif; }
    dialog.app-bridge-modal::backdrop { background: rgb(0 0 0 / 0.5); }
    dialog.app-bridge-modal[data-variant="small"] { width: min(380px, calc(100vw - 32px)); }
    dialog.app-bridge-modal[data-variant="large"] { width: min(980px, calc(100vw - 32px)); }
    dialog.app-bridge-modal[data-variant="max"] { width: 100vw; height: 100vh; max-width: none; max-height: none; border-radius: 0; }
    .app-bridge-modal header, .app-bridge-modal footer { display: flex; align-items: center; gap: 8px; padding: 12px 16px; }
    .app-bridge-modal header { background: #f3f3f3; border-bottom: 1px solid #e3e3e3; }
    .app-bridge-modal footer { border-top: 1px solid #e3e3e3; justify-content: flex-end; }
    .app-bridge-modal h2 { flex: 1; margin: 0; font-size: 14px; font-weight: 650; }
    .app-bridge-modal .app-bridge-content { overflow: auto; max-height: calc(100vh - 190px); }
    .app-bridge-modal :is(header, footer) button { font: inherit; font-weight: 550; padding: 4px 12px; min-height: 28px; cursor: pointer;
      border: 1px solid #ccc; border-radius: 8px; background: #fff; }
    .app-bridge-modal footer button[data-variant="primary"] { background: #303030; border-color: #303030; color: #fff; }
    .app-bridge-modal footer button[data-tone="critical"] { background: #c5280c; border-color: #c5280c; color: #fff; }
    .app-bridge-modal footer button:disabled { opacity: 0.5; cursor: default; }
    .app-bridge-modal header button { border: 0; background: none; font-size: 18px; }`;

  customElements.define(
    "ui-modal",
    class extends HTMLElement {
      static observedAttributes = ["variant"];
      content = document.createElement("div");
      dialog = null;

      connectedCallback() {
        this.style.display = "none";
        this.content.className = "app-bridge-content";
        this.watcher = new MutationObserver(() => this.draw());
        this.watcher.observe(this, { childList: true, subtree: true, characterData: true, attributes: true });
      }
      disconnectedCallback() {
        this.watcher?.disconnect();
        this.hide();
      }
      attributeChangedCallback() {
        this.draw();
      }
      get variant() {
        return this.getAttribute("variant") ?? "base";
      }
      set variant(value) {
        this.setAttribute("variant", value);
      }
      get showing() {
        return this.dialog !== null;
      }

      async show() {
        if (this.showing) return;
        // Added to the page on showing, not before: an app that hydrates the page must find it as it was rendered.
        this.dialog = document.createElement("dialog");
        this.dialog.className = "app-bridge-modal";
        this.dialog.addEventListener("cancel", (event) => {
          event.preventDefault();
          this.hide();
        });
        this.draw();
        document.body.append(this.dialog);
        this.dialog.showModal();
        tell("modal", true);
        this.dispatchEvent(new Event("show"));
      }
      async hide() {
        if (!this.showing) return;
        this.dialog.remove();
        this.dialog = null;
        tell("modal", false);
        this.dispatchEvent(new Event("hide"));
      }
      toggle() {
        return this.showing ? this.hide() : this.show();
      }

      draw() {
        if (!this.dialog) return;
        const bar = this.querySelector("ui-title-bar");
        const buttons = bar ? [...bar.querySelectorAll("button, a")] : [];
        this.dialog.dataset.variant = this.variant;
        const style = Object.assign(document.createElement("style"), { textContent: MODAL_STYLE });
        const head = document.createElement("header");
        const title = Object.assign(document.createElement("h2"), {
          textContent: bar?.getAttribute("title") ?? "",
        });
        const close = Object.assign(document.createElement("button"), { type: "button", textContent: "×" });
        close.setAttribute("aria-label", "Close");
        close.addEventListener("click", () => this.hide());
        head.append(title, close);
        const foot = document.createElement("footer");
        foot.hidden = buttons.length === 0;
        if (foot.hidden) foot.style.display = "none";
        foot.append(...buttons.toReversed().map(standIn));
        this.dialog.setAttribute("aria-label", title.textContent || "Dialog");
        this.dialog.replaceChildren(style, head, this.content, foot);
      }
    },
  );

  /** A visible button that presses the app's own, hidden one. */
  function standIn(button) {
    const shown = document.createElement("button");
    const { text, variant, tone, disabled, loading } = describe(button);
    Object.assign(shown, {
      type: "button",
      textContent: loading ? `${text} …` : text,
      disabled: disabled || loading,
    });
    shown.dataset.variant = variant ?? "";
    shown.dataset.tone = tone ?? "";
    shown.addEventListener("click", () => button.click());
    return shown;
  }

  return { handlers: { click, navigate }, sync: syncSoon, hasChanges: () => lastSent.saveBar !== undefined };
};
