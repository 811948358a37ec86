// Which keys mean which command. Pure: works on what an event says, not on the page.
import type { Command } from "./registry.ts";

/** What of a key press matters. */
export interface Press {
  key: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
  shiftKey: boolean;
}

/** "e", "shift+u", "mod+k", "?", "enter"; null for what is never a shortcut (a modifier alone, AltGr, Alt). */
export function strokeOf({ key, ctrlKey, metaKey, altKey, shiftKey }: Press): string | null {
  if (altKey || ["Shift", "Control", "Meta", "Alt", "AltGraph", "Dead", "Unidentified"].includes(key))
    return null;
  const mod = ctrlKey || metaKey ? "mod+" : "";
  // A sign such as "?" needs Shift on some keyboards and not on others: it is meant by what it is.
  const isLetter = key.length > 1 || key.toLowerCase() !== key.toUpperCase();
  return `${mod}${shiftKey && isLetter ? "shift+" : ""}${key === " " ? "space" : key.toLowerCase()}`;
}

/**
 * What the strokes pressed so far lead to: a command (the one announced last, of several), "more" when they begin a
 * sequence such as "g i", or null.
 */
export function commandFor(
  commands: readonly Command[],
  pressed: readonly string[],
): Command | "more" | null {
  const wanted = pressed.join(" ");
  const found = commands.findLast(({ keys }) => keys === wanted);
  if (found) return found;
  return commands.some(({ keys }) => keys?.startsWith(`${wanted} `)) ? "more" : null;
}

/** The keys as they stand on the keyboard: "mod+k" gives ["⌘", "K"] on a Mac, ["Ctrl", "K"] elsewhere. */
export function keyCaps(keys: string, mac: boolean): string[] {
  return keys
    .split(" ")
    .flatMap((stroke) => (stroke === "+" ? ["+"] : stroke.split("+")))
    .map((part) => CAPS[part]?.[mac ? 1 : 0] ?? (part.length === 1 ? part.toUpperCase() : part));
}

const CAPS: Record<string, [other: string, mac: string]> = {
  mod: ["Ctrl", "⌘"],
  shift: ["⇧", "⇧"],
  enter: ["↵", "↵"],
  escape: ["Esc", "Esc"],
  arrowup: ["↑", "↑"],
  arrowdown: ["↓", "↓"],
};

/** Whether words are in a command's label or its other words: each of them, in any order. */
export function isMeant(
  { label, keywords = "" }: Pick<Command, "label" | "keywords">,
  typed: string,
): boolean {
  const text = `${label} ${keywords}`.toLocaleLowerCase();
  return typed
    .toLocaleLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}
