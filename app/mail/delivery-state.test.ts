import fc from "fast-check";
import { expect, test } from "vitest";
import { laterDelivery, type Delivery } from "./delivery-state.ts";

const STATES: Delivery[] = ["queued", "sending", "unknown", "sent", "failed", "delivered", "bounced"];
const anyState = fc.constantFrom(...STATES);

test.each<[Delivery, Delivery, Delivery]>([
  ["queued", "sending", "sending"],
  ["sending", "sent", "sent"],
  ["sending", "unknown", "unknown"],
  ["unknown", "sent", "sent"],
  ["unknown", "delivered", "delivered"],
  ["sent", "delivered", "delivered"],
  ["delivered", "sent", "delivered"],
  ["delivered", "bounced", "bounced"],
  ["bounced", "delivered", "bounced"],
  ["failed", "sent", "failed"],
  ["sent", "sending", "sent"],
])("%s, then %s, is %s", (current, next, state) => {
  expect(laterDelivery(current, next)).toBe(state);
});

test("whatever arrives, and however often, no state is ever taken back", () => {
  fc.assert(
    fc.property(fc.array(anyState, { minLength: 1 }), (news) => {
      let state: Delivery = "queued";
      const seen: Delivery[] = [state];
      for (const next of news) {
        state = laterDelivery(state, next);
        if (state !== seen.at(-1)) seen.push(state);
      }
      return new Set(seen).size === seen.length;
    }),
  );
});

test("the order in which news arrive does not matter for the end", () => {
  fc.assert(
    fc.property(
      fc
        .array(anyState)
        .chain((news) =>
          fc.tuple(
            fc.constant(news),
            fc.shuffledSubarray(news, { minLength: news.length, maxLength: news.length }),
          ),
        ),
      ([news, shuffled]) => {
        const end = (list: Delivery[]) => list.reduce(laterDelivery, "queued" as Delivery);
        return end(news) === end(shuffled);
      },
    ),
  );
});
