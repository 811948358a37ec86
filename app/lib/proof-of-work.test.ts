import { createHash } from "node:crypto";
import { afterEach, expect, test, vi } from "vitest";
import { HOUR, now } from "./clock.ts";
import { challengeFor, isProven } from "./proof-of-work.server.ts";
import { beginsWithZeros, writeProof, type Challenge } from "./proof-of-work.ts";

afterEach(() => vi.useRealTimers());

function workOut({ challenge, bits }: Challenge): string {
  for (let number = 0; ; number += 1) {
    const hash = createHash("sha256").update(`${challenge}:${number}`).digest();
    if (beginsWithZeros(hash, bits)) return writeProof(challenge, number);
  }
}

test("a proof is good for what it was asked for, once", () => {
  const proof = workOut(challengeFor("message-1"));
  expect(isProven("message-2", proof)).toBe(false);
  expect(isProven("message-1", proof)).toBe(true);
  expect(isProven("message-1", proof)).toBe(false);
});

test("a guess, a changed challenge, a late one and nonsense prove nothing", () => {
  const made = challengeFor("message-1");
  const proof = workOut(made);
  expect(isProven("message-1", writeProof(made.challenge, 1e12))).toBe(false);
  expect(
    isProven("message-1", workOut({ ...made, challenge: made.challenge.replace(/\.15\./, ".1."), bits: 1 })),
  ).toBe(false);
  expect(isProven("message-1", "")).toBe(false);
  expect(isProven("message-1", `${"a".repeat(400)}:1`)).toBe(false);
  vi.useFakeTimers({ now: now().getTime() + HOUR, toFake: ["Date"] });
  expect(isProven("message-1", proof)).toBe(false);
});
