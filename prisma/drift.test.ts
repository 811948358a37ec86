// The migrated database against the schema: Prisma makes the schema's database beside it, and the catalogs of
// the two are compared. What only the migrations say is listed here by name.
import { Prisma } from "@prisma/client";
import { readFileSync } from "node:fs";
import pg from "pg";
import { beforeAll, describe, expect, test } from "vitest";
import { readModels } from "../scripts/eslint/models.ts";
import { createDatabase } from "../scripts/test-cluster.mjs";
import { unique } from "../tests/factories.ts";
import { byHand } from "./by-hand.ts";
import { readCatalog, type Part } from "./catalog.ts";
import { expectedSchema, schemaFile } from "./expected-schema.ts";
import { directoryTables, tenantTables } from "./tables.ts";

/** Foreign keys that may do something else than refuse (the migration says ON DELETE SET NULL ("column")). */
const softReferences: string[] = [];

const isByHand = ({ kind, name }: Part): boolean => byHand[kind]?.includes(name) ?? false;
const lines = (parts: Part[]): string[] =>
  parts.map(({ kind, name, definition }) => `${kind} ${name}: ${definition}`);

let migrated: Part[];
let expected: Part[];

async function catalogOf(url: string, sql = ""): Promise<Part[]> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    await client.query(sql);
    return await readCatalog(client);
  } finally {
    await client.end();
  }
}

beforeAll(async () => {
  const url = process.env.DATABASE_URL ?? "";
  const beside = await createDatabase(process.env.TEST_DATABASE_ADMIN_URL ?? "", `schema_${unique()}`);
  migrated = await catalogOf(url);
  expected = await catalogOf(beside, await expectedSchema(url));
});

const ofKind = (kind: Part["kind"]): Part[] => migrated.filter((part) => part.kind === kind);

describe("the migrations make what the schema says", () => {
  test("every table, column, key, index and relation, exactly", () => {
    expect(expected.length).toBeGreaterThan(200);
    const made = lines(migrated.filter((part) => !isByHand(part)));
    expect(made).toEqual(lines(expected));
  });

  test("and by hand what is listed here, no more and no less", () => {
    for (const [kind, names] of Object.entries(byHand)) {
      const there = ofKind(kind as Part["kind"]).filter(isByHand);
      expect(there.map(({ name }) => name)).toEqual([...names].sort());
    }
  });

  test("a difference would be seen", async () => {
    const drifted = await catalogOf(
      await createDatabase(process.env.TEST_DATABASE_ADMIN_URL ?? "", `drift_${unique()}`),
      `
      CREATE TABLE "Ticket" (id uuid PRIMARY KEY, subject text DEFAULT 'x');
      CREATE INDEX planted ON "Ticket" (subject) WHERE subject <> '';
      CREATE TABLE "Message" ("ticketId" uuid REFERENCES "Ticket" ON DELETE CASCADE, CONSTRAINT short CHECK (true))`,
    );
    expect(lines(drifted)).toEqual([
      "check Message.short: CHECK (true)",
      "column Message.ticketId: uuid",
      "column Ticket.id: uuid NOT NULL",
      "column Ticket.subject: text DEFAULT 'x'::text",
      'foreign key Message.Message_ticketId_fkey: FOREIGN KEY ("ticketId") REFERENCES "Ticket"(id) ON DELETE CASCADE',
      "index Ticket.planted: CREATE INDEX planted ON public.\"Ticket\" USING btree (subject) WHERE (subject <> ''::text)",
      "primary key Ticket.Ticket_pkey: PRIMARY KEY (id)",
      "table Message: table",
      "table Ticket: table",
    ]);
  });
});

describe("the generated client knows the same database", () => {
  const types: Record<string, RegExp> = {
    String: /^(text|uuid)/,
    Int: /^integer/,
    BigInt: /^bigint/,
    Float: /^double precision/,
    Boolean: /^boolean/,
    DateTime: /^timestamp\(3\)/,
    Json: /^jsonb/,
    Bytes: /^bytea/,
  };

  test("table by table, column by column", () => {
    const known = Prisma.dmmf.datamodel.models.flatMap(({ name, fields }) =>
      fields
        .filter(({ kind }) => kind === "scalar")
        .map((field) => ({ name: `${name}.${field.name}`, type: field.type })),
    );
    const columns = new Map(ofKind("column").map(({ name, definition }) => [name, definition]));
    // The client leaves out what it has no type for.
    const readable = [...columns].filter(([, definition]) => !definition.startsWith("tsvector"));
    expect(known.map(({ name }) => name).sort()).toEqual(readable.map(([name]) => name).sort());
    for (const { name, type } of known)
      expect(columns.get(name), name).toMatch(types[type] ?? "a type of ours");
  });
});

describe("tenant tables", () => {
  const tableOf = ({ name }: Part) => name.split(".")[0] ?? "";
  const isTenant = (part: Part) => tenantTables.includes(tableOf(part)) && tableOf(part) !== "Workspace";

  test("are all that the schema does not call directory", () => {
    const models = [...readModels(readFileSync(schemaFile, "utf8")).values()];
    expect(models.filter(({ directory }) => directory).map(({ name }) => name)).toEqual(directoryTables);
  });

  test("carry the workspace in every row", () => {
    const columns = new Map(ofKind("column").map(({ name, definition }) => [name, definition]));
    for (const table of tenantTables)
      expect(columns.get(table === "Workspace" ? "Workspace.id" : `${table}.workspaceId`), table).toBe(
        "uuid NOT NULL",
      );
  });

  test("begin every key with it", () => {
    const keys = migrated
      .filter((part) => ["primary key", "unique"].includes(part.kind) || isUniqueIndex(part))
      .filter(isTenant);
    expect(keys.length).toBeGreaterThan(tenantTables.length);
    for (const { name, definition } of keys)
      expect(definition, name).toMatch(/(KEY|UNIQUE|btree) \("workspaceId"[,)]/);
  });

  test("refer with it, and refuse to let go", () => {
    const references = ofKind("foreign key");
    expect(references.filter((part) => !isTenant(part))).toEqual([]);
    for (const { name, definition } of references) {
      expect(definition, name).toMatch(/^FOREIGN KEY \("workspaceId"[,)]/);
      if (!softReferences.includes(name))
        expect(definition, name).toMatch(/ON UPDATE RESTRICT ON DELETE RESTRICT$/);
    }
  });
});

const isUniqueIndex = ({ kind, definition }: Part): boolean =>
  kind === "index" && definition.startsWith("CREATE UNIQUE");
