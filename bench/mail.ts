// `npm run bench -- mail FOLDER`: judges mail that others made. Each judge prints its figures and lists what failed.
import { say } from "./figure.ts";
import { readEntries, type Entry } from "./mail/entries.ts";

/** Judges the entries it knows; prints nothing for a folder without any. */
export type Judge = (entries: Entry[]) => Promise<void>;

const judges: { kinds: string[]; load: () => Promise<Judge> }[] = [
  { kinds: ["mime", "charset"], load: async () => (await import("./mail/accepted.ts")).accepted },
];

/** Runs every judge on the folder's entries. Returns the exit code: 1 when the folder had nothing to judge. */
export async function judgeMail(folder: string): Promise<number> {
  const entries = readEntries(folder);
  let judged = 0;
  for (const { kinds, load } of judges) {
    const mine = entries.filter(({ kind }) => kinds.includes(kind));
    judged += mine.length;
    if (mine.length) await (await load())(mine);
  }
  await (await import("./mail/mailbox.ts")).closeMailboxes();
  if (!judged) say(`mail: not run, 0 of ${entries.length} expectations can be judged.`);
  return judged ? 0 : 1;
}
