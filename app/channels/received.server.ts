// The raw input's bytes. They can be a hundred megabytes: read once, never beside other columns, never by Prisma,
// which takes ten times as long over them (bench/README.md).
import { runPrepared } from "../db.server.ts";
import { gate } from "../lib/gate.ts";
import { once } from "../lib/once.server.ts";
import { readPart, readParts } from "./received-parts.server.ts";

/** A large mail is several times its size while it is being read: one at a time in this process. */
const largeOnes = () => once("large-inputs", () => gate(1));

/** Works on the body of an input nobody has taken in yet; does nothing when somebody has. */
export async function withWaitingBody(id: string, work: (body: Buffer) => Promise<void>): Promise<void> {
  const { rows } = await runPrepared({
    name: "waiting-body",
    text: `SELECT body, parts FROM "Received" WHERE id = $1 AND state = 'received'`,
    values: [id],
  });
  const row = rows[0] as { body: Buffer; parts: number } | undefined;
  if (!row) return;
  if (!row.parts) return work(row.body);
  await largeOnes()(async () => work(await readParts(id, row.parts)));
}

/** The first bytes of unreadable inputs of one workspace, newest first. */
export async function beginningsOfDead(
  workspaceId: string,
  most: { rows: number; bytes: number },
): Promise<BeginningOfDead[]> {
  const { rows } = await runPrepared({
    name: "beginnings-of-dead",
    text: `SELECT id, source, "receivedAt", reason, substring(body FROM 1 FOR $2) AS body, ${SIZE} AS size
           FROM "Received" WHERE "workspaceId" = $1 AND state = 'dead' ORDER BY "receivedAt" DESC LIMIT $3`,
    values: [workspaceId, most.bytes, most.rows],
  });
  return (rows as (BeginningOfDead & { body: Buffer })[]).map(({ body, ...row }) => ({
    ...row,
    beginning: body.toString("utf8"),
  }));
}

/** Of the whole input, wherever its bytes are. */
const SIZE = `CASE parts WHEN 0 THEN octet_length(body)
  ELSE (SELECT coalesce(sum(octet_length(bytes)), 0)::int FROM "ReceivedPart" WHERE "receivedId" = id) END`;

export interface BeginningOfDead {
  id: string;
  source: string;
  receivedAt: Date;
  reason: string | null;
  beginning: string;
  /** of the whole of it */
  size: number;
}

export interface DeadInput {
  receivedAt: Date;
  /** its first bytes */
  beginning: Buffer;
  /** of the whole of it */
  size: number;
  parts: number;
}

/** One of them: its size and its first bytes. */
export async function deadInput(workspaceId: string, id: string, bytes: number): Promise<DeadInput | null> {
  const { rows } = await runPrepared({
    name: "dead-input",
    text: `SELECT "receivedAt", parts, substring(body FROM 1 FOR $3) AS beginning,
             ${SIZE} AS size
           FROM "Received" WHERE "workspaceId" = $1 AND id = $2 AND state = 'dead'`,
    values: [workspaceId, id, bytes],
  });
  return (rows[0] as DeadInput | undefined) ?? null;
}

/** All of its bytes, a piece after the other as they are asked for. */
export function deadBytes(
  workspaceId: string,
  id: string,
  { parts, size }: DeadInput,
): ReadableStream<Uint8Array> {
  let part = 0;
  return new ReadableStream({
    async pull(controller) {
      const whole = parts ? null : await deadInput(workspaceId, id, size);
      const bytes = part < parts ? await readPart(id, part) : (whole?.beginning ?? null);
      if (bytes?.length) controller.enqueue(new Uint8Array(bytes));
      part += 1;
      if (part >= parts || !bytes) controller.close();
    },
  });
}
