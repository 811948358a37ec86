// Every address of the inbox that takes an id, in its path or in what is posted, with an id of another workspace.
import { globSync, readFileSync } from "node:fs";
import { basename } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { tenant, visit, type Handler, type Tenant, type Visit } from "../tests/admin-call.ts";
import { belongings, type Ids } from "../tests/belongings.ts";
import { dumpRows } from "../tests/dump.ts";
import { HOUR, later, now } from "./lib/clock.ts";
import { newId } from "./lib/id.ts";
import { action as bulk, loader as latestBulk } from "./routes/app.bulk.ts";
import { action as undoBulk, loader as bulkProgress } from "./routes/app.bulk.$bulkId.ts";
import { action as stopBulk } from "./routes/app.bulk.$bulkId.stop.ts";
import { action as changeLabel } from "./routes/app.labels.$labelId.ts";
import { action as mergeLabels } from "./routes/app.labels.$labelId.merge.ts";
import { action as retireLabel } from "./routes/app.labels.$labelId.retirement.ts";
import { action as changeMacro } from "./routes/app.macros.$macroId.ts";
import { action as restoreMacro } from "./routes/app.macros.$macroId.restoration.ts";
import { action as useMacro } from "./routes/app.macros.$macroId.use.ts";
import { action as newMacro, loader as macros } from "./routes/app.macros.ts";
import { action as unmerge } from "./routes/app.merges.$mergeId.ts";
import { action as silence } from "./routes/app.notifications.read.ts";
import { action as presence } from "./routes/app.presence.ts";
import { loader as rows } from "./routes/app.rows.ts";
import { loader as search } from "./routes/app.search.ts";
import { loader as ahead } from "./routes/app.tickets.$ticketId.ahead.ts";
import { action as archive } from "./routes/app.tickets.$ticketId.archive.ts";
import { action as assignment } from "./routes/app.tickets.$ticketId.assignment.ts";
import { action as deletion } from "./routes/app.tickets.$ticketId.deletion.ts";
import { action as department } from "./routes/app.tickets.$ticketId.department.ts";
import { action as draft, loader as drafts } from "./routes/app.tickets.$ticketId.draft.ts";
import { loader as earlier } from "./routes/app.tickets.$ticketId.earlier.ts";
import { action as forwardFiles } from "./routes/app.tickets.$ticketId.forwards.files.ts";
import { action as forward } from "./routes/app.tickets.$ticketId.forwards.ts";
import { action as labels } from "./routes/app.tickets.$ticketId.labels.ts";
import { action as merge, loader as mergeable } from "./routes/app.tickets.$ticketId.merge.ts";
import { action as participant } from "./routes/app.tickets.$ticketId.messages.$messageId.participant.ts";
import { action as notes } from "./routes/app.tickets.$ticketId.notes.ts";
import { loader as others } from "./routes/app.tickets.$ticketId.others.ts";
import { action as priority } from "./routes/app.tickets.$ticketId.priority.ts";
import { action as read } from "./routes/app.tickets.$ticketId.read.ts";
import { action as relay } from "./routes/app.tickets.$ticketId.relay.$messageId.ts";
import { action as undismiss } from "./routes/app.tickets.$ticketId.relay.$messageId.dismissal.ts";
import { action as risk } from "./routes/app.tickets.$ticketId.risk.ts";
import { action as snooze } from "./routes/app.tickets.$ticketId.snooze.ts";
import { action as spam } from "./routes/app.tickets.$ticketId.spam.ts";
import { action as split } from "./routes/app.tickets.$ticketId.split.ts";
import { action as copyView } from "./routes/app.views.$viewId.copy.ts";
import { action as moveView } from "./routes/app.views.$viewId.place.ts";
import { action as changeView } from "./routes/app.views.$viewId.ts";
import { loader as viewCounts } from "./routes/app.views.counts.ts";

type Door = Omit<Visit, "token"> & {
  handler: Handler;
  /** what it answers for ids of theirs, if not 404 */
  theirs?: number;
  /** and for ids of one's own, if not 200 */
  mine?: number;
};
type Form = Record<string, string>;

/** A door by what it is called and how it is opened with somebody's ids; some things of one's own go with them. */
type Named = [name: string, door: (of: Ids, my: Ids) => Door];

const words = () => ({ html: "<p>Hej</p>", files: "[]", requestKey: newId() });
const anybody = JSON.stringify([{ name: "Ebba", address: "ebba@example.com" }]);
const draftOf = (more: Form = {}) => ({ ...words(), mode: "note", revision: "0", ...more });
const macro = (actions: object[] = []) => ({
  ...{ name: "Nytt", html: "<p>Hej</p>", own: "false", actions: JSON.stringify(actions) },
});
const bulkOf = (action: string, args: object, tickets: string) => ({
  ...{ requestKey: newId(), action, args: JSON.stringify(args), tickets },
});
const onTicket =
  (handler: Handler, method = "POST", form?: Form, more: Partial<Door> = {}) =>
  ({ ticket, message }: Ids): Door => ({
    ...{ handler, method, params: { ticketId: ticket, messageId: message } },
    ...(form ? { form } : {}),
    ...more,
  });
