import { describe, expect, test } from "vitest";
import { openKept, type Kept } from "./kept.ts";
import { change, enqueue, waiting } from "./outbox.ts";

/** A browser's storage: room for so many letters, or closed altogether. */
function storage({ room = Infinity }: { room?: number } = {}): Storage {
  const there = new Map<string, string>();
  const kept = {
    getItem: (key: string) => there.get(key) ?? null,
    removeItem: (key: string) => void there.delete(key),
    setItem(key: string, value: string) {
      if (value.length > room) throw new Error("QuotaExceededError");
      there.set(key, value);
      Object.assign(kept, { [key]: value });
    },
  };
  return new Proxy(kept as unknown as Storage, { ownKeys: () => [...there.keys()] });
}

const message = (id: string) => ({ id, text: `Text ${id}`, files: [] });
const ids = (kept: Kept) => waiting(kept).map(({ id }) => id);

describe.each([
  ["a browser that keeps things", () => storage()],
  ["a browser whose storage is full", () => storage({ room: 0 })],
  ["a browser that allows no storage", () => null],
])("in %s", (_, open) => {
  test("what was written waits in its order, however many", () => {
    const kept = openKept("1", open());
    const written = Array.from({ length: 12 }, (_, index) => `z${99 - index}`);
    for (const id of written) enqueue(kept, message(id));
    expect(ids(kept)).toEqual(written);
    change(kept, "z98", { failed: "too-large" });
    change(kept, "z97", null);
    expect(ids(kept)).toEqual(written.filter((id) => id !== "z97"));
    expect(waiting(kept)[1]?.failed).toBe("too-large");
  });
});

test("a page that is loaded again finds what waits, and another shop's does not", () => {
  const browser = storage();
  enqueue(openKept("1", browser), message("a"));
  enqueue(openKept("1", browser), message("b"));
  expect(ids(openKept("1", browser))).toEqual(["a", "b"]);
  expect(ids(openKept("12", browser))).toEqual([]);
});

test("two tabs that write at once both keep their message", () => {
  const browser = storage();
  const [one, other] = [openKept("1", browser), openKept("1", browser)];
  enqueue(one, message("a"));
  enqueue(other, message("b"));
  change(one, "a", null);
  expect(ids(other)).toEqual(["b"]);
});

test("storage that fills up on the way loses nothing, and what was forgotten stays so", () => {
  const kept = openKept("1", storage({ room: 60 }));
  enqueue(kept, message("a"));
  enqueue(kept, { ...message("b"), text: "long ".repeat(40) });
  expect(ids(kept)).toEqual(["a", "b"]);
  for (const id of ["a", "b"]) change(kept, id, null);
  expect(ids(kept)).toEqual([]);
});
