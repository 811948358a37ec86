// A row never changes tenant and never refers to another tenant's: the database itself refuses.
import { Prisma } from "@prisma/client";
import { beforeAll, describe, expect, test } from "vitest";
import { db } from "../app/db.server.ts";
import { newId } from "../app/lib/id.ts";
import { makeMessage, makeWorkspace, unique } from "../tests/factories.ts";
import { makeOneOfEach, type Everything } from "../tests/factories/one-of-each.ts";
import { tenantTables } from "./tables.ts";

let ours: Everything;
let theirs: Everything;

beforeAll(async () => {
  ours = await makeOneOfEach();
  theirs = await makeOneOfEach();
});

/** How many rows SQL changed; table and column names come from the schema. */
const run = (sql: string, ...values: unknown[]): Promise<number> => db.$executeRawUnsafe(sql, ...values);

const owner = (table: string) => (table === "Workspace" ? "id" : "workspaceId");

describe("a row stays in its workspace", () => {
  test.each(tenantTables)("%s", async (table) => {
    const column = owner(table);
    const update = `UPDATE "${table}" SET "${column}" = $1::uuid WHERE "${column}" = $2::uuid`;
    await expect(run(update, theirs.workspace.id, ours.workspace.id)).rejects.toThrow(
      `${table} rows never change workspace`,
    );
    // The row was there to be moved, and naming its own workspace moves nothing.
    expect(await run(update, ours.workspace.id, ours.workspace.id)).toBeGreaterThan(0);
  });
});

describe("Prisma's relation writes", () => {
  const key = () => ({ workspaceId_id: { workspaceId: ours.workspace.id, id: ours.ticket.id } });

  test("a connect to another workspace's customer is refused", async () => {
    const customer = { workspaceId_id: { workspaceId: theirs.workspace.id, id: theirs.customer.id } };
    // eslint-disable-next-line samla/tenancy -- the write the rule forbids, tried on the database
    const moved = db.ticket.update({ where: key(), data: { customer: { connect: customer } } });
    await expect(moved).rejects.toThrow();
    expect(await db.ticket.findUnique({ where: key() })).toMatchObject({ customerId: ours.customer.id });
  });

  test("a new workspaceId among the columns is refused", async () => {
    const where = key().workspaceId_id;
    // eslint-disable-next-line samla/tenancy -- the write the rule forbids, tried on the database
    const moved = db.ticket.updateMany({ where, data: { workspaceId: theirs.workspace.id } });
    await expect(moved).rejects.toThrow("Ticket rows never change workspace");
  });
});

describe("a row refers only to rows of its own workspace", () => {
  interface Reference {
    table: string;
    column: string;
    target: string;
  }

  /** Every foreign key of two columns: workspaceId and the id it points with. */
  const references = () => db.$queryRaw<Reference[]>`
    SELECT c.conrelid::regclass::text AS "table", a.attname::text AS "column", c.confrelid::regclass::text AS target
    FROM pg_constraint c JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = c.conkey[2]
    WHERE c.contype = 'f' AND c.connamespace = 'public'::regnamespace AND cardinality(c.conkey) = 2
    ORDER BY 1, 2`;

  test("whatever the table and the column", async () => {
    const all = await references();
    expect(all.length).toBeGreaterThan(15);
    for (const { table, column, target } of all) {
      const foreign = `(SELECT id FROM ${target} WHERE "workspaceId" = $1::uuid LIMIT 1)`;
      const update = `UPDATE ${table} SET "${column}" = ${foreign} WHERE "workspaceId" = $2::uuid`;
      const crossing = run(update, theirs.workspace.id, ours.workspace.id);
      await expect(crossing, `${table}.${column}`).rejects.toThrow(/foreign key/i);
    }
  });
});

describe("nothing cascades", () => {
  test.each(["Workspace", "Store", "Brand", "Agent", "Department", "Customer", "Ticket", "Message"])(
    "a %s that others refer to is not deleted",
    async (table) => {
      const rows = run(`DELETE FROM "${table}" WHERE "${owner(table)}" = $1::uuid`, ours.workspace.id);
      await expect(rows).rejects.toThrow(/foreign key|RESTRICT/i);
    },
  );
});

describe("a shop and an address belong to one workspace", () => {
  test("a second claim on a shop domain is refused", async () => {
    const claim = {
      domain: ours.store.shopDomain,
      workspaceId: theirs.workspace.id,
      storeId: theirs.store.id,
    };
    await expect(db.shopDomain.create({ data: claim })).rejects.toThrow(Prisma.PrismaClientKnownRequestError);
  });

  test("a second claim on an address is refused", async () => {
    const claim = { token: unique(), workspaceId: theirs.workspace.id, storeId: theirs.store.id };
    const data = { ...claim, address: ours.store.inboundAddress };
    await expect(db.inboundAddress.create({ data })).rejects.toThrow(Prisma.PrismaClientKnownRequestError);
  });
});

describe("what was said stays said", () => {
  const change = (id: string, data: Prisma.MessageUncheckedUpdateInput) =>
    db.message.update({ where: { workspaceId_id: { workspaceId: ours.workspace.id, id } }, data });

  test.each<[string, Prisma.MessageUncheckedUpdateInput]>([
    ["text", { text: "something else" }],
    ["html", { html: "<p>something else</p>" }],
    ["kind", { kind: "note" }],
    ["time", { createdAt: new Date("2020-01-01") }],
    ["sender", { fromAddress: "somebody@else.example" }],
  ])("a message's %s cannot be rewritten", async (_, data) => {
    await expect(change(ours.message.id, data)).rejects.toThrow("messages are append-only");
  });

  test("how its delivery went is written later", async () => {
    const sent = await makeMessage(ours.ticket, { kind: "outbound" });
    expect(await change(sent.id, { delivery: "delivered" })).toMatchObject({ delivery: "delivered" });
  });

  test("erasure says so within its transaction, and only there", async () => {
    const message = await makeMessage(ours.ticket);
    const where = { workspaceId_id: { workspaceId: ours.workspace.id, id: message.id } };
    await db.$transaction(async (tx) => {
      await tx.$executeRaw`SELECT set_config('samla.erasing', 'on', true)`;
      await tx.message.update({ where, data: { text: "" } });
    });
    await expect(change(message.id, { text: "back again" })).rejects.toThrow("messages are append-only");
  });
});

test("two workspaces may use the same id and the same ticket number", async () => {
  const other = await makeWorkspace();
  const id = newId();
  for (const workspaceId of [ours.workspace.id, other.id])
    await db.department.create({ data: { workspaceId, id, name: unique() } });
  expect(ours.ticket.number).toBe(theirs.ticket.number);
});
