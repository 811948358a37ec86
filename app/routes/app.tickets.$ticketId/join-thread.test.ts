import { expect, test } from "vitest";
import type { ThreadEvent, ThreadMessage, ThreadPart } from "../../tickets/thread.server.ts";
import { above, joinThread, withoutDeleted } from "./join-thread.ts";

const at = (id: number) => new Date(id * 60_000).toISOString();
const message = (id: number) => ({ id: `${id}`, text: `${id}`, createdAt: at(id) }) as ThreadMessage;
const event = (id: number, type = "closed") => ({ id: `e${id}`, type, createdAt: at(id) }) as ThreadEvent;
const part = (ids: number[], earlier: boolean, events: ThreadEvent[] = []): ThreadPart => ({
  messages: ids.map(message),
  events,
  earlier,
});
const ids = ({ messages }: ThreadPart) => messages.map(({ id }) => id).join(" ");

test("older pages stay above a page that is read again", () => {
  const known = above(part([1, 2, 3], false, [event(2)]), part([4, 5, 6], true, [event(5)]));
  const joined = joinThread(known, part([5, 6, 7], true, [event(5)]));
  expect(ids(joined)).toBe("1 2 3 4 5 6 7");
  expect(joined.events.map(({ id }) => id)).toEqual(["e2", "e5"]);
  expect(joined.earlier).toBe(false);
});

test("what has not changed is the same object, what has is not", () => {
  const known = part([4, 5], true);
  const fresh = part([4, 5], true);
  const changed = { ...message(5), text: "erased" };
  const joined = joinThread(known, { ...fresh, messages: [message(4), changed] });
  expect(joined.messages[0]).toBe(known.messages[0]);
  expect(joined.messages[1]).toBe(changed);
});

test("what is gone from the page is gone, also when it was the whole thread", () => {
  expect(ids(joinThread(part([1, 2, 3], false), part([1, 3], false)))).toBe("1 3");
});

test("two pages that do not meet are not glued together", () => {
  expect(ids(joinThread(part([1, 2], true), part([60, 61], true)))).toBe("60 61");
});

test("a merge or a split reads everything anew", () => {
  const known = above(part([1, 2], false), part([3, 4], true));
  expect(ids(joinThread(known, part([3, 4], true, [event(4, "split")])))).toBe("3 4");
});

test("a note that was deleted goes from an older page, too, and comes back when it was brought back", () => {
  const about = (id: number, type: string) => ({ ...event(id, type), data: { messageId: "2" } });
  const known = part([1, 2, 3], true, [about(4, "note-deleted")]);
  expect(ids(withoutDeleted(known))).toBe("1 3");
  expect(ids(withoutDeleted({ ...known, events: [...known.events, about(5, "note-restored")] }))).toBe(
    "1 2 3",
  );
});
