import { expect, test } from "vitest";
import { customerFacts, fillText, withoutBraces, writeVariable } from "./variables.ts";

const ebba = { name: "Ebba Lindqvist" };
const nobody = { name: "" };

test.each([
  ["Hej {{first_name}}!", ebba, "Hej Ebba!"],
  ["Hej {{customer.first_name}}!", ebba, "Hej Ebba!"],
  ["Hej {{ name }}!", ebba, "Hej Ebba Lindqvist!"],
  ["Hej {{first_name}}!", { name: "Lindqvist, Ebba" }, "Hej Ebba!"],
  ["Hej {{first_name|du}}!", ebba, "Hej Ebba!"],
  ["Hej {{customer.first_name | du där }}!", nobody, "Hej du där!"],
  ["Hej{{first_name|}}!", nobody, "Hej!"],
  ["Ingen {variabel}", nobody, "Ingen {variabel}"],
  ["{{name}}", { name: "{{first_name}} $&" }, "{{first_name}} $&"],
])("%s", (text, person, filled) => {
  expect(fillText(text, customerFacts(person))).toEqual({ text: filled, unresolved: [] });
});

test.each([
  ["{{first_name}} {{first_name}} {{name}}", nobody, ["{{first_name}}", "{{name}}"]],
  ["{{order|din order}}", ebba, ["{{order}}"]],
  ["{{constructor}}", ebba, ["{{constructor}}"]],
  ["{{order.name|din order}}", ebba, ["{{order.name}}"]],
  ["Hej {{first_name", ebba, ["{{first_name"]],
])("%s can't be filled in", (text, person, unresolved) => {
  expect(fillText(text, customerFacts(person)).unresolved).toEqual(unresolved);
});

test("a fallback stands for what is not there, not for what Shopify did not say", () => {
  const text = "{{order.name|din order}}";
  expect(fillText(text, { "order.name": { missing: "no-order" } }).text).toBe("din order");
  expect(fillText(text, { "order.name": { missing: "no-answer" } }).unresolved).toEqual(["{{order.name}}"]);
});

test("a value is never taken for a variable", () => {
  expect(withoutBraces(customerFacts({ name: "{{{order.name}}" }))).toEqual({
    "customer.name": "{order.name}",
    "customer.first_name": "{order.name}",
  });
  expect(writeVariable("order.name", "din {{order}}")).toBe("{{order.name|din order}}");
});
