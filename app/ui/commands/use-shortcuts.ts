// Runs commands by their keys: silent while somebody types, while a dialog or menu is open over the page, and where
// the agent has turned single keys off (WCAG 2.1.4).
import { useEffect } from "react";
import { commandFor, strokeOf } from "./keys.ts";
import { commands } from "./registry.ts";
import { shortcutsOn } from "./switch.ts";

/** how long the second key of "g i" may take */
const SEQUENCE = 1_200;

export function useShortcuts(): void {
  useEffect(() => {
    let pressed: string[] = [];
    let timer: ReturnType<typeof setTimeout> | undefined;
    const onKeyDown = (event: KeyboardEvent) => {
      const stroke = event.defaultPrevented || event.isComposing ? null : strokeOf(event);
      if (!stroke || !mayRun(event, stroke)) return;
      clearTimeout(timer);
      const found =
        commandFor(commands.read(), [...pressed, stroke]) ?? commandFor(commands.read(), [stroke]);
      if (found === "more") {
        pressed = [stroke];
        timer = setTimeout(() => (pressed = []), SEQUENCE);
        return;
      }
      pressed = [];
      if (!found) return;
      event.preventDefault();
      found.run();
    };
    document.addEventListener("keydown", onKeyDown);
    return () => {
      clearTimeout(timer);
      document.removeEventListener("keydown", onKeyDown);
    };
  }, []);
}

function mayRun(event: KeyboardEvent, stroke: string): boolean {
  const target = event.target instanceof Element ? event.target : null;
  const held = stroke.startsWith("mod+");
  // Letters that are typed come first: they must cost nothing.
  if (!held && (!shortcutsOn.read() || target?.closest(TYPING))) return false;
  if (isCovered(target)) return false;
  if (held) return true;
  // Enter and Space press what has the focus.
  return !(["enter", "space"].includes(stroke) && target?.closest(PRESSABLE));
}

const TYPING = "input:not([type=checkbox]):not([type=radio]), textarea, select, [contenteditable=true]";
const PRESSABLE = "a, button, input, [role=button], [role=option], [role=menuitem], summary";

/** Something lies over the page: its keys are its own. */
const isCovered = (target: Element | null): boolean =>
  document.querySelector("dialog[open], [role=dialog][aria-modal=true]") !== null ||
  Boolean(target?.closest("[role=menu], [role=listbox], [data-portal-id]"));
