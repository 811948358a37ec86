import { expect, test } from "vitest";
import { snoozesAt } from "../../../tickets/snooze.ts";
import { afterOf, type Choice } from "./last-choice.ts";

const at = (time: string) => snoozesAt(new Date(time), "Europe/Stockholm");
const noon = at("2026-11-25T11:00:00Z");
const night = at("2026-11-25T21:30:00Z");

test.each<[Choice, typeof noon, unknown]>([
  [{ then: "" }, noon, { then: "" }],
  [{ then: "close" }, noon, { then: "close" }],
  [{ then: "snooze", id: "later-today" }, noon, { then: "snooze", until: "2026-11-25T14:00:00.000Z" }],
  [{ then: "snooze", id: "next-week" }, noon, { then: "snooze", until: "2026-11-30T08:00:00.000Z" }],
  [{ then: "snooze", id: "later-today" }, night, { then: "snooze", until: "2026-11-26T08:00:00.000Z" }],
])("%j means what it means when Send is pressed", (choice, snoozes, after) => {
  expect(afterOf(choice, snoozes)).toEqual(after);
});
