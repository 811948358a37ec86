import { afterEach, expect, test, vi } from "vitest";
import { newId } from "../lib/id.ts";
import { fetchAhead, heardSince, isCurrent, joinAhead, outdate } from "./ahead.ts";

afterEach(() => vi.unstubAllGlobals());

/** A server that answers when it is told to. */
function slowServer(): () => void {
  let answer = (_: Response): void => undefined;
  const answered = new Promise<Response>((resolve) => (answer = resolve));
  vi.stubGlobal("fetch", () => answered);
  return () => answer(Response.json({ id: "1" }));
}

test("a ticket fetched a moment ago, of which nothing has been heard, is how it stands", async () => {
  const [id, answer] = [newId(), slowServer()];
  fetchAhead(id);
  const ticket = joinAhead(id);
  answer();
  expect(await ticket).toEqual({ id: "1" });
  expect(isCurrent(id)).toBe(true);
  outdate(id);
  expect(isCurrent(id)).toBe(false);
});

test("what happened to a ticket while it was on its way may not be in it", async () => {
  const [id, answer] = [newId(), slowServer()];
  const began = Date.now();
  fetchAhead(id);
  const ticket = joinAhead(id);
  outdate(id);
  answer();
  await ticket;
  expect(isCurrent(id)).toBe(false);
  expect(heardSince(id, began)).toBe(true);
  expect(heardSince(id, Date.now() + 1)).toBe(false);
});
