import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { db } from "../../db.server.ts";
import { later, now } from "../../lib/clock.ts";
import { newId } from "../../lib/id.ts";
import {
  makeAgent,
  makeCustomer,
  makeMessage,
  makeStore,
  makeTicket,
  makeWorkspace,
} from "../../../tests/factories.ts";
import { readFilter } from "../filter.ts";
import { listTickets } from "../list.server.ts";
import { indexOlderTickets, searchProgress } from "./backfill.server.ts";
import { indexTickets } from "./index.server.ts";
import { suggest } from "./suggest.server.ts";

type Store = Awaited<ReturnType<typeof makeStore>>;
let workspace: Awaited<ReturnType<typeof makeWorkspace>>;
let store: Store;
let agent: Awaited<ReturnType<typeof makeAgent>>;

beforeAll(async () => {
  workspace = await makeWorkspace();
  store = await makeStore(workspace);
  agent = await makeAgent(workspace);
});

/** A ticket with a message, findable. */
async function write(text: string, given: Parameters<typeof makeTicket>[1] = {}, message = {}) {
  const ticket = await makeTicket(store, given);
  await makeMessage(ticket, { text, ...message });
  await db.$transaction((tx) => indexTickets(tx, workspace.id, [ticket.id]));
  return ticket.id;
}

const found = async (q: string, given: Record<string, string> = {}): Promise<string[]> => {
  const filter = readFilter(new URLSearchParams({ view: "all", q, ...given }));
  return (await listTickets(workspace, { id: agent.id }, filter, null)).rows.map(({ id }) => id);
};

describe("a ticket is found", () => {
  test("first, when its number was typed, and below the hits when its customer's name is nearly that", async () => {
    const customer = await makeCustomer(workspace, { name: "Alfhild Grönkvist" });
    const id = await write("Min väska är sen", {
      customerId: customer.id,
      status: "closed",
      closedAt: now(),
    });
    const { number } = await db.ticket.findUniqueOrThrow({
      where: { workspaceId_id: { workspaceId: workspace.id, id } },
    });
    await write(`Gäller ärende ${number}`);
    expect((await found(`BC-${number}`, { view: "inbox" }))[0]).toBe(id);
    const filter = readFilter(new URLSearchParams({ view: "all", q: "Alfhilld Grönqvist" }));
    const { rows, similar } = await listTickets(workspace, { id: agent.id }, filter, null);
    expect(rows).toEqual([]);
    expect(similar?.customers.map(({ name }) => name)).toEqual(["Alfhild Grönkvist"]);
    expect(similar?.rows.map((row) => row.id)).toEqual([id]);
    expect((await suggest(workspace, "alfh")).customers.map((one) => one.id)).toEqual([customer.id]);
    expect((await suggest(workspace, String(number))).tickets[0]?.id).toBe(id);
  });

  test("by its words, in other forms and without their dots and rings", async () => {
    const id = await write("Lådorna kom aldrig fram, skriv till Överkalix");
    for (const q of ["lådorna", "lador", "låda", "overkalix", "ÖVERK", "aldrig fram", '"kom aldrig"'])
      expect(await found(q), q).toContain(id);
    for (const q of ["lådorna -fram", '"aldrig kom"', "verkalix"])
      expect(await found(q), q).not.toContain(id);
  });

  test("by the word that was typed, and by how it begins only with a star or where no ticket has the word", async () => {
    const word = await write("En kajak tack");
    const beginning = await write("Kajakpaddeln är av");
    expect(await found("kajak")).toEqual([word]);
    expect((await found("kajak*")).sort()).toEqual([word, beginning].sort());
    const filter = readFilter(new URLSearchParams({ view: "all", q: "kaja" }));
    const { rows, search } = await listTickets(workspace, { id: agent.id }, filter, null);
    expect(rows).toHaveLength(2);
    expect(search).toBe("kaja*");
  });

  test("by its subject, number, order and files", async () => {
    const ticket = await makeTicket(store, { subject: "Trasig dragkedja", orderName: "#2188" });
    const message = await makeMessage(ticket, { text: "Se bilderna" });
    await db.file.create({
      data: { workspaceId: workspace.id, id: newId(), messageId: message.id, key: newId(), name: "dragkedja_närbild.jpg", contentType: "image/jpeg", size: 1 },
    }); // prettier-ignore
    await db.$transaction((tx) => indexTickets(tx, workspace.id, [ticket.id]));
    for (const q of [
      `BC-${ticket.number}`,
      `#${ticket.number}`,
      "order:2188",
      "#2188",
      "narbild",
      "subject:trasig",
    ])
      expect(await found(q), q).toEqual([ticket.id]);
    for (const q of ["subject:bild", "subject:närbild", "subject:se", "from:dragkedj"])
      expect(await found(q), q).not.toContain(ticket.id);
  });

  test("by who wrote and who was written to", async () => {
    const customer = await makeCustomer(workspace, { name: "Ebba Lindqvist", email: "ebba.l@mejl.example" });
    const id = await write(
      "Hej",
      { customerId: customer.id },
      { fromName: "Ebba L", fromAddress: customer.email },
    );
    for (const q of ["from:ebba", "from:ebba.l@mejl.example", "ebba lindqvist", "mejl.example"])
      expect(await found(q), q).toEqual([id]);
    expect(await found("to:ebba")).toEqual([]);
  });

  test("by what its operators say", async () => {
    const labelId = newId();
    await db.label.create({ data: { workspaceId: workspace.id, id: labelId, name: "VIP kund" } });
    const id = await write("Kryssning", { priority: "urgent", hasFiles: true, assigneeId: agent.id });
    await db.ticketLabel.create({ data: { workspaceId: workspace.id, ticketId: id, labelId } });
    for (const q of [
      'label:"vip kund"',
      "priority:urgent",
      "has:attachment kryss",
      "assignee:tove kryss",
      "is:open kryss",
      "-is:closed kryssning",
    ])
      // prettier-ignore
      expect(await found(q), q).toEqual([id]);
    for (const q of [
      "kryssning is:closed",
      'kryssning -label:"VIP kund"',
      "kryssning before:2020",
      "kryssning store:annan",
    ])
      // prettier-ignore
      expect(await found(q), q).toEqual([]);
  });

  test("in its own view, or in another by saying so", async () => {
    const id = await write("Vinn en resa nu", { spam: true });
    expect(await found("vinn resa")).toEqual([]);
    expect(await found("vinn resa is:spam")).toEqual([id]);
    expect(await found("vinn resa", { view: "spam" })).toEqual([id]);
  });
});