const onMine =
  (handler: Handler, form: (of: Ids) => Form, more: Partial<Door> = {}) =>
  (of: Ids, my: Ids): Door => ({
    ...{ handler, method: "POST", params: { ticketId: my.ticket }, form: form(of) },
    ...more,
  });
const on =
  (what: keyof Ids, param: string, handler: Handler, method = "POST", form?: (my: Ids) => Form) =>
  (of: Ids, my: Ids): Door => ({
    ...{ handler, method, params: { [param]: of[what] } },
    ...(form ? { form: form(my) } : {}),
  });

const doors: Named[] = [
  ["read it ahead", onTicket(ahead, "GET")],
  [
    "read what was before",
    onTicket(earlier, "GET", undefined, { path: `/app?before=${now().toISOString()}_${newId()}` }),
  ],
  ["see the customer's others", onTicket(others, "GET")],
  ["mark unread", onTicket(read, "DELETE")],
  ["snooze", onTicket(snooze, "POST", { until: later(now(), HOUR).toISOString() })],
  ["wake", onTicket(snooze, "DELETE")],
  ["judge it at risk", onTicket(risk)],
  ["take it out of risk", onTicket(risk, "DELETE")],
  ["set the priority", onTicket(priority, "POST", { priority: "high" })],
  ["move to spam", onTicket(spam)],
  ["get back from spam", onTicket(spam, "DELETE")],
  ["make a label on it", onTicket(labels, "POST", { name: "Ny", color: "red" })],
  ["put their label on ours", onMine(labels, ({ label }) => ({ labelId: label }))],
  ["put our label on theirs", (of, my) => ({ ...onTicket(labels)(of), form: { labelId: my.label } })],
  [
    "take our label off theirs",
    (of, my) => ({ ...onTicket(labels, "DELETE")(of), form: { labelId: my.label } }),
  ],
  ["give ours to their colleague", onMine(assignment, ({ colleague }) => ({ agentId: colleague }))],
  [
    "give theirs to our colleague",
    (of, my) => ({ ...onTicket(assignment)(of), form: { agentId: my.colleague } }),
  ],
  ["give ours to their department", onMine(department, (of) => ({ departmentId: of.department }))],
  [
    "give theirs to our department",
    (of, my) => ({ ...onTicket(department)(of), form: { departmentId: my.department } }),
  ],
  ["write a note", onTicket(notes, "POST", words())],
  [
    "write a note with their file",
    onMine(notes, ({ upload }) => ({ ...words(), files: JSON.stringify([upload]) }), { theirs: 422 }),
  ],
  ["read the draft", onTicket(drafts, "GET")],
  ["save a draft", onTicket(draft, "POST", draftOf())],
  ["throw the draft away", onTicket(draft, "DELETE", { mode: "note", revision: "1" })],
  ["copy the files", onTicket(forwardFiles, "POST", { forwardedId: "" })],
  [
    "copy the files of their message",
    onMine(forwardFiles, ({ message }) => ({ forwardedId: message }), { theirs: 200 }),
  ],
  ["forward", onTicket(forward, "POST", { ...words(), to: anybody })],
  [
    "forward their message",
    onMine(forward, ({ message }) => ({ ...words(), to: anybody, forwardedId: message })),
  ],
  ["let the sender in", onTicket(participant)],
  ["take the sender out", onTicket(participant, "DELETE")],
  ["send a kept answer", onTicket(relay, "POST", undefined, { mine: 404 })],
  ["dismiss a kept answer", onTicket(relay, "DELETE", undefined, { mine: 404 })],
  ["take that back", onTicket(undismiss, "DELETE", undefined, { mine: 404 })],
  [
    "say who looks",
    ({ ticket }) => ({
      ...{ handler: presence, method: "POST", form: { ticketId: ticket, tab: "abcdefgh", state: "looking" } },
    }),
  ],
  ["change a label", on("label", "labelId", changeLabel, "POST", () => ({ name: "Annat", color: "teal" }))],
  ["retire a label", on("label", "labelId", retireLabel)],
  ["bring a label back", on("label", "labelId", retireLabel, "DELETE")],
  [
    "merge their label into ours",
    on("label2", "labelId", mergeLabels, "POST", ({ label }) => ({ into: label })),
  ],
  [
    "merge our label into theirs",
    (of, my) => ({
      ...{
        handler: mergeLabels,
        method: "POST",
        params: { labelId: my.label },
        form: { into: of.label2 },
        // Ours went into another before.
        mine: 422,
      },
    }),
  ],
  ["change a macro", on("macro", "macroId", changeMacro, "POST", () => macro())],
  ["use a macro", on("macro", "macroId", useMacro)],
  ["retire a macro", on("macro", "macroId", changeMacro, "DELETE")],
  ["restore a macro", on("macro", "macroId", restoreMacro)],
  [
    "make a macro with their label",
    ({ label }) => ({
      ...{
        handler: newMacro,
        method: "POST",
        form: macro([{ do: "add-label", labelId: label }]),
        theirs: 422,
      },
    }),
  ],
  ["change a view", on("view2", "viewId", changeView, "POST", () => ({ name: "Annan" }))],
  ["move a view", on("view2", "viewId", moveView, "POST", ({ view }) => ({ before: view }))],
  ["copy a view", on("view2", "viewId", copyView, "POST", () => ({}))],
  ["delete a view", on("view2", "viewId", changeView, "DELETE")],
  ["see how many tickets it was", on("bulk", "bulkId", bulkProgress, "GET")],
  ["stop it", on("bulk", "bulkId", stopBulk)],
  ["undo it", on("bulk", "bulkId", undoBulk, "DELETE")],
  [
    "put their label on many",
    (of, my) => ({
      ...{ handler: bulk, method: "POST", form: bulkOf("add-label", { labelId: of.label }, my.ticket) },
    }),
  ],
  ["undo a merge", on("merge", "mergeId", unmerge, "DELETE")],
  ["split their message from ours", onMine(split, ({ later: messageId }) => ({ messageId }))],
  ["look for what to merge with", onTicket(mergeable, "GET")],
  ["merge ours into theirs", onMine(merge, ({ target }) => ({ into: target }))],
  [
    "merge theirs into ours",
    (of, my) => ({
      ...{
        handler: merge,
        method: "POST",
        params: { ticketId: of.ticket },
        form: { into: my.target },
        mine: 409,
      },
    }),
  ],
  ["archive", onTicket(archive)],
  ["restore", onTicket(archive, "DELETE")],
  ["delete for good", onTicket(deletion, "POST", undefined, { mine: 422 })],
];

