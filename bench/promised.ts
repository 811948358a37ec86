// What tools outside the repository may bring to be judged, and what they hear when it is not there.
import { existsSync } from "node:fs";

/** Why the mails can't be judged; null when they can. */
export const mailsMissing = (folder: string | undefined): string | null =>
  whyNot("mail", "a folder of mails", folder);

/** Why nothing can be fitted; null when there is a file to read. */
export const purchasesMissing = (file: string | undefined): string | null =>
  whyNot("cdnow", "the file of purchases", file);

function whyNot(name: string, what: string, path: string | undefined): string | null {
  if (!path) return `${name}: not run, it needs ${what}.`;
  return existsSync(path) ? null : `${name}: not run, there is no ${path}.`;
}
