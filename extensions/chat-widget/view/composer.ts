// Where the visitor writes. What is written is kept while they walk through the shop.
import type { Kept } from "../panel/kept.ts";
import type { Pending } from "../panel/outbox.ts";
import { words } from "../words/en.ts";
import { h, icon, tool } from "./dom.ts";
import { ACCEPTED, openUploads, type UploadPlace } from "./uploads.ts";

const MOST_LETTERS = 5_000;

export interface Composer {
  element: HTMLElement;
  /** where files may be dropped and pasted */
  takeFrom(area: HTMLElement): void;
  focus(): void;
}

export interface Writing {
  session: Kept;
  door: UploadPlace["door"];
  typing(on: boolean): void;
  /** False when something has to be filled in first. */
  send(message: Pick<Pending, "text" | "files">): boolean;
}

export function composerView({ session, door, typing, send }: Writing): Composer {
  const problem = h("p", { class: "wrong", role: "alert" });
  const uploads = openUploads({ door, changed: arrange, problem: (text) => (problem.textContent = text) });
  const field = h("textarea", {
    ...{ rows: 1, maxLength: MOST_LETTERS, placeholder: words.message, "aria-label": words.message },
    ...{ enterKeyHint: "send", value: session.get<string>("draft") ?? "" },
  });
  const picker = h("input", { type: "file", multiple: true, accept: ACCEPTED, hidden: true });
  const button = h("button", { class: "send", type: "submit", "aria-label": words.send }, icon("up"));
  const element = h(
    "form",
    { class: "composer", noValidate: true },
    uploads.element,
    problem,
    h(
      "div",
      { class: "row" },
      tool("plus", words.attach, () => picker.click()),
      picker,
      field,
      button,
    ),
  );
  let rest: ReturnType<typeof setTimeout>;

  picker.onchange = () => {
    take(picker.files);
    picker.value = "";
  };
  field.oninput = () => {
    session.set("draft", field.value || undefined);
    arrange();
    typing(field.value !== "");
    clearTimeout(rest);
    rest = setTimeout(() => typing(false), 4_000);
  };
  field.onkeydown = (event) => {
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    submit();
  };
  element.onsubmit = (event) => {
    event.preventDefault();
    submit();
  };

  function submit(): void {
    const text = field.value.trim();
    const files = uploads.ready();
    if ((!text && !files.length) || uploads.isBusy()) return;
    if (!send({ text, files })) return;
    clearTimeout(rest);
    problem.textContent = field.value = "";
    session.set("draft", undefined);
    uploads.clear();
    arrange();
    field.focus();
  }

  function take(files: FileList | null | undefined): boolean {
    problem.textContent = "";
    if (!files?.length) return false;
    uploads.add(files);
    arrange();
    return true;
  }

  /** As high as what is written, up to five lines; and whether it can be sent. */
  function arrange(): void {
    field.style.height = "auto";
    field.style.height = `${Math.min(field.scrollHeight, 132)}px`;
    const nothing = !field.value.trim() && !uploads.ready().length;
    button.setAttribute("aria-disabled", String(nothing || uploads.isBusy()));
  }

  arrange();
  return {
    element,
    focus: () => field.focus({ preventScroll: true }),
    takeFrom(area) {
      area.onpaste = ({ clipboardData }) => void take(clipboardData?.files);
      area.ondragover = (event) => {
        event.preventDefault();
        area.dataset.drop = "";
      };
      area.ondragleave = () => delete area.dataset.drop;
      area.ondrop = (event) => {
        event.preventDefault();
        delete area.dataset.drop;
        take(event.dataTransfer?.files);
      };
    },
  };
}
