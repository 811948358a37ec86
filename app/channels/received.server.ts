// The raw input's bytes. They can be a hundred megabytes: read once, never beside other columns, never by Prisma,
// which takes ten times as long over them (bench/README.md).
import { runPrepared } from "../db.server.ts";

/** The body of an input nobody has taken in yet; null when somebody has. */
export async function waitingBody(id: string): Promise<Buffer | null> {
  const { rows } = await runPrepared({
    name: "waiting-body",
    text: `SELECT body FROM "Received" WHERE id = $1 AND state = 'received'`,
    values: [id],
  });
  return (rows[0] as { body: Buffer } | undefined)?.body ?? null;
}

/** The first bytes of unreadable inputs of one workspace, newest first. */
export async function beginningsOfDead(
  workspaceId: string,
  most: { rows: number; bytes: number },
): Promise<{ id: string; source: string; receivedAt: Date; reason: string | null; beginning: string }[]> {
  const { rows } = await runPrepared({
    name: "beginnings-of-dead",
    text: `SELECT id, source, "receivedAt", reason, substring(body FROM 1 FOR $2) AS body
           FROM "Received" WHERE "workspaceId" = $1 AND state = 'dead' ORDER BY "receivedAt" DESC LIMIT $3`,
    values: [workspaceId, most.bytes, most.rows],
  });
  return rows.map(
    ({ body, ...row }: { body: Buffer; id: string; source: string; receivedAt: Date; reason: string }) => ({
      ...row,
      beginning: body.toString("utf8"),
    }),
  );
}

/** The first bytes of one of them, as text. */
export async function beginningOfDead(
  workspaceId: string,
  id: string,
  bytes: number,
): Promise<string | null> {
  const { rows } = await runPrepared({
    name: "beginning-of-dead",
    text: `SELECT substring(body FROM 1 FOR $3) AS body FROM "Received" WHERE "workspaceId" = $1 AND id = $2 AND state = 'dead'`,
    values: [workspaceId, id, bytes],
  });
  return (rows[0] as { body: Buffer } | undefined)?.body.toString("utf8") ?? null;
}
