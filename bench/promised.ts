// Names that tools outside the repository may ask for already, and what they hear until the figure exists.
import { existsSync } from "node:fs";

export const promised = [
  "search.growth",
  "widget.bytes-before",
  "widget.bytes-open",
  "widget.lighthouse-drop",
  "ticket.open-p95-ms",
];

/** Judges of outside data: `mail FOLDER` and `cdnow FILE`. Each says why it gives no figure. */
export const notRun: Record<string, (path: string | undefined) => string> = {
  mail: (folder) => whyNot("mail", "a folder of mails", folder),
  cdnow: (file) => whyNot("cdnow", "the file of purchases", file),
};

function whyNot(name: string, what: string, path: string | undefined): string {
  if (!path) return `${name}: not run, it needs ${what}.`;
  if (!existsSync(path)) return `${name}: not run, there is no ${path}.`;
  return `${name}: not built yet.`;
}
