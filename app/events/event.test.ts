import { expect, test } from "vitest";
import en from "../i18n/en.json" with { type: "json" };
import { WORKSPACE_EVENTS } from "./event.ts";

test("the system log has words for everything that can happen", () => {
  expect(Object.keys(en.systemLog).sort()).toEqual([...WORKSPACE_EVENTS].sort());
});
