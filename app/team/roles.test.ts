import { expect, test } from "vitest";
import { mayChangeSettings, mayManageInbox, mayManageTeam, roleOf, ROLES } from "./roles.ts";

test.each([
  ["owner", true, true],
  ["admin", false, true],
  ["manager", false, false],
  ["support", false, false],
  [null, false, false],
] as const)("%s manages the team: %s; what could not be read, and settings: %s", (role, team, inbox) => {
  expect(mayManageTeam(role)).toBe(team);
  expect(mayManageInbox(role)).toBe(inbox);
  expect(mayChangeSettings(role)).toBe(inbox);
});

test("only the roles there are can be read", () => {
  expect(ROLES.map(roleOf)).toEqual([...ROLES]);
  for (const other of ["Owner", "", "root", null, undefined, 1, ["owner"], "constructor"])
    expect(roleOf(other)).toBeNull();
});
