// The button, and the empty frame it opens. All there is on a page until it is touched: it asks nobody for anything.
// Loaded twice, it stands there once.
import { isDark, rgbOf } from "./colours.ts";
import css from "./loader.css?inline";
import type { Given, PanelModule, Shell } from "./shell.ts";

class SamlaChat extends HTMLElement {
  connectedCallback(): void {
    if (document.querySelector("samla-chat") !== this || this.shadowRoot) return;
    // The theme's styles are there by then, and with them its colours.
    if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", () => build(this));
    else build(this);
  }
}

if (!customElements.get("samla-chat")) customElements.define("samla-chat", SamlaChat);

function build(host: HTMLElement): void {
  const given = { ...host.dataset } as unknown as Given;
  const root = host.attachShadow({ mode: "open" });
  const launcher = make("button", "launcher", [make("span", "icon")], given.launcher);
  const close = make("button", "tool", [make("span", "icon x")], "×");
  const head = make("header", "head", [make("h2", "title", [given.title]), close]);
  const hello = make("p", "hello", [given.greeting ?? "…"]);
  const body = make("div", "body", [hello]);
  const frame = make("section", "frame", [head, body], given.title);
  const shell: Shell = { given, host, root, launcher, frame, head, body, isOpen: false, dress, show };
  let tries = 0;
  let loading: Promise<void> | undefined;

  dress(css);
  root.append(launcher, frame);
  launcher.ariaExpanded = "false";
  frame.role = "dialog";
  frame.hidden = true;
  tint(host, given);

  launcher.onpointerdown = load;
  launcher.onclick = () => {
    load();
    show(true);
  };
  close.onclick = () => show(false);
  // A handler that answers false takes the key away from the field it was typed in.
  frame.onkeydown = ({ key }) => {
    if (key === "Escape") show(false);
  };
  // Somebody who is talking to us wants to hear the answer on the next page too.
  if (isTalking(given.shop)) whenIdle(load);

  function load(): void {
    loading ??= import(/* @vite-ignore */ `${given.panel}#${tries++}`)
      .then((panel: PanelModule) => panel.start(shell))
      .catch(() => {
        loading = undefined;
        hello.textContent = given.lost;
      });
  }

  /** Styles that a theme's content security policy has no say in; a style element where the browser is older. */
  function dress(text: string): void {
    try {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(text);
      root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
    } catch {
      root.append(make("style", "", [text]));
    }
  }

  function show(open: boolean, quietly?: boolean): void {
    if (open) paint(frame, given);
    shell.isOpen = launcher.hidden = open;
    frame.hidden = !open;
    launcher.ariaExpanded = `${open}`;
    if (!quietly) (open ? close : launcher).focus();
    shell.shown?.();
  }
}

function make<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  name: string,
  parts: (Node | string)[] = [],
  label?: string,
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  element.className = name;
  element.append(...parts);
  if (label) element.setAttribute("aria-label", label);
  return element;
}

/** The merchant's colour, else that of the theme's buttons, else the colour it writes in. */
function tint({ style }: HTMLElement, { colour, onColour, bottom }: Given): void {
  // A button of theirs for a moment, which nobody sees.
  const button = make("a", "button btn");
  document.body.append(button);
  const theirs = rgbOf(getComputedStyle(button).backgroundColor) ??
    rgbOf(getComputedStyle(document.body).color) ?? [0, 0, 0];
  button.remove();
  style.setProperty("--accent", colour ?? `rgb(${theirs})`);
  style.setProperty("--on", onColour ?? (isDark(theirs) ? "#fff" : "#000"));
  style.setProperty("--bottom", `${bottom ?? 0}px`);
}

/** The page's own ground and ink, where they are what the merchant chose: light, dark, or whatever it is. */
function paint({ style }: HTMLElement, { theme }: Given): void {
  const page = getComputedStyle(document.body);
  const ground = rgbOf(page.backgroundColor) ??
    rgbOf(getComputedStyle(document.documentElement).backgroundColor) ?? [255, 255, 255];
  const dark = theme ? theme === "dark" : isDark(ground);
  const own = dark === isDark(ground);
  style.setProperty("--bg", own ? `rgb(${ground})` : dark ? "#17191b" : "#fff");
  style.setProperty("--fg", own ? page.color : dark ? "#f2f3f3" : "#17191b");
  style.colorScheme = dark ? "dark" : "light";
}

function isTalking(shop: string): boolean {
  try {
    return !!localStorage.getItem(`samla-${shop}-on`);
  } catch {
    return false;
  }
}

function whenIdle(work: () => void): void {
  const later = () => (window.requestIdleCallback ?? setTimeout)(work);
  if (document.readyState === "complete") later();
  else addEventListener("load", later);
}
