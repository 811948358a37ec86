// How the panel reaches the server: straight to the app, or through the shop where something keeps the app away
// (a theme's content security policy, an ad blocker). A page has one chat, so this file knows one server.
import type { Refusal, RefusalCode, Verb } from "../../../app/channels/chat/protocol.ts";

export type Answer<T> =
  { ok: true; value: T } | ({ ok: false; error: RefusalCode | "offline" } & Omit<Refusal, "error">);

const PATIENCE = 15_000;
/** How long the app's own address is left alone after it was out of reach and the shop's was not. */
const AVOIDED = 300_000;

let shop = "";
let app = "";
let avoidedUntil = 0;

/** `root` is the shop's own; where the app is, its first answer says. */
export const findShop = (root: string): void => void (shop = `${root}apps/samla/chat`);

export const findApp = (direct: string): void => void (app = direct);

/** Whether the app's own address can be asked. */
export const isDirect = (): boolean => !!app && performance.now() >= avoidedUntil;

/** Where a verb is asked now. */
export const doorTo = (verb: Verb): string => `${isDirect() && verb !== "hello" ? app : shop}/${verb}`;

/** Asks one thing. Never throws: out of reach is an answer. */
export async function call<T>(verb: Verb, body: object): Promise<Answer<T>> {
  const door = doorTo(verb);
  const answer = await ask<T>(door, body);
  const other = `${shop}/${verb}`;
  if (answer.ok || answer.error !== "offline" || door === other) return answer;
  const second = await ask<T>(other, body);
  if (second.ok || second.error !== "offline") avoidedUntil = performance.now() + AVOIDED;
  return second;
}

/** Whether the token is worth nothing any more. */
export const isStrange = (error: string): boolean => error === "gone" || error === "not-found";

/** Says something while the page goes away; nobody waits for an answer. */
export const whisper = (verb: Verb, body: object): void =>
  void navigator.sendBeacon?.(doorTo(verb), JSON.stringify(body));

async function ask<T>(url: string, body: object): Promise<Answer<T>> {
  const patience = new AbortController();
  const timer = setTimeout(() => patience.abort(), PATIENCE);
  try {
    const response = await fetch(url, { ...request(body), signal: patience.signal });
    return await read<T>(response);
  } catch {
    return { ok: false, error: "offline" };
  } finally {
    clearTimeout(timer);
  }
}

/**
 * A request no browser asks permission for first: a text is sent as text/plain. Cookies go to the shop alone, whose
 * proxy says by them who is signed in.
 */
export const request = (body: object): RequestInit => ({
  method: "POST",
  body: JSON.stringify(body),
});

/** A page in place of an answer is the shop's: the app is not there, or unwell. */
async function read<T>(response: Response): Promise<Answer<T>> {
  const said = (await response.json().catch(() => null)) as (T & Partial<Refusal>) | null;
  if (said && response.ok && !said.error) return { ok: true, value: said };
  if (said?.error) return { ...said, ok: false, error: said.error };
  return { ok: false, error: response.status === 404 ? "unavailable" : "offline" };
}
