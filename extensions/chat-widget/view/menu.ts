// "More choices": the sound, the conversation by e-mail, the end.
import { isAnswered, isRunning } from "../panel/state.ts";
import { state } from "../panel/talk.ts";
import { words } from "../words/en.ts";
import { fill, h, tool } from "./dom.ts";

export interface Menu {
  button: HTMLButtonElement;
  list: HTMLElement;
  close(): void;
}

export function menuView({
  sound,
  isMuted,
  mute,
  ask,
}: {
  sound: boolean;
  isMuted(): boolean;
  mute(on: boolean): void;
  ask(what: "end" | "transcript"): void;
}): Menu {
  const button = tool("more", words.more, () => (list.hidden ? open() : close()));
  const list = h("div", { class: "menu", hidden: true });
  button.setAttribute("aria-expanded", "false");
  list.onkeydown = (event) => {
    if (event.key !== "Escape") return;
    event.stopPropagation();
    close();
    button.focus();
  };
  list.addEventListener("focusout", ({ relatedTarget }) => {
    if (relatedTarget && !list.contains(relatedTarget as Node) && relatedTarget !== button) close();
  });

  function open(): void {
    const choice = (text: string, chosen: () => void) =>
      h("button", { onclick: () => (close(), chosen()) }, text);
    const running = isRunning(state);
    fill(
      list,
      sound && choice(isMuted() ? words.unmute : words.mute, () => mute(!isMuted())),
      running &&
        state.welcome?.transcript &&
        isAnswered(state) &&
        choice(words.transcript, () => ask("transcript")),
      running && choice(words.end, () => ask("end")),
    );
    list.hidden = !list.childElementCount;
    button.setAttribute("aria-expanded", String(!list.hidden));
    (list.firstElementChild as HTMLElement | null)?.focus();
  }

  function close(): void {
    list.hidden = true;
    button.setAttribute("aria-expanded", "false");
  }

  return { button, list, close };
}
