import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import type { AppError } from "../../errors.ts";
import { newId } from "../../lib/id.ts";
import { beginsWithZeros } from "../../lib/proof-of-work.ts";
import { demandWork } from "./limits.server.ts";

const failure = (work: () => void): AppError | null => {
  try {
    work();
    return null;
  } catch (error) {
    return error as AppError;
  }
};

test("a store that is flooded asks whoever begins for work, and takes it once, for what it was asked for", () => {
  const store = newId();
  const begin = (subject: string, proof?: string) =>
    failure(() => demandWork("begin", store, { subject, proof }));
  for (let begun = 0; begun < 60; begun++) expect(begin(newId())).toBeNull();
  const [mine, theirs] = [newId(), newId()];
  const asked = begin(mine);
  expect(asked).toMatchObject({ code: "proof-needed", status: 403 });
  const challenge = String(asked?.detail.challenge);
  let number = 0;
  while (!beginsWithZeros(createHash("sha256").update(`${challenge}:${number}`).digest(), 15)) number++;
  const proof = `${challenge}:${number}`;
  expect(begin(theirs, proof)).not.toBeNull();
  expect(begin(mine, proof)).toBeNull();
  expect(begin(mine, proof)).not.toBeNull();
  // Another store's visitors notice nothing.
  expect(failure(() => demandWork("begin", newId(), { subject: mine, proof: undefined }))).toBeNull();
});
