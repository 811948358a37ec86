// The conversation on the screen: each message once, in order, changed where it stands, so that screen readers hear
// what is new and nothing else.
import type { MessageView } from "../../../app/channels/chat/protocol.ts";
import type { Pending } from "../panel/outbox.ts";
import { isOver, type State } from "../panel/state.ts";
import { words } from "../words/en.ts";
import { bubble, type Shown } from "./bubble.ts";
import { fill, h, say } from "./dom.ts";
import { clockTime } from "./when.ts";

/** How far from the end somebody may have scrolled and still be at it. */
const NEAR = 60;

export interface ThreadView {
  element: HTMLElement;
  update(state: State): void;
  /** Whether the newest message can be seen. */
  isAtEnd(): boolean;
  toEnd(): void;
  /** Puts something behind the last message. */
  below(...parts: HTMLElement[]): void;
}

export function threadView(
  { title, greeting }: { title: string; greeting: string },
  language: string,
  { retry, atEnd }: { retry(id: string, again: boolean): void; atEnd(): void },
): ThreadView {
  const list = h("ol", {}, item("greeting", "agent", h("div", { class: "bubble", dir: "auto" }, greeting)));
  const typing = h("li", { class: "dots", hidden: true }, h("i"), h("i"), h("i"), h("span", { class: "sr" }));
  const log = h("div", { class: "log", role: "log", tabIndex: 0, "aria-label": title }, list);
  const newer = h("button", { class: "newer", hidden: true, onclick: toEnd }, words.newer);
  const element = h("div", { class: "thread" }, log, newer);
  const known = new Map<string, { element: HTMLElement; like: string }>();

  // A keyboard that comes up, a picture that has come: who was at the end stays there.
  let stays = true;
  const sizes = new ResizeObserver(() => stays && toEnd());
  for (const part of [log, list]) sizes.observe(part);
  log.onscroll = () => {
    stays = isAtEnd();
    if (!stays) return;
    newer.hidden = true;
    atEnd();
  };

  function update(state: State): void {
    const lines = [...state.messages.map(sentLine), ...unsent(state).map(waitingLine)];
    const before = known.size;
    for (const key of known.keys()) if (!lines.some((line) => line.key === key)) forget(key);
    const lastOwn = lines.findLast(({ from }) => from === "visitor")?.key;
    lines.forEach((line, index) => {
      const place = put(line, list.children[index + 1]);
      const { pending } = line;
      const heading = place.querySelector(".by");
      const said = lines[index - 1];
      const isNew = said?.from !== line.from || said.name !== line.name;
      if (heading) fill(heading, isNew && byline(line));
      const status = place.querySelector(".status");
      if (status)
        fill(
          status,
          ...(pending?.failed ? failed(pending) : [line.key === lastOwn && statusOf(state, line)]),
        );
    });
    list.append(typing);
    typing.hidden = !state.isAgentTyping || isOver(state);
    const name = state.chat?.agent?.name ?? "";
    if (typing.lastElementChild)
      fill(typing.lastElementChild, typing.hidden ? "" : say(words.typing, { name }));
    const own = lines.length > before && lines.at(-1)?.from === "visitor";
    if (stays || own) toEnd();
    else if (known.size > before) newer.hidden = false;
  }

  function put(line: Line, before: Element | undefined): HTMLElement {
    const like = JSON.stringify([line.text, line.files, line.cards]);
    const found = known.get(line.key);
    if (found?.like === like) {
      if (before !== found.element) list.insertBefore(found.element, before ?? null);
      return found.element;
    }
    if (found) {
      found.like = like;
      found.element.querySelector(".bubble")?.replaceWith(bubble(line));
      return found.element;
    }
    const made = item(
      line.key,
      line.from,
      h("div", { class: "by" }),
      bubble(line),
      h("div", { class: "status" }),
    );
    list.insertBefore(made, before ?? null);
    known.set(line.key, { element: made, like });
    return made;
  }

  function forget(key: string): void {
    known.get(key)?.element.remove();
    known.delete(key);
  }

  function byline({ from, name, at }: Line): string {
    if (from === "visitor") return "";
    const who = from === "auto" ? words.automatic : name;
    return [who, at && clockTime(at, language)].filter(Boolean).join(" · ");
  }

  function statusOf({ chat, isOnline }: State, { at, pending }: Line): string {
    if (pending) return isOnline ? words.sending : words.waiting;
    const isRead = chat?.readByAgentAt && at && chat.readByAgentAt >= at;
    return [isRead ? words.read : words.sent, at && clockTime(at, language)].filter(Boolean).join(" · ");
  }

  const failed = ({ id, failed: why }: Pending) => [
    why === "too-large" ? words.tooLarge : words.failed,
    h("button", { onclick: () => retry(id, true) }, words.retry),
    h("button", { onclick: () => retry(id, false) }, say(words.remove, { name: "" }).trim()),
  ];

  const isAtEnd = () => log.scrollHeight - log.scrollTop - log.clientHeight < NEAR;

  function toEnd(): void {
    log.scrollTop = log.scrollHeight;
    newer.hidden = true;
  }

  return { element, update, isAtEnd, toEnd, below: (...parts) => log.append(...parts) };
}

interface Line extends Shown {
  pending?: Pending;
}

/** What the server does not have yet. */
export const unsent = ({ messages, pending }: State): Pending[] =>
  pending.filter(({ id }) => !messages.some(({ clientId }) => clientId === id));

const sentLine = (message: MessageView): Line => ({ ...message, key: message.clientId ?? message.id });

const waitingLine = (pending: Pending): Line => ({
  ...{ key: pending.id, at: null, from: "visitor", text: pending.text, cards: [], pending },
  files: pending.files,
});

const item = (key: string, from: string, ...parts: HTMLElement[]) =>
  h("li", { class: from, "data-message": key }, ...parts);
