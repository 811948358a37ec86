import { expect, test } from "vitest";
import { fillIn } from "./variables.ts";

const ebba = { name: "Ebba Lindqvist" };
const nobody = { name: "" };

test.each([
  ["Hej {{first_name}}!", ebba, "Hej Ebba!"],
  ["Hej {{ name }}!", ebba, "Hej Ebba Lindqvist!"],
  ["Hej {{first_name}}!", { name: "Lindqvist, Ebba" }, "Hej Ebba!"],
  ["Hej {{first_name|du}}!", ebba, "Hej Ebba!"],
  ["Hej {{first_name | du där }}!", nobody, "Hej du där!"],
  ["Hej{{first_name|}}!", nobody, "Hej!"],
  ["Ingen {variabel}", nobody, "Ingen {variabel}"],
  ["{{name}}", { name: "{{first_name}} $&" }, "{{first_name}} $&"],
])("%s", (text, person, filled) => {
  expect(fillIn(text, person)).toEqual({ text: filled, unresolved: [] });
});

test.each([
  ["{{first_name}} {{first_name}} {{name}}", nobody, ["{{first_name}}", "{{name}}"]],
  ["{{order|din order}}", ebba, ["{{order}}"]],
  ["Hej {{first_name", ebba, ["{{first_name"]],
])("%s can't be filled in", (text, person, unresolved) => {
  expect(fillIn(text, person).unresolved).toEqual(unresolved);
});
