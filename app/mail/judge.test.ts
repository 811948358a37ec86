import { expect, test } from "vitest";
import { judge, type MailOutcome } from "./send.server.ts";

const waiting: MailOutcome = { state: "waiting", reason: "provider-down" };
const failed: MailOutcome = { state: "failed", reason: "suppressed" };

test.each<[string, MailOutcome, { lastTry: boolean; mayBeOut: boolean }, MailOutcome["state"]]>([
  ["waits while there are tries", waiting, { lastTry: false, mayBeOut: false }, "waiting"],
  ["failed when the tries are over", waiting, { lastTry: true, mayBeOut: false }, "failed"],
  [
    "is unknown when an earlier try may have got through",
    waiting,
    { lastTry: true, mayBeOut: true },
    "unknown",
  ],
  ["failed when Postmark refuses it", failed, { lastTry: false, mayBeOut: false }, "failed"],
  [
    "is unknown when Postmark refuses what it may have sent before",
    failed,
    { lastTry: false, mayBeOut: true },
    "unknown",
  ],
  [
    "was sent, whatever came before",
    { state: "sent", providerId: "1", missed: [] },
    { lastTry: true, mayBeOut: true },
    "sent",
  ],
])("a mail %s", (_what, outcome, given, state) => {
  expect(judge(outcome, given).state).toBe(state);
});
