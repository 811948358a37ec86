import { expect, test } from "vitest";
import { completionsOf } from "./complete.ts";

const directory = {
  agents: [{ id: "1", name: "Tove Lind" }],
  labels: [{ id: "2", name: "VIP kund", color: "grey" as const }, { id: "3", name: "Växel", color: "grey" as const }], // prettier-ignore
  departments: [],
  stores: [{ id: "4", name: "Fjällrum" }],
};

test.each<[string, string[]]>([
  ["la", ["label:"]],
  ["retur st", ["retur status:", "retur store:"]],
  ["label:v", ['label:"VIP kund" ', "label:Växel "]],
  ["retur -label:vax", ["retur -label:Växel "]],
  ['label:"vip', ['label:"VIP kund" ']],
  ["assignee:", ["assignee:me ", "assignee:none ", 'assignee:"Tove Lind" ']],
  ["store:fjall", ["store:Fjällrum "]],
  ["from:ebba", []],
  ["jacka", []],
  ["", []],
])("%j may go on as %j", (typed, texts) => {
  expect(completionsOf(typed, directory).map(({ text }) => text)).toEqual(texts);
});
