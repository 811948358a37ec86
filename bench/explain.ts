// What a piece of the app asks the database, and how the database goes about it.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { inRepo } from "../scripts/paths.mjs";

export interface Statement {
  text: string;
  values: unknown[];
}

/** Runs `work` and returns every statement that went to PostgreSQL meanwhile, in order. */
export async function statementsOf(work: () => Promise<unknown>): Promise<Statement[]> {
  const heard: Statement[] = [];
  const original = pg.Client.prototype.query;
  const listening = function (this: pg.Client, ...given: unknown[]) {
    const [first, second] = given;
    const config = typeof first === "string" ? { text: first } : (first as pg.QueryConfig);
    heard.push({ text: config.text, values: Array.isArray(second) ? second : (config.values ?? []) });
    return Reflect.apply(original, this, given) as unknown;
  };
  pg.Client.prototype.query = listening as typeof original;
  try {
    await work();
  } finally {
    pg.Client.prototype.query = original;
  }
  return heard;
}

/** The plan, as it was carried out for a SELECT and as planned for a write; the transaction is undone. */
export async function planOf(client: pg.Client, { text, values }: Statement): Promise<string> {
  const options =
    /^\s*SELECT/i.test(text) && !/pg_notify|pg_advisory/.test(text) ? "ANALYZE, BUFFERS" : "COSTS OFF";
  await client.query("BEGIN");
  try {
    const { rows } = await client.query<{ "QUERY PLAN": string }>(`EXPLAIN (${options}) ${text}`, values);
    return rows.map((row) => row["QUERY PLAN"]).join("\n");
  } finally {
    await client.query("ROLLBACK");
  }
}

/** Keeps plans in bench/explain, ids left out. */
export function keep(name: string, plans: { statement: Statement; plan: string }[]): void {
  const folder = inRepo("bench", "explain");
  mkdirSync(folder, { recursive: true });
  const text = plans.map(({ statement, plan }) => `${statement.text.trim()}\n\n${plan}\n`).join("\n---\n\n");
  writeFileSync(
    join(folder, `${name}.txt`),
    text.replaceAll(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, "…"),
  );
}

/** Statements that ask for rows or change them, and not how the transaction goes. */
export const isWork = ({ text }: Statement): boolean => /^\s*(SELECT|UPDATE|INSERT|DELETE|WITH)/i.test(text);
