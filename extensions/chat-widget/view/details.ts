// Who is writing: asked before the first message when the shop wants to know, and when it is closed.
import { isClosed, type State } from "../panel/state.ts";
import { words } from "../words/en.ts";
import { h } from "./dom.ts";

type Field = "name" | "email";

export interface Details {
  element: HTMLElement;
  update(state: State): void;
  /** What was filled in; null with the first wrong field marked and focused. */
  read(): { name?: string; email?: string } | null;
  /** Marks what the server would not take. */
  refuse(fields: string[]): void;
}

export function detailsView(known: { name?: string; email?: string }): Details {
  const name = field("name", words.name, known.name);
  const email = field("email", words.email, known.email);
  const lead = h("p", {});
  const element = h("div", { class: "details", hidden: true }, lead, name.element, email.element);
  /** what the server would not do without */
  const demanded = new Set<string>();

  function update(state: State): void {
    const { welcome } = state;
    const closed = isClosed(state);
    const needs: Record<Field, string> = {
      name: closed && welcome?.ask.name === "off" ? "optional" : (welcome?.ask.name ?? ""),
      email: closed ? "required" : (welcome?.ask.email ?? ""),
    };
    const needOf = (key: Field): string => {
      // Whoever is talking has been asked, and whoever is signed in is known.
      if (!welcome || state.chat) return "off";
      if (demanded.has(key)) return "required";
      return welcome.visitor.proven ? "off" : needs[key];
    };
    lead.textContent = closed ? words.leave : "";
    lead.hidden = !closed || !!state.chat;
    for (const { element: row, input, label, key, text } of [name, email]) {
      const need = needOf(key);
      row.hidden = need === "off";
      input.required = need === "required";
      label.textContent = need === "optional" ? `${text} (${words.optional})` : text;
      if (!input.value && welcome?.visitor[key]) input.value = welcome.visitor[key] ?? "";
    }
    element.hidden = lead.hidden && name.element.hidden && email.element.hidden;
  }

  function read(): { name?: string; email?: string } | null {
    const wrong = [name, email].filter(({ input, key, element: row, mark }) => {
      const bad = !row.hidden && ((input.required && !input.value.trim()) || !input.validity.valid);
      mark(bad ? (key === "name" ? words.nameMissing : words.emailWrong) : "");
      return bad;
    });
    wrong[0]?.input.focus();
    if (wrong.length) return null;
    const said = (one: typeof name) => (one.element.hidden ? undefined : one.input.value.trim() || undefined);
    const given = { name: said(name), email: said(email) };
    return Object.fromEntries(Object.entries(given).filter(([, value]) => value));
  }

  function refuse(fields: string[]): void {
    for (const one of [name, email]) {
      if (!fields.includes(one.key)) continue;
      demanded.add(one.key);
      element.hidden = one.element.hidden = false;
      one.mark(one.key === "name" ? words.nameMissing : words.emailWrong);
      one.input.focus();
    }
  }

  return { element, update, read, refuse };
}

function field(key: Field, text: string, value = "") {
  const id = `samla-${key}`;
  const input = h("input", {
    id,
    name: key,
    value,
    autocomplete: key,
    maxLength: 254,
    "aria-describedby": `${id}-wrong`,
  });
  if (key === "email") input.type = "email";
  const label = h("label", { htmlFor: id }, text);
  const wrong = h("span", { id: `${id}-wrong`, class: "wrong", role: "alert" });
  const mark = (problem: string) => {
    wrong.textContent = problem;
    input.setAttribute("aria-invalid", String(!!problem));
  };
  input.oninput = () => input.getAttribute("aria-invalid") === "true" && input.validity.valid && mark("");
  return { key, text, input, label, mark, element: h("div", { class: "field" }, label, input, wrong) };
}
