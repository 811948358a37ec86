// What the machine can do at best: the same two rows, one transaction a mail, prepared statements, plain `pg`.
import { randomUUID } from "node:crypto";
import pg from "pg";
import { v7 } from "uuid";
import { query } from "../databases.ts";
import { SENDERS } from "./senders.ts";

export interface Baseline {
  /** Writes every mail once; resolves when the last is committed. */
  write(mails: readonly Buffer[]): Promise<void>;
  close(): Promise<void>;
}

const received = {
  name: "received",
  text: `INSERT INTO "Received" (id, source, "providerId", body, "receivedAt") VALUES ($1, 'postmark', $2, $3, $4)`,
};

/** Opens the eight connections. The queue must be there: an app has started on the database before. */
export async function openBaseline(databaseUrl: string): Promise<Baseline> {
  const clients = await Promise.all(
    Array.from({ length: SENDERS }, async () => {
      const client = new pg.Client(databaseUrl);
      await client.connect();
      return client;
    }),
  );
  const job = await jobStatement(databaseUrl);
  const writeOne = async (client: pg.Client, body: Buffer) => {
    const id = v7();
    await client.query("BEGIN");
    await client.query({ ...received, values: [id, randomUUID(), body, new Date()] });
    await client.query({ ...job, values: [randomUUID(), JSON.stringify({ receivedId: id })] });
    await client.query("COMMIT");
  };
  return {
    async write(mails) {
      const waiting = mails.values();
      await Promise.all(
        clients.map(async (client) => {
          for (const mail of waiting) await writeOne(client, mail);
        }),
      );
    },
    close: async () => void (await Promise.all(clients.map((client) => client.end()))),
  };
}

/** The job row with every column that pg-boss fills from the queue's settings; those are read once. */
async function jobStatement(databaseUrl: string): Promise<{ name: string; text: string }> {
  const [queue] = await query<{ table_name: string; settings: string }>(
    databaseUrl,
    `SELECT table_name, format('%L, %L, %L, %L, %L, %L, %L, %L', expire_seconds, deletion_seconds, retry_limit,
              retry_delay, retry_backoff, retry_delay_max, policy, heartbeat_seconds) AS settings
     FROM pgboss.queue WHERE name = 'take-in-mail'`,
  );
  if (!queue) throw new Error("the queue take-in-mail is not there");
  return {
    name: "job",
    text: `
      INSERT INTO pgboss.${queue.table_name} (id, name, data, priority, start_after, created_on, keep_until,
        expire_seconds, deletion_seconds, retry_limit, retry_delay, retry_backoff, retry_delay_max, policy,
        heartbeat_seconds)
      VALUES ($1, 'take-in-mail', $2, 0, now(), now(), now() + interval '14 days', ${queue.settings})`,
  };
}
