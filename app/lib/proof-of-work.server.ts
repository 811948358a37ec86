// The server's side of the proof of work: challenges are signed, live for minutes, and are worth something once.
import { createHash, createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import { env } from "../env.server.ts";
import { MINUTE, now } from "./clock.ts";
import { once } from "./once.server.ts";
import { beginsWithZeros, readProof, type Challenge } from "./proof-of-work.ts";
import { mayPass } from "./rate.ts";

/** About a second of a phone's script. */
const BITS = 15;
const LIVES = 10 * MINUTE;

/**
 * Something to work out before `subject` is taken: the id of the message or token it is asked for. Name one that is
 * taken only once, and a proof is of no use for anything else.
 */
export function challengeFor(subject: string): Challenge {
  const body = `${(now().getTime() + LIVES).toString(36)}.${BITS}.${randomBytes(9).toString("base64url")}`;
  return { challenge: `${body}.${sign(body, subject)}`, bits: BITS };
}

/** Whether this is the answer to a challenge for `subject`, in time and for the first time in this process. */
export function isProven(subject: string, written: string): boolean {
  const proof = readProof(written);
  if (!proof) return false;
  const { challenge, number } = proof;
  const [expires = "", bits = "", nonce = "", signature = ""] = challenge.split(".");
  const wanted = Buffer.from(sign(`${expires}.${bits}.${nonce}`, subject));
  const given = Buffer.from(signature);
  if (wanted.length !== given.length || !timingSafeEqual(wanted, given)) return false;
  if (Number.parseInt(expires, 36) <= now().getTime()) return false;
  const hash = createHash("sha256").update(`${challenge}:${number}`).digest();
  return beginsWithZeros(hash, Number(bits)) && mayPass(`proof:${nonce}`, { calls: 1, within: LIVES });
}

const key = () =>
  once("proof-of-work-key", () =>
    createHmac("sha256", Buffer.from(env.TOKEN_ENCRYPTION_KEY, "base64")).update("proof of work").digest(),
  );

const sign = (body: string, subject: string): string =>
  createHmac("sha256", key()).update(`${body} ${subject}`).digest("base64url").slice(0, 32);
