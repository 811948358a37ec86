// What takes the place of the composer: the question whether to end, and what comes after an end.
import type { Rate } from "../../../app/channels/chat/protocol.ts";
import { isAnswered } from "../panel/state.ts";
import * as talk from "../panel/talk.ts";
import { words } from "../words/en.ts";
import { fill, h, icon, say } from "./dom.ts";

/** After the end: why, how it was, the conversation by e-mail, a new one. */
export function endView(): HTMLElement {
  const { chat, welcome } = talk.state;
  // Whoever was answered by nobody has nothing to rate.
  const asks = welcome?.rating && chat && !chat.rated && chat.agent;
  return h(
    "div",
    { class: "ending" },
    h("p", { role: "status" }, chat?.endedBy === "silence" ? words.endedSilence : words.ended),
    asks && ratingView(),
    welcome?.transcript && isAnswered(talk.state) && transcriptView(),
    h("button", { class: "main", onclick: () => talk.again() }, words.again),
  );
}

function ratingView(): HTMLElement {
  const comment = h("textarea", {
    rows: 2,
    maxLength: 1_000,
    "aria-label": words.comment,
    placeholder: words.comment,
  });
  const problem = h("p", { class: "wrong", role: "alert" });
  const more = h(
    "div",
    { hidden: true },
    comment,
    h("button", { class: "main", type: "submit" }, words.rateSend),
    problem,
  );
  const stars = words.scores.map((label, index) =>
    h(
      "label",
      { title: label },
      h("input", { type: "radio", name: "score", value: String(index + 1), "aria-label": label }),
      icon("star"),
    ),
  );
  const scores = h("fieldset", {}, h("legend", {}, words.rate), h("div", { class: "stars" }, ...stars));
  const form = h("form", {}, scores, more);
  form.onchange = () => (more.hidden = false);
  form.onsubmit = async (event) => {
    event.preventDefault();
    const score = Number(new FormData(form).get("score")) as Rate["score"];
    const answer = await talk.ask("rate", { score, comment: comment.value.trim() || undefined });
    if (answer.ok) fill(form, h("p", { role: "status" }, words.rated));
    else problem.textContent = why(answer.error);
  };
  return form;
}

/** Asks where to, and sends it there. */
export function transcriptView(): HTMLElement {
  const { chat, welcome } = talk.state;
  const known = chat?.email ?? welcome?.visitor.email ?? "";
  const input = h("input", {
    type: "email",
    required: true,
    value: known,
    autocomplete: "email",
    maxLength: 254,
  });
  input.setAttribute("aria-label", words.email);
  const problem = h("p", { class: "wrong", role: "alert" });
  const send = h("button", { class: "main", type: "submit" }, words.transcriptSend);
  const form = h("form", { noValidate: true, class: "line" }, input, send, problem);
  form.onsubmit = async (event) => {
    event.preventDefault();
    const email = input.value.trim();
    if (!email || !input.validity.valid) {
      problem.textContent = words.emailWrong;
      return input.focus();
    }
    const answer = await talk.ask("transcript", { email });
    if (answer.ok) return fill(form, h("p", { role: "status" }, say(words.transcriptSent, { email })));
    problem.textContent = why(answer.error);
  };
  return h("details", {}, h("summary", {}, words.transcript), form);
}

/** "End this chat?" */
export function endQuestion(done: () => void): HTMLElement {
  const end = h("button", { class: "main" }, words.end);
  end.onclick = () => void talk.end().then(done);
  return h(
    "div",
    { class: "ending", role: "group", "aria-label": words.endAsk },
    h("p", {}, words.endAsk),
    h("div", { class: "choice" }, end, h("button", { onclick: done }, words.keep)),
  );
}

const why = (error: string): string =>
  error === "too-many" ? words.tooMany : error === "invalid" ? words.emailWrong : words.failed;
