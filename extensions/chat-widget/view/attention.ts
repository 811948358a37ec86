// How a visitor who looks elsewhere hears of an answer: a number on the button and in the title, and a sound.
import type { Shell } from "../loader/shell.ts";
import type { Kept } from "../panel/kept.ts";
import { words } from "../words/en.ts";
import { h, say } from "./dom.ts";

export interface Attention {
  show(unread: number): void;
  /** For when nobody is looking; aloud in one tab. */
  call(text: string, aloud: boolean): void;
  isMuted(): boolean;
  mute(on: boolean): void;
}

export function openAttention({ launcher, root, given }: Shell, kept: Kept): Attention {
  const badge = h("span", { class: "badge", hidden: true });
  const status = h("div", { class: "sr", role: "status" });
  let audio: AudioContext | undefined;
  launcher.append(badge);
  root.append(status);
  // Browsers let a page be heard once somebody has touched it.
  addEventListener("pointerdown", () => (audio ??= new AudioContext()), { once: true, capture: true });

  const isMuted = () => kept.get("muted") === true;

  return {
    isMuted,
    mute: (on) => kept.set("muted", on || undefined),
    show(unread) {
      badge.hidden = !unread;
      badge.textContent = unread > 9 ? "9+" : String(unread);
      const count = say(words.unread, { count: unread });
      launcher.setAttribute("aria-label", unread ? `${given.launcher}. ${count}` : given.launcher);
      const title = document.title.replace(/^\(\d+\) /, "");
      const wanted = unread ? `(${unread}) ${title}` : title;
      if (wanted !== document.title) document.title = wanted;
    },
    call(text, aloud) {
      status.textContent = text;
      if (aloud && audio && given.sound !== "off" && !isMuted()) ring(audio);
    },
  };
}

/** Two soft notes. */
function ring(audio: AudioContext): void {
  void audio.resume();
  [660, 880].forEach((pitch, index) => {
    const note = audio.createOscillator();
    const loudness = audio.createGain();
    const at = audio.currentTime + index * 0.12;
    note.frequency.value = pitch;
    loudness.gain.setValueAtTime(0.08, at);
    loudness.gain.exponentialRampToValueAtTime(0.001, at + 0.25);
    note.connect(loudness).connect(audio.destination);
    note.start(at);
    note.stop(at + 0.3);
  });
}
