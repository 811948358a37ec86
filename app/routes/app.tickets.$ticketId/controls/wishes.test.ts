import { expect, test } from "vitest";
import { settled, shown, wished } from "./wishes.ts";

const known = { status: "open", priority: "normal" };

test("what was done is shown at once, until the server says something new", () => {
  const asked = wished({}, known, { status: "closed" }, 1);
  expect(shown(known, asked)).toEqual({ status: "closed", priority: "normal" });
  const agreed = settled(asked, 1, true);
  expect(shown(known, agreed).status).toBe("closed");
  expect(shown({ ...known, priority: "high" }, agreed)).toEqual({ status: "closed", priority: "high" });
  expect(shown({ ...known, status: "snoozed" }, agreed).status).toBe("snoozed");
});

test("an answer that was on its way already does not take it back", () => {
  const asked = wished({}, known, { status: "closed" }, 1);
  expect(shown({ ...known, status: "snoozed" }, asked).status).toBe("closed");
});

test("what was refused is taken back, and nothing else", () => {
  const asked = wished(wished({}, known, { status: "closed" }, 1), known, { priority: "urgent" }, 2);
  expect(shown(known, settled(asked, 1, false))).toEqual({ status: "open", priority: "urgent" });
});

test("of two acts on one thing the later one holds, whichever is answered first", () => {
  const asked = wished(wished({}, known, { priority: "high" }, 1), known, { priority: "urgent" }, 2);
  expect(shown(known, settled(asked, 1, false)).priority).toBe("urgent");
});
