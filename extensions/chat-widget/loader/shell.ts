// What the loader has put on the page and hands over to the panel.

/** Attributes of `<samla-chat>`, written by blocks/chat.liquid. */
export interface Given {
  shop: string;
  panel: string;
  root: string;
  launcher: string;
  title: string;
  greeting?: string;
  lost: string;
  colour?: string;
  onColour?: string;
  theme?: "light" | "dark";
  side?: "left";
  bottom?: string;
  sound?: "off";
}

export interface Shell {
  given: Given;
  host: HTMLElement;
  root: ShadowRoot;
  launcher: HTMLButtonElement;
  frame: HTMLElement;
  /** the frame's head; its last child closes */
  head: HTMLElement;
  body: HTMLElement;
  isOpen: boolean;
  /** adds styles to the root */
  dress(css: string): void;
  /** `quietly`: without taking the focus */
  show(open: boolean, quietly?: boolean): void;
  /** set by the panel: hears of opening and closing */
  shown?: () => void;
}

export interface PanelModule {
  start(shell: Shell): void;
}
