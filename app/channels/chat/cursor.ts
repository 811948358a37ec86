// How far somebody has followed a conversation: which one, and its revision then. Opaque to whoever holds it. Pure.
import { isId } from "../../lib/id.ts";

export interface Cursor {
  chatId: string;
  revision: number;
}

export const writeCursor = ({ chatId, revision }: Cursor): string => `${chatId}.${revision}`;

/** Of no conversation. */
export const NOWHERE = "0";

/** Null for none, and for anything that is no cursor: whoever sends that reads from the beginning. */
export function readCursor(written: string): Cursor | null {
  const [chatId, revision = "", ...rest] = written.split(".");
  if (!isId(chatId) || rest.length || !/^\d{1,9}$/.test(revision)) return null;
  return { chatId, revision: Number(revision) };
}
