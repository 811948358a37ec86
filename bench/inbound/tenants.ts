// Twenty workspaces with a store, a brand and an inbound address each.
import { randomBytes, randomUUID } from "node:crypto";
import pg from "pg";

/** Makes them; returns the inbound token of each. */
export async function makeTenants(databaseUrl: string, count: number): Promise<string[]> {
  const client = new pg.Client(databaseUrl);
  await client.connect();
  const tokens: string[] = [];
  for (let index = 0; index < count; index++) {
    const [workspace, store, brand] = [randomUUID(), randomUUID(), randomUUID()];
    const token = randomBytes(10).toString("hex");
    await client.query(`INSERT INTO "Workspace" (id, name) VALUES ($1, $2)`, [workspace, `Butik ${index}`]);
    await client.query(
      `INSERT INTO "Store" ("workspaceId", id, "shopDomain", name) VALUES ($1, $2, $3, $4)`,
      [workspace, store, `butik-${index}.myshopify.com`, `Butik ${index}`],
    );
    await client.query(
      `INSERT INTO "Brand" ("workspaceId", id, "storeId", name, "senderName") VALUES ($1, $2, $3, $4, $4)`,
      [workspace, brand, store, `Butik ${index}`],
    );
    await client.query(`INSERT INTO "InboundAddress" (token, "workspaceId", "storeId") VALUES ($1, $2, $3)`, [
      token,
      workspace,
      store,
    ]);
    tokens.push(token);
  }
  await client.end();
  return tokens;
}
