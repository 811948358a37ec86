// One message: who, what, files, cards.
import type { CardView, FileView, MessageView } from "../../../app/channels/chat/protocol.ts";
import { words } from "../words/en.ts";
import { h, say, type Part } from "./dom.ts";
import { linked, outside } from "./linked.ts";

export interface Shown extends Omit<MessageView, "id" | "at" | "files"> {
  key: string;
  at: string | null;
  files: (Omit<FileView, "url" | "width" | "height"> & Partial<FileView>)[];
}

/** What stands in the thread for it. */
export function bubble({ from, text, files, cards }: Shown): HTMLElement {
  return h(
    "div",
    { class: "bubble", dir: "auto" },
    h("span", { class: "sr" }, from === "visitor" ? `${words.you}: ` : ""),
    ...(text ? linked(text) : []),
    ...files.map(file),
    ...cards.map(card),
  );
}

function file({ name, contentType, url, width, height }: Shown["files"][number]): Part {
  if (url === null) return h("span", { class: "file" }, words.gone);
  if (!url) return h("span", { class: "file" }, name);
  const plain = () => outside(url, name);
  // What browsers can't show, and what a careful theme keeps away, is a link.
  if (!/^image\/(png|jpeg|gif|webp)$/.test(contentType)) return h("span", { class: "file" }, plain());
  const place = outside(url);
  const picture = h("img", { src: url, alt: name, loading: "lazy" });
  if (width && height) Object.assign(picture, { width, height });
  picture.onerror = () => place.replaceWith(h("span", { class: "file" }, plain()));
  place.append(picture);
  return place;
}

function card(it: CardView): Part {
  const amount = it.kind === "product" ? it.price : it.total;
  const title = it.kind === "product" ? it.title : say(words.order, { name: it.name });
  const more = it.kind === "product" ? it.variant : it.status;
  const picture = it.kind === "product" && it.image ? h("img", { src: it.image, alt: "" }) : null;
  if (picture) picture.onerror = () => picture.remove();
  return h(
    "div",
    { class: "card" },
    picture,
    h("b", {}, it.url ? outside(it.url, title) : title),
    more && h("span", {}, more),
    h("span", {}, money(amount, it.currency)),
  );
}

function money(amount: string, currency: string): string {
  try {
    const { lang } = document.documentElement;
    return new Intl.NumberFormat(lang || [], { style: "currency", currency }).format(Number(amount));
  } catch {
    return `${amount} ${currency}`;
  }
}
