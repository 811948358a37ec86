// Names that tools outside the repository may ask for already, and what they hear until the figure exists.
import { existsSync } from "node:fs";

export const promised = ["widget.bytes-before", "widget.bytes-open", "widget.lighthouse-drop"];

/** Judges of outside data that are not built yet: `cdnow FILE`. Each says why it gives no figure. */
export const notRun: Record<string, (path: string | undefined) => string> = {
  cdnow: (file) => whyNot("cdnow", "the file of purchases", file),
};

/** Why the mails can't be judged; null when they can. */
export const mailsMissing = (folder: string | undefined): string | null =>
  folder && existsSync(folder) ? null : whyNot("mail", "a folder of mails", folder);

function whyNot(name: string, what: string, path: string | undefined): string {
  if (!path) return `${name}: not run, it needs ${what}.`;
  if (!existsSync(path)) return `${name}: not run, there is no ${path}.`;
  return `${name}: not built yet.`;
}
