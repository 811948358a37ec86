import { keptStore, readBoolean } from "../kept.ts";
import { makeStore } from "../store.ts";

/** Whether single keys do anything. Voice control and shaky hands need them off (WCAG 2.1.4). */
export const shortcutsOn = keptStore("shortcuts", true, readBoolean);

/** Which of the two lies open over the page. */
export const commandDialog = makeStore<"menu" | "help" | null>(null);
