import { describe, expect, test } from "vitest";
import { commandFor, isMeant, keyCaps, strokeOf, type Press } from "./keys.ts";
import type { Command } from "./registry.ts";

const press = (key: string, held: Partial<Press> = {}): Press => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...held,
});
const command = (id: string, keys: string): Command => ({
  id,
  keys,
  label: id,
  section: "ticket",
  run: () => {},
});

describe("a key press", () => {
  test.each<[string | null, Press]>([
    ["e", press("e")],
    ["shift+u", press("U", { shiftKey: true })],
    ["mod+k", press("k", { metaKey: true })],
    ["mod+k", press("k", { ctrlKey: true })],
    ["mod+shift+enter", press("Enter", { ctrlKey: true, shiftKey: true })],
    // on a Swedish keyboard "?" is Shift and "+", on an American one Shift and "/"
    ["?", press("?", { shiftKey: true })],
    ["/", press("/", { shiftKey: true })],
    ["[", press("[")],
    // AltGr+8 writes "[" on Nordic keyboards: it is text, never a command
    [null, press("[", { altKey: true, ctrlKey: true })],
    [null, press("Shift", { shiftKey: true })],
    [null, press("Dead")],
  ])("is %s", (stroke, pressed) => {
    expect(strokeOf(pressed)).toBe(stroke);
  });
});

describe("what keys lead to", () => {
  const known = [command("close", "e"), command("inbox", "g i"), command("dialog's own", "e")];

  test("the command on top, of two with the same keys", () => {
    expect(commandFor(known, ["e"])).toBe(known[2]);
  });

  test("the second key of a sequence, and nothing when another follows", () => {
    expect(commandFor(known, ["g"])).toBe("more");
    expect(commandFor(known, ["g", "i"])).toBe(known[1]);
    expect(commandFor(known, ["g", "e"])).toBe(null);
  });
});

test("keys are shown as they stand on the keyboard", () => {
  expect(keyCaps("mod+shift+enter", false)).toEqual(["Ctrl", "⇧", "↵"]);
  expect(keyCaps("mod+k", true)).toEqual(["⌘", "K"]);
  expect(keyCaps("g i", false)).toEqual(["G", "I"]);
});

test("a command is found by words of its label and by others, in any order", () => {
  const close = { label: "Close ticket", keywords: "done finish" };
  expect(["clo", "ticket clo", "DONE", "", " "].map((typed) => isMeant(close, typed.trim()))).not.toContain(
    false,
  );
  expect(isMeant(close, "snooze")).toBe(false);
});
