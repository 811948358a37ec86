// Was this form filled in by a robot? Robots are thanked like anybody else and land in the spam queue. Pure.
import type { SpamReason } from "../../tickets/ticket.ts";
import type { StoredForm } from "./take-in.server.ts";

/** Nobody reads a form, writes an address and a message and sends it in less. */
const FASTEST_PERSON_MS = 2000;

type Judged = Pick<StoredForm, "website" | "submissionId" | "elapsedMs" | "unproven" | "name" | "message">;

/** Why a form goes to the spam queue: who filled it in, or its words. Null for everybody else's. */
export function spamIn(form: Judged): SpamReason | null {
  if (looksLikeRobot(form)) return "robot";
  return readsLikeSpam(form) ? "filter" : null;
}

/**
 * The field nobody sees was filled in, a page with script sent it faster than a person can, or without the proof that
 * was asked of all of them.
 */
function looksLikeRobot({ website, submissionId, elapsedMs, unproven }: Judged): boolean {
  if (website.trim() !== "") return true;
  if (submissionId === null) return false;
  return unproven || (elapsedMs !== null && elapsedMs < FASTEST_PERSON_MS);
}

const LINK = /https?:\/\/|\bwww\./gi;
/** What only those write who want a link on somebody's page. */
const MARKUP = /\[url[=\]]|\[link[=\]]|<a\s+href/i;
/** A customer may well paste a product page, a tracking page and a picture. */
const MOST_LINKS = 6;

function readsLikeSpam({ name, message }: Judged): boolean {
  if (MARKUP.test(message) || /https?:\/\/|www\./i.test(name)) return true;
  return (message.match(LINK) ?? []).length > MOST_LINKS;
}
