// Was this form filled in by a robot? Robots are thanked like anybody else and land in the spam queue. Pure.
import type { Submission } from "./submission.ts";

/** Nobody reads a form, writes an address and a message and sends it in less. */
const FASTEST_PERSON_MS = 2000;

/** True when the field nobody sees was filled in, or a page with script sent it faster than a person can. */
export function looksLikeRobot(
  submission: Pick<Submission, "website" | "submissionId" | "elapsedMs">,
): boolean {
  if (submission.website.trim() !== "") return true;
  const { submissionId, elapsedMs } = submission;
  return submissionId !== null && elapsedMs !== null && elapsedMs < FASTEST_PERSON_MS;
}
