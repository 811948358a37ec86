import { keptStore, readBoolean } from "../../../ui/kept.ts";

/** Whether an agent goes on to the next ticket when one is done with. Remembered by the browser. */
export const movesOn = keptStore("moves-on", true, readBoolean);
