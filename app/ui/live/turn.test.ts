import { expect, test } from "vitest";
import { ask, nextDue, takeDue, takeUp, turnOf, turnOfCounts, type Asked, type Due } from "./turn.ts";

test("alone a page asks at once, among a thousand in its turn", () => {
  expect([turnOf(1), turnOf(100), turnOf(1000), turnOf(50_000)]).toEqual([50, 2000, 20_000, 30_000]);
  expect(turnOfCounts(100)).toBe(4000);
});

test("what has its turn keeps it, however often it is asked for; what is wanted now is asked for now", () => {
  const due: Due = new Map();
  ask(due, "list", 0, 1000, 1);
  ask(due, "list", 900, 1000, 0);
  expect(nextDue(due)).toBe(1000);
  ask(due, "list", 950, 0, 0.5);
  expect(takeDue(due, 950)).toEqual(["list"]);
  expect(due.size).toBe(0);
});

test("everything is everything: what would have come later is among it", () => {
  const due: Due = new Map();
  ask(due, "app", 0, 1000, 1);
  ask(due, "all", 0, 0, 0);
  expect(takeDue(due, 0)).toEqual(["all"]);
  expect(due.size).toBe(0);
});

test("a refresh that breaks off the one before is about its things too, until that one's end was seen", () => {
  const [due, underway]: [Due, Set<Asked>] = [new Map(), new Set()];
  ask(due, "ticket", 0, 0, 0);
  expect(takeUp(underway, due, 0)).toEqual(["ticket"]);
  ask(due, "list", 300, 0, 0);
  expect(takeUp(underway, due, 300)).toEqual(["ticket", "list"]);
  underway.clear();
  ask(due, "app", 600, 0, 0);
  expect(takeUp(underway, due, 600)).toEqual(["app"]);
});
