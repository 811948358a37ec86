import type { TFunction } from "i18next";
import type { Directory } from "../../../tickets/directory.server.ts";
import type { Reader } from "../../../ui/dates.ts";
import type { VerbResult } from "../../../ui/verb.ts";
import type { Ask, Shown } from "./use-asking.ts";

/** What every verb needs to know of the page. */
export interface Doing {
  t: TFunction;
  number: string;
  ask: Ask;
  /** how the ticket stands at this moment, with what was just done */
  current: () => Shown;
  directory: Directory;
  time: Date;
  reader: Reader;
  /** does it, says so, and offers the way back; whether it was done */
  say: (work: Promise<VerbResult>, said: string, undo?: () => unknown) => Promise<boolean>;
  /** the ticket is out of the way: on to the next one, for who wants that */
  moveOn: () => void;
}