test("every hit comes up once, the newest first, whichever way they are found", async () => {
  const many = await makeWorkspace();
  const theirs = await makeStore(many);
  const ids: string[] = [];
  for (let n = 0; n < 60; n++) {
    const ticket = await makeTicket(theirs, {
      subject: n % 2 ? "sandal" : "stövel",
      lastMessageAt: later(now(), -n * 86_400_000),
    });
    ids.push(ticket.id);
  }
  await db.$transaction((tx) => indexTickets(tx, many.id, ids));
  for (const [q, sort] of [
    ["sandaler", "newest"],
    ["sandaler", "oldest"],
    ['"sandal"', "newest"],
    ['"sandal"', "oldest"],
  ] as const) {
    const filter = readFilter(new URLSearchParams({ view: "all", q, sort }));
    const seen: string[] = [];
    for (let after: string | null = null, more = true; more;) {
      const page = await listTickets(many, { id: agent.id }, filter, after);
      seen.push(...page.rows.map(({ id }) => id));
      [after, more] = [page.next, page.next !== null];
    }
    const wanted = ids.filter((_, n) => n % 2);
    expect(seen).toEqual(sort === "newest" ? wanted : wanted.reverse());
  }
});

test("what was opened before a day stands in order, whether it was over by then or went on", async () => {
  const many = await makeWorkspace();
  const theirs = await makeStore(many);
  const day = (n: number) => new Date(Date.UTC(2025, 0, 1 + n, 12));
  const spans = [[0, 1], [0, 40], [3, 30], [9, 10], [9, 9], [11, 12], [2, 90], [20, 21], [30, 31], [4, 4], [1, 8]] as const; // prettier-ignore
  const tickets: Awaited<ReturnType<typeof makeTicket>>[] = [];
  for (const [from, to] of spans)
    tickets.push(
      await makeTicket(theirs, { subject: "sandal", createdAt: day(from), lastMessageAt: day(to) }),
    );
  await db.$transaction((tx) => indexTickets(tx, many.id, tickets.map(({ id }) => id))); // prettier-ignore
  const wanted = tickets
    .filter(({ createdAt }) => createdAt < new Date(Date.UTC(2025, 0, 11)))
    .sort((a, b) => b.lastMessageAt.getTime() - a.lastMessageAt.getTime() || (a.id < b.id ? 1 : -1));
  const asks: Record<string, string>[] = [
    { to: "2025-01-10" },
    { q: "before:2025-01-11" },
    { q: "sandal before:2025-01-11" },
    { q: "sandal", to: "2025-01-10" },
    { to: "2025-01-10", sort: "priority" },
    { q: "sandal before:2025-01-11 before:2026-01-01" },
  ];
  for (const asked of asks) {
    const filter = readFilter(new URLSearchParams({ view: "all", ...asked }));
    const seen: string[] = [];
    for (let after: string | null = null, more = true; more;) {
      const page = await listTickets(many, { id: agent.id }, filter, after, 3);
      seen.push(...page.rows.map(({ id }) => id));
      [after, more] = [page.next, page.next !== null];
    }
    expect(seen, JSON.stringify(asked)).toEqual(wanted.map(({ id }) => id));
  }
});

test("whatever is typed, the answer is a list", async () => {
  const hostile = ["' OR 1=1--", '"'.repeat(300), "a & | ! <-> :* (", "\0\0", "\\'; DROP", "%_", "???", "-a -b", "from:'", "label:\\", "日本語", "𝕳𝖊𝖏", "before:9999-12-31"]; // prettier-ignore
  for (const q of hostile) {
    expect(Array.isArray(await found(q)), q).toBe(true);
    expect(Array.isArray((await suggest(workspace, q)).tickets), q).toBe(true);
  }
  await fc.assert(
    fc.asyncProperty(fc.string({ maxLength: 60 }), async (q) => {
      expect(Array.isArray(await found(q))).toBe(true);
    }),
    { numRuns: 8 },
  );
});

test("tickets from before there was search are made findable, from where it stopped", async () => {
  const old = await makeWorkspace();
  const theirs = await makeStore(old);
  for (let n = 0; n < 3; n++) await makeTicket(theirs, { subject: "Gammal kappa" });
  await db.searchProgress.create({ data: { workspaceId: old.id } });
  const filter = readFilter(new URLSearchParams({ view: "all", q: "kappor" }));
  expect((await listTickets(old, { id: agent.id }, filter, null)).rows).toEqual([]);
  expect(await searchProgress(old)).toEqual({ done: 0, total: 0 });
  expect(await indexOlderTickets(old.id, 1000)).toBe(true);
  expect((await listTickets(old, { id: agent.id }, filter, null)).rows).toHaveLength(3);
  expect(await searchProgress(old)).toBeNull();
});
