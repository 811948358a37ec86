// What was written and has not arrived: kept until the server has it, sent in the order it was written.
// The visitor's clock has no part in it, and the same id again is the same message.
import type { Kept } from "./kept.ts";

export interface Pending {
  id: string;
  text: string;
  files: { token: string; name: string; size: number; contentType: string }[];
  name?: string | undefined;
  email?: string | undefined;
  quickReply?: boolean | undefined;
  /** refused: waits for the visitor to try again or to give it up */
  failed?: string | undefined;
}

const BEGINNING = "out-";
const place = (number: number) => BEGINNING + String(number).padStart(9, "0");

/** All that waits, oldest first. */
export const waiting = (kept: Kept): Pending[] =>
  kept.names(BEGINNING).flatMap((name) => kept.get<Pending>(name) ?? []);

/** Puts one last in the row. Two tabs may take the same number: the id tells them apart. */
export function enqueue(kept: Kept, message: Pending): void {
  const last = kept.names(BEGINNING).at(-1)?.slice(BEGINNING.length) ?? "0";
  kept.set(`${place(parseInt(last, 10) + 1)}-${message.id}`, message);
}

/** Changes one where it stands; `null` takes it out. */
export function change(kept: Kept, id: string, to: Partial<Pending> | null): void {
  for (const name of kept.names(BEGINNING)) {
    const found = kept.get<Pending>(name);
    if (found?.id === id) kept.set(name, to ? { ...found, ...to } : undefined);
  }
}
