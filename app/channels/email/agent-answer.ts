// May a mail to an agent's answer address go to the customer as it is? Pure.
import { aboveMark, ANSWER_MARK } from "../../mail/answer-mark.ts";
import { textToHtml } from "../../mail/text.ts";
import type { HeldReason } from "../../tickets/held-answer.ts";
import { variablesLeft } from "../../tickets/variables-in-html.ts";

export interface AnswerFacts {
  /** the mail's From, normalised */
  from: string | null;
  /** null: retired, or without a role by now */
  agentEmail: string | null;
  /** SPF or DKIM holds for From's domain */
  authenticated: boolean;
  /** what they wrote now */
  text: string;
  files: number;
  /** the notification it answers was found */
  answersNotification: boolean;
  /** somebody else has written since */
  movedOn: boolean;
}

/** Why it must wait for somebody to look at it; null when it goes out. The most serious reason comes first. */
export function whyHeld(facts: AnswerFacts): HeldReason | null {
  if (!facts.agentEmail) return "no-role";
  if (facts.from !== facts.agentEmail) return "other-sender";
  if (!facts.authenticated) return "not-authenticated";
  if (facts.text.includes(ANSWER_MARK)) return "quoted";
  if (!facts.text && !facts.files) return "empty";
  if (variablesLeft(textToHtml(facts.text)).length) return "variables";
  if (!facts.answersNotification) return "unknown-thread";
  return facts.movedOn ? "moved-on" : null;
}

const SIGNATURE = /^(?:-- |--|—)\s*$/;
const DEVICE =
  /^(?:sent from my|get outlook for|skickat från min|skickades från|hämta outlook för|sendt fra min|hent outlook for)\b.{0,60}$/iu;

/** What the agent wrote now: above our notification, without what their mail program signs with. */
export function whatTheyWrote({ text, trimmed }: { text: string; trimmed: string | null }): string {
  const lines = aboveMark(trimmed ?? text).split("\n");
  const signed = lines.findIndex((line) => SIGNATURE.test(line));
  const kept = signed < 0 ? lines : lines.slice(0, signed);
  while (kept.length && (!kept.at(-1)?.trim() || DEVICE.test(kept.at(-1)?.trim() ?? ""))) kept.pop();
  return kept.join("\n").trim();
}
