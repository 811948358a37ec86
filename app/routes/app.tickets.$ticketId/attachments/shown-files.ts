// Which of a message's files stand below it, and how. Pure.
import { previewOf } from "../../../files/preview.ts";
import type { ShownFile } from "../../../files/file.ts";

export interface ShownFiles {
  pictures: ShownFile[];
  others: ShownFile[];
}

/** Pictures that stand in the text are not shown again; one that the text does not show is. */
export function shownFiles(message: { html: string | null; files: ShownFile[] }): ShownFiles {
  const shown = message.files.filter((file) => !(file.inline && isInText(message.html, file.contentId)));
  return {
    pictures: shown.filter((file) => previewOf(file) === "image"),
    others: shown.filter((file) => previewOf(file) !== "image"),
  };
}

const isInText = (html: string | null, contentId: string | null): boolean =>
  html !== null &&
  contentId !== null &&
  [contentId, encodeURIComponent(contentId), contentId.replaceAll("&", "&amp;")].some((id) =>
    html.includes(id),
  );
