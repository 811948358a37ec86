import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { startBeat } from "./beat.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function page() {
  const said: string[] = [];
  const tab = { seen: true };
  const beat = startBeat(
    (state) => said.push(state),
    () => tab.seen,
  );
  return { said, tab, beat };
}

/** Long enough not to have been passing only. */
function stayed() {
  const it = page();
  vi.advanceTimersByTime(200);
  return it;
}

test("looking is said after a moment and every six seconds, and not at all by who only passes", () => {
  const { said } = page();
  expect(said).toEqual([]);
  vi.advanceTimersByTime(12_000);
  expect(said).toEqual(["looking", "looking", "looking"]);
});

test("typing is said with the first key and ends five seconds after the last", () => {
  const { said, beat } = stayed();
  for (let key = 0; key < 3; key++) {
    beat.typed();
    vi.advanceTimersByTime(1000);
  }
  expect(said).toEqual(["looking", "typing"]);
  vi.advanceTimersByTime(4000);
  expect(said.at(-1)).toBe("looking");
});

test("what is sent is not being typed any more", () => {
  const { said, beat } = stayed();
  beat.typed();
  beat.rested();
  vi.advanceTimersByTime(5000);
  expect(said).toEqual(["looking", "typing", "looking"]);
});

test("a page nobody sees says nothing, and says it again when it is seen", () => {
  const { said, tab, beat } = stayed();
  tab.seen = false;
  vi.advanceTimersByTime(60_000);
  expect(said).toEqual(["looking"]);
  tab.seen = true;
  beat.again();
  expect(said).toEqual(["looking", "looking"]);
});

test("whoever leaves is gone, and says nothing more", () => {
  const { said, beat } = stayed();
  beat.typed();
  beat.stop();
  vi.advanceTimersByTime(60_000);
  expect(said).toEqual(["looking", "typing", "gone"]);
});

test("whoever leaves before anything was said was never there", () => {
  const { said, beat } = page();
  beat.stop();
  vi.advanceTimersByTime(60_000);
  expect(said).toEqual([]);
});