let us: { a: Tenant; my: Ids; their: Ids; theirWorkspace: string; before: string[] };
beforeAll(async () => {
  const [a, b] = [await tenant(), await tenant()];
  const [my, their] = [await belongings(a), await belongings(b)];
  us = { a, my, their, theirWorkspace: b.workspace.id, before: await dumpRows([b.workspace.id]) };
});

const open = ({ handler, ...door }: Door) => visit(handler, { token: us.a.token(), ...door });
const all = (ids: Ids, id: () => string) =>
  Object.fromEntries(Object.keys(ids).map((name) => [name, id()])) as Ids;

test.each(doors)("%s: as for an id that never was", async (_, door) => {
  const { my, their } = us;
  const asked = door(their, my);
  const [theirs, random, crooked] = await Promise.all([
    open(asked),
    open(door(all(their, newId), my)),
    open(
      door(
        all(their, () => "' OR 1=1--"),
        my,
      ),
    ),
  ]);
  expect(theirs.status).toBe(asked.theirs ?? 404);
  expect(random).toEqual(theirs);
  // What is posted is read before anything is looked for.
  expect([404, 422]).toContain(crooked.status);
  const own = door(my, my);
  expect((await open(own)).status).toBe(own.mine ?? 200);
});

test("an action on many tickets reaches none of theirs, and none that never were", async () => {
  const go = async (ticket: string) => {
    const form = bulkOf("close", {}, ticket);
    const { body } = await open({ handler: bulk, method: "POST", form });
    return (JSON.parse(body) as { counts: object; total: number }).counts;
  };
  expect(await go(us.their.target)).toEqual(await go(newId()));
});

test("their notification cannot be marked seen", async () => {
  const go = (id: string) => open({ handler: silence, method: "POST", form: { id } });
  expect(await go(us.their.notification)).toEqual(await go(newId()));
});

test("no list, count or search of ours holds anything of theirs", async () => {
  const { their } = us;
  const asked: [Handler, string][] = [
    [rows, "/app/rows"],
    [rows, `/app/rows?label=${their.label}`],
    [rows, `/app/rows?assignee=${their.colleague}&department=${their.department}`],
    [rows, `/app/rows?after=${now().toISOString()}_${their.ticket}`],
    [search, "/app/search?q=ebba"],
    [viewCounts, "/app/views/counts"],
    [latestBulk, "/app/bulk"],
    [macros, "/app/macros"],
  ];
  for (const [handler, path] of asked) {
    const { status, body } = await open({ handler, path });
    expect([path, status]).toEqual([path, 200]);
    expect(Object.values(their).filter((id) => body.includes(id))).toEqual([]);
  }
});

test("after all of that nothing of theirs has changed", async () => {
  expect(await dumpRows([us.theirWorkspace])).toEqual(us.before);
});

test("no address with an id in it is left out here or beside", () => {
  const tested = globSync("app/auth.*.test.ts").map((file) => readFileSync(file, "utf8"));
  const left = globSync("app/routes/app.*$*Id*.ts")
    .map((file) => basename(file))
    .filter((file) => !tested.some((text) => text.includes(`"./routes/${file}"`)));
  expect(left).toEqual([]);
});
