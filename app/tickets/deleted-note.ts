// How long a deleted note can be had back. Pure.
import { SECOND } from "../lib/clock.ts";

/** As long as the toast that offers it stands. */
export const OFFERED = 10 * SECOND;

/** A little longer: a press in the toast's last moment still counts. */
export const KEPT = 15 * SECOND;
