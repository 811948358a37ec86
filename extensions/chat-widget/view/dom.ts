// Elements in one call. Texts become text nodes, never markup.

export type Part = Node | string | null | undefined | false;

type Properties = Record<string, unknown>;

/** An element with its properties ("onclick", "value") and attributes (all that is no property), and what is in it. */
export function h<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  properties: Properties = {},
  ...parts: Part[]
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  if (element instanceof HTMLButtonElement) element.type = "button";
  for (const [name, value] of Object.entries(properties)) {
    if (value === undefined || value === null || value === false) continue;
    if (name === "class") element.className = String(value);
    else if (name in element) (element as unknown as Properties)[name] = value;
    else element.setAttribute(name, value === true ? "" : String(value));
  }
  element.append(...present(parts));
  return element;
}

/** Puts other parts in place of what an element holds. */
export const fill = (element: Element, ...parts: Part[]): void => element.replaceChildren(...present(parts));

/** A drawing; what it means stands in the label of what it is on. */
export const icon = (name: string): HTMLElement =>
  h("span", { class: `icon ${name}`, "aria-hidden": "true" });

/** A button that is a drawing. */
export const tool = (name: string, label: string, onclick: () => void): HTMLButtonElement =>
  h("button", { class: "tool", "aria-label": label, onclick }, icon(name));

/** "{name} is writing" with its values. */
export const say = (text: string, values: Record<string, string | number>): string =>
  text.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ""));

const present = (parts: Part[]): (Node | string)[] => parts.filter((part): part is Node | string => !!part);
