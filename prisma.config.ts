// Prisma without its downloaded engines: the CLI reaches the database through node-postgres.
import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import { defineConfig } from "prisma/config";

export default defineConfig({
  schema: "prisma/schema.prisma",
  experimental: { adapter: true },
  engine: "js",
  adapter: async () => {
    readCatalogNamesAsText();
    letCommandsEnd();
    // Idle connections would keep each command waiting.
    return runningWholeScripts(
      new PrismaPg({ connectionString: process.env.DATABASE_URL, allowExitOnIdle: true }),
    );
  },
});

/** The adapter cannot read the catalog's column types `name` and `"char"`; as text and text[] it can. */
function readCatalogNamesAsText() {
  const asText = new Map([
    [18, 25],
    [19, 25],
    [1002, 1009],
    [1003, 1009],
  ]);
  const result = pg.Result.prototype as unknown as { addFields(fields: { dataTypeID: number }[]): void };
  const addFields = result.addFields;
  result.addFields = function (fields) {
    addFields.call(
      this,
      fields.map((field) =>
        Object.assign(field, { dataTypeID: asText.get(field.dataTypeID) ?? field.dataTypeID }),
      ),
    );
  };
}

/**
 * The adapter cuts a migration at every semicolon, also inside a function's body. Sent whole,
 * PostgreSQL reads it itself and runs it as one transaction: it applies entirely or not at all.
 */
function runningWholeScripts(factory: PrismaPg): PrismaPg {
  const connect = factory.connect.bind(factory);
  factory.connect = async () => {
    const adapter = await connect();
    adapter.executeScript = async (script: string) => {
      await adapter.underlyingDriver().query(script);
    };
    return adapter;
  };
  return factory;
}

/** The engine leaves the timer behind with which it waits ten seconds for its lock; each command would sit it out. */
function letCommandsEnd() {
  const start = globalThis.setTimeout;
  const startUnlessLockWait = (work: () => void, ms?: number, ...rest: unknown[]) => {
    const timer = start(work, ms, ...rest) as unknown as NodeJS.Timeout;
    return ms === 10_000 ? timer.unref() : timer;
  };
  globalThis.setTimeout = Object.assign(startUnlessLockWait, start);
}
