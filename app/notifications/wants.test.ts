import { expect, test } from "vitest";
import { wantsMail } from "./wants.ts";

const nobody = { opened: false, assigneeId: null, authors: [] };

test.each([
  ["all", { ...nobody, assigneeId: "other" }, true],
  ["none", { ...nobody, opened: true, assigneeId: "me" }, false],
  ["mine", { ...nobody, assigneeId: "me" }, true],
  ["mine", { ...nobody, opened: true, assigneeId: "other", authors: ["me"] }, false],
  ["mine", { ...nobody, opened: true }, true],
  ["mine", nobody, true],
  ["mine", { ...nobody, authors: ["me", "other"] }, true],
  ["mine", { ...nobody, authors: ["other"] }, false],
])("%s, %j: %s", (notifyByMail, facts, wants) => {
  expect(wantsMail({ id: "me", notifyByMail }, facts)).toBe(wants);
});
