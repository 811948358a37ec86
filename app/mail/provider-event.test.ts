import { expect, test } from "vitest";
import { newId } from "../lib/id.ts";
import { readEvent } from "./provider-event.ts";

const Metadata = { workspace: newId(), mail: newId() };
const read = (event: object) => readEvent({ MessageID: "1", Metadata, ...event });

test.each([
  ["HardBounce", "no-such-mailbox"],
  ["BadEmailAddress", "no-such-mailbox"],
  ["SoftBounce", "bounced"],
  ["Unknown", "bounced"],
  ["Blocked", "blocked"],
  ["SpamNotification", "blocked"],
  ["DMARCPolicy", "blocked"],
  ["ManuallyDeactivated", "suppressed"],
])("a bounce of type %s means lost, because %s", (Type, reason) => {
  expect(read({ RecordType: "Bounce", Type, Email: "Ebba@Example.com" })).toMatchObject({
    address: "ebba@example.com",
    news: { kind: "lost", reason },
  });
});

test.each(["Transient", "DnsError", "AutoResponder", "AddressChange", "ChallengeVerification", "Subscribe"])(
  "a bounce of type %s is none",
  (Type) => {
    expect(read({ RecordType: "Bounce", Type })).toBeNull();
  },
);

test("an open has its time, ours when it tells none that makes sense", () => {
  expect(read({ RecordType: "Open", ReceivedAt: "2026-11-20T09:15:00Z" })?.news).toEqual({
    kind: "opened",
    at: new Date("2026-11-20T09:15:00Z"),
  });
  const { news } = read({ RecordType: "Open", ReceivedAt: "yesterday" }) ?? {};
  expect(news?.kind === "opened" && Math.abs(news.at.getTime() - Date.now()) < 60_000).toBe(true);
});

test.each([
  [null],
  ["x"],
  [{}],
  [{ RecordType: "Delivery", MessageID: 1 }],
  [{ RecordType: "__proto__", MessageID: "1", Metadata }],
])("%j is nothing of ours", (body) => {
  expect(readEvent(body)).toBeNull();
});
