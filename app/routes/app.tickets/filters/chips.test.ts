import { expect, test } from "vitest";
import { newId } from "../../../lib/id.ts";
import { readFilter, wholeView } from "../../../tickets/filter.ts";
import { chipsOf, type Words } from "./chips.ts";

const agent = { id: newId(), name: "Tove Lind" };
const label = { id: newId(), name: "Retur", color: "red" as const };
const directory = { agents: [agent], labels: [label], departments: [], stores: [] };
const words: Words = (field, value) => `${field}:${value}`;
const chips = (query: string, customer: string | null = null) =>
  chipsOf(readFilter(new URLSearchParams(query)), directory, words, customer);

test("a whole view has no chips", () => {
  expect(chipsOf(wholeView("closed"), directory, words, null)).toEqual([]);
});

test("each filter is one chip that says its values by name", () => {
  const query = `status=open,closed&assignee=me,${agent.id}&label=${label.id}&unread=1&from=2026-11-01`;
  expect(chips(query).map(({ field, values }) => [field, values.join(", ")])).toEqual([
    ["status", "status:open, status:closed"],
    ["assignee", "assignee:me, Tove Lind"],
    ["label", "Retur"],
    ["date", "2026-11-01 – …"],
    ["unread", ""],
  ]);
});

test("without its chip a filter is gone and the others stay", () => {
  const [first] = chips("priority=urgent&files=1");
  expect(first?.without).toEqual({ priority: [] });
});

test("what is no longer there still has a chip, so that it can be removed", () => {
  const gone = newId();
  expect(chips(`store=${gone}&customer=${gone}`).map(({ values }) => values)).toEqual([
    ["customer:gone"],
    [`store:${gone}`],
  ]);
});
