// Files on their way: chosen, pasted or dropped, each with its progress, and the way out.
import type { Refusal, Uploaded } from "../../../app/channels/chat/protocol.ts";
import { words } from "../words/en.ts";
import { fill, h, say, tool } from "./dom.ts";

const MOST = 5;
const MOST_BYTES = 10 * 1024 * 1024;
const KINDS = /^image\/(png|jpeg|webp|gif|heic)$|^application\/pdf$/;
/** What a file dialog offers. */
export const ACCEPTED = "image/png,image/jpeg,image/webp,image/gif,image/heic,application/pdf";

export interface Uploads {
  element: HTMLElement;
  add(files: Iterable<File>): void;
  /** what is there and can be sent */
  ready(): Uploaded["file"][];
  isBusy(): boolean;
  clear(): void;
}

export interface UploadPlace {
  /** Where to, and with which token: known once the server has said hello. */
  door(): Promise<{ url: string; token: string }>;
  changed(): void;
  problem(text: string): void;
}

interface Row {
  element: HTMLElement;
  done?: Uploaded["file"];
  call?: XMLHttpRequest;
  failed?: boolean;
}

export function openUploads(place: UploadPlace): Uploads {
  const rows = new Set<Row>();
  const element = h("ul", { class: "files", hidden: true });

  function add(files: Iterable<File>): void {
    for (const file of files) {
      if (rows.size >= MOST) return place.problem(words.mostFiles);
      if (file.size > MOST_BYTES) place.problem(words.tooLarge);
      else if (file.type && !KINDS.test(file.type)) place.problem(words.wrongKind);
      else start(file);
    }
  }

  function start(file: File): void {
    const row: Row = { element: h("li") };
    const bar = h("progress", { max: 1, value: 0, "aria-label": file.name });
    const drop = tool("x", say(words.remove, { name: file.name }), () => {
      row.call?.abort();
      take(row);
    });
    const again = h("button", { hidden: true, onclick: () => void go() }, words.retry);
    row.element.append(h("span", {}, file.name), bar, again, drop);
    rows.add(row);
    element.append(row.element);
    element.hidden = false;
    void go();

    async function go(): Promise<void> {
      row.failed = false;
      again.hidden = true;
      bar.hidden = false;
      const { url, token } = await place.door();
      if (!rows.has(row)) return;
      const call = (row.call = new XMLHttpRequest());
      call.open("POST", url);
      call.responseType = "json";
      call.upload.onprogress = ({ loaded, total }) => (bar.value = loaded / total);
      call.onload = () => finish(call.response as (Uploaded & Partial<Refusal>) | null);
      call.onerror = () => finish(null);
      const form = new FormData();
      form.append("token", token);
      form.append("file", file, file.name);
      call.send(form);
      place.changed();
    }

    function finish(answer: (Uploaded & Partial<Refusal>) | null): void {
      bar.hidden = true;
      if (answer?.file) row.done = answer.file;
      else if (answer?.error === "too-large" || answer?.error === "invalid") {
        take(row);
        place.problem(answer.error === "invalid" ? words.wrongKind : words.tooLarge);
      } else {
        row.failed = true;
        again.hidden = false;
        place.problem(words.uploadFailed);
      }
      place.changed();
    }
  }

  function take(row: Row): void {
    rows.delete(row);
    row.element.remove();
    element.hidden = !rows.size;
    place.changed();
  }

  return {
    element,
    add,
    ready: () => [...rows].flatMap(({ done }) => done ?? []),
    isBusy: () => [...rows].some(({ done, failed }) => !done && !failed),
    clear() {
      rows.clear();
      fill(element);
      element.hidden = true;
    },
  };
}
