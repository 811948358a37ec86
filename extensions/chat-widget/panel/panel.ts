// The panel: fills the loader's frame as soon as it is here, says hello behind, and stays of use while the server does
// not answer.
import type { Shell } from "../loader/shell.ts";
import { openAttention } from "../view/attention.ts";
import { composerView } from "../view/composer.ts";
import { detailsView } from "../view/details.ts";
import { fill, h, say } from "../view/dom.ts";
import { endQuestion, endView, transcriptView } from "../view/ending.ts";
import { headView } from "../view/head.ts";
import { menuView } from "../view/menu.ts";
import { fullScreen } from "../view/screen.ts";
import { threadView } from "../view/thread-view.ts";
import { words } from "../words/en.ts";
import css from "../panel.css?inline";
import { doorTo } from "./doors.ts";
import { openKept, storageOf } from "./kept.ts";
import type { Pending } from "./outbox.ts";
import { isClosed, isOver, type State } from "./state.ts";
import * as talk from "./talk.ts";
import { unreadOf } from "./thread.ts";

type Asked = "end" | "transcript" | null;

/** Takes over from the loader. */
export function start(shell: Shell): void {
  const { given, frame, head, body } = shell;
  const kept = openKept(given.shop, storageOf("localStorage"));
  const session = openKept(given.shop, storageOf("sessionStorage"));
  const language = words.language;
  const { state } = talk;
  const attention = openAttention(shell, kept);
  const thread = threadView({ title: given.title, greeting: given.greeting || words.greeting }, language, {
    retry,
    atEnd: look,
  });
  const details = detailsView(kept.get("details") ?? {});
  const composer = composerView({
    session,
    door: async () => (await talk.hello(), { url: doorTo("upload"), token: talk.token() }),
    typing: talk.typing,
    send: ({ text, files }) => send(text, files),
  });
  const menu = menuView({
    sound: given.sound !== "off",
    isMuted: attention.isMuted,
    mute: attention.mute,
    ask: (what) => question(what),
  });
  const showHead = headView(shell, language);
  const note = h("p", { class: "note", role: "status", hidden: true });
  const quick = h("div", { class: "quick", hidden: true });
  const foot = h("div", { class: "foot" }, composer.element);
  const extra = h("div", { class: "foot", hidden: true });
  let asked: Asked = null;
  let ended = false;

  talk.begin(given.shop, given.root, kept, { changed, refused: details.refuse });
  shell.dress(css);
  thread.below(quick, details.element);
  head.insertBefore(menu.button, head.lastElementChild);
  head.lastElementChild?.setAttribute("aria-label", words.close);
  fill(body, menu.list, note, thread.element, foot, extra);
  composer.takeFrom(body);
  shell.shown = shown;
  addEventListener("pagehide", talk.leave);
  addEventListener("offline", () => talk.reached(false));
  document.addEventListener("visibilitychange", () => {
    if (document.hidden) return;
    look();
    talk.wake();
  });
  draw();
  if (shell.isOpen) shown();
  else {
    void talk.hello();
    if (session.get("open")) shell.show(true, true);
  }

  function shown(): void {
    session.set("open", shell.isOpen || undefined);
    fullScreen(shell);
    frame.toggleAttribute("data-dark", frame.style.colorScheme === "dark");
    if (!shell.isOpen) return menu.close();
    void talk.hello();
    // Where there is no keyboard, writing begins with a touch: it would cover half of what is to be read.
    if (shell.root.activeElement && matchMedia("(hover: hover)").matches) composer.focus();
    look();
  }

  function send(text: string, files: Pending["files"], quickReply?: boolean): boolean {
    const who = details.read();
    if (!who) return false;
    if (Object.keys(who).length) kept.set("details", who);
    talk.send({ text, files, quickReply, ...who });
    return true;
  }

  function retry(id: string, again: boolean): void {
    const who = again ? details.read() : null;
    if (who || !again) talk.retry(id, who && { ...who, failed: undefined });
  }

  function changed(fresh: State["messages"]): void {
    draw();
    look();
    const last = fresh.at(-1);
    const unnoticed = !shell.isOpen || document.hidden || !document.hasFocus();
    if (last && unnoticed)
      attention.call(`${last.name ?? words.automatic}: ${last.text}`.slice(0, 200), talk.leads);
  }

  /** What can be seen has been seen. */
  function look(): void {
    if (shell.isOpen && !document.hidden && thread.isAtEnd()) talk.see();
  }

  function question(what: Asked): void {
    asked = what;
    if (asked === "end")
      fill(
        extra,
        endQuestion(() => question(null)),
      );
    if (asked === "transcript") {
      const form = transcriptView();
      form.setAttribute("open", "");
      const cancel = h("button", { onclick: () => question(null) }, words.cancel);
      fill(extra, h("div", { class: "ending" }, form, cancel));
    }
    draw();
    (asked ? extra.querySelector<HTMLElement>("input,button") : null)?.focus();
    if (!asked) composer.focus();
  }

  function draw(): void {
    showHead(state);
    thread.update(state);
    details.update(state);
    drawNote();
    drawQuick();
    const over = isOver(state);
    if (over && !ended) {
      asked = null;
      fill(extra, endView());
    }
    const isNew = ended && !over;
    ended = over;
    extra.hidden = !over && !asked;
    foot.hidden = over || !!asked || state.phase === "away";
    attention.show(unreadOf(state.messages, state.seen).length);
    if (isNew) composer.focus();
  }

  function drawNote(): void {
    const isAway = state.phase === "away";
    const text = isAway ? words.unavailable : state.isOnline ? thanks(state) : words.offline;
    if (note.dataset.text === text) return;
    note.dataset.text = text;
    note.hidden = !text;
    fill(note, text, isAway && h("a", { href: `${given.root}pages/contact` }, words.contact));
  }

  function drawQuick(): void {
    const replies = state.welcome?.quickReplies ?? [];
    const wanted = replies.length > 0 && !state.chat && !state.pending.length && !isClosed(state);
    quick.hidden = !wanted;
    if (!wanted || quick.childElementCount) return;
    fill(quick, ...replies.map((text) => h("button", { onclick: () => send(text, [], true) }, text)));
  }
}

/** What somebody hears who has left a message while the shop is closed. */
function thanks({ chat }: State): string {
  if (!chat?.offline || !chat.email) return "";
  const number = chat.number ? ` ${say(words.number, { number: chat.number })}` : "";
  return say(words.thanks, { email: chat.email }) + number;
}
