import { mkdirSync, statfsSync } from "node:fs";

import { Trouble } from "./trouble.mjs";

/** Throws Trouble when fewer than `megabytes` are free where `folder` lives. Makes the folder. */
export function demandSpace(folder, megabytes, purpose) {
  mkdirSync(folder, { recursive: true });
  const { bavail, bsize } = statfsSync(folder);
  const free = Math.floor((bavail * bsize) / 1_000_000);
  if (free < megabytes) {
    throw new Trouble(
      `The disk is nearly full: ${purpose} needs about ${megabytes} MB in ${folder}, and ${free} MB are free.`,
    );
  }
}
