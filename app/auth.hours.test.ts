// Office hours through the real loader and action: kept as sent, and refused when they can't be.
import { expect, test } from "vitest";
import { tenant, visit } from "../tests/admin-call.ts";
import { OFFICE_WEEK } from "../tests/factories/chats.ts";
import { db } from "./db.server.ts";
import { action as change } from "./routes/app.settings.hours.$storeId.changes.ts";
import { loader as view } from "./routes/app.settings.hours.$storeId/route.tsx";

async function shop() {
  const it = await tenant();
  const params = { storeId: it.store.id };
  return {
    ...it,
    save: (hours: unknown, messages: unknown = {}) =>
      visit(change, {
        token: it.token(),
        method: "POST",
        params,
        form: { hours: JSON.stringify(hours), messages: JSON.stringify(messages) },
      }),
    page: async () =>
      JSON.parse((await visit(view, { token: it.token(), params })).body) as Record<string, unknown>,
  };
}

test("what was saved is shown again; before that it is never closed and says the standard texts", async () => {
  const it = await shop();
  expect(await it.page()).toMatchObject({
    hours: { timeZone: null, week: null, days: [] },
    messages: { closed: { on: true, texts: {} } },
    store: { id: it.store.id },
  });
  const days = [{ date: "2026-12-24", name: "Julafton", intervals: [{ from: "21:00", to: "02:00" }] }];
  const hours = { timeZone: "Europe/Oslo", week: OFFICE_WEEK, days };
  const messages = {
    busy: { on: false, texts: {} },
    closed: { on: true, texts: { fi: "Palaamme {{back}}." } },
  };
  expect((await it.save(hours, messages)).status).toBe(200);
  expect(await it.page()).toMatchObject({
    hours,
    messages: { ...messages, online: { on: true, texts: {} } },
  });
});

test("what can't be kept is refused, and nothing of it is", async () => {
  const it = await shop();
  const overlapping = [OFFICE_WEEK.mon[0], { from: "16:00", to: "18:00" }];
  const eve = { date: "2026-12-24", name: "", intervals: [] };
  const refused: [unknown, unknown][] = [
    [{ week: { ...OFFICE_WEEK, mon: overlapping } }, {}],
    [{ timeZone: "Europe/Atlantis" }, {}],
    [{ days: [eve, eve] }, {}],
    [{}, { closed: { on: true, texts: { sv: "x".repeat(501) } } }],
    [[], {}],
    [null, null],
  ];
  for (const [hours, messages] of refused) expect((await it.save(hours, messages)).status).toBe(422);
  const form = { hours: "{", messages: "{}" };
  const params = { storeId: it.store.id };
  expect((await visit(change, { token: it.token(), method: "POST", params, form })).status).toBe(400);
  expect(await db.setting.count({ where: { workspaceId: it.workspace.id } })).toBe(0);
});
