// The head of the panel: who answers, and how soon.
import type { Shell } from "../loader/shell.ts";
import { isClosed, isRunning, type State } from "../panel/state.ts";
import { words } from "../words/en.ts";
import { fill, h, say } from "./dom.ts";
import { backTime } from "./when.ts";

/** Puts pictures and a line below the title in; returns what keeps them true. */
export function headView({ head, given }: Shell, language: string): (state: State) => void {
  const title = head.firstElementChild as HTMLElement;
  const name = h("span", {}, given.title);
  const line = h("small", {});
  const faces = h("span", { class: "faces", "aria-hidden": "true" });
  fill(title, name, line);
  head.prepend(faces);
  let shown = "";

  return (state) => {
    const agent = isRunning(state) ? state.chat?.agent : null;
    const people = agent ? [agent] : isClosed(state) ? [] : (state.welcome?.team ?? []).slice(0, 3);
    name.textContent = agent?.name ?? given.title;
    line.textContent = agent ? "" : soon(state, language);
    const like = JSON.stringify(people);
    if (like === shown) return;
    shown = like;
    fill(faces, ...people.map(face));
  };
}

function face({ name, picture }: { name: string; picture: string | null }): HTMLElement {
  const initial = h("span", { class: "face" }, name.slice(0, 1).toUpperCase());
  if (!picture) return initial;
  const image = h("img", { class: "face", src: picture, alt: "" });
  image.onerror = () => image.replaceWith(initial);
  return image;
}

/** "We are closed right now, back tomorrow 09:00" */
function soon({ availability, ahead }: State, language: string): string {
  if (!availability) return "";
  const { state, backAt, usualMinutes } = availability;
  if (state === "closed") {
    const when = backAt && backTime(backAt, Date.now() + ahead, language);
    return when ? `${words.closed}, ${say(words.back, { when })}` : words.closed;
  }
  const usual = usualMinutes ? say(words.usually, { minutes: usualMinutes }) : "";
  if (state === "busy") return [words.busy, usual].filter(Boolean).join(". ");
  return usual || words.online;
}
