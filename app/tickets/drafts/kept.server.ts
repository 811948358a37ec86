// Drafts as rows, and rows as the page gets them.
import type { Draft, Prisma } from "@prisma/client";
import type { Tx } from "../../db.server.ts";
import type { StoredFile } from "../../files/file.ts";
import { fileUrl, showFile } from "../../files/link.server.ts";
import { isId } from "../../lib/id.ts";
import { readRecipients, type Recipients } from "../../mail/person.ts";
import { forEditor } from "../../mail/written.ts";
import { readActions } from "../macros/macro.ts";
import type { TicketRef } from "../ticket.ts";
import type { DraftMode, KeptDraft } from "./draft.ts";

/** What this agent has begun to write on a ticket and not sent, in one question. */
export async function readDrafts(
  client: Tx,
  { workspaceId, id }: TicketRef,
  agent: { id: string },
): Promise<KeptDraft[]> {
  const rows = await client.$queryRaw<(Draft & { held: StoredFile[] | null })[]>`
    SELECT d.*, (
      SELECT json_agg(f ORDER BY f.id) FROM "File" f
      WHERE f."workspaceId" = d."workspaceId" AND f."uploadedById" = d."agentId" AND f."messageId" IS NULL
        AND d.files @> to_jsonb(ARRAY[f.id::text])) AS held
    FROM "Draft" d
    WHERE d."workspaceId" = ${workspaceId}::uuid AND d."agentId" = ${agent.id}::uuid AND d."ticketId" = ${id}::uuid`;
  return rows.map(({ held, ...row }) => present(row, held ?? []));
}

/** A row with the files that are still there, and links that work for a while. */
export async function showDraft(client: Tx, row: Draft): Promise<KeptDraft> {
  const { workspaceId, agentId } = row;
  const files = await client.file.findMany({
    where: { workspaceId, id: { in: fileIdsOf(row) }, messageId: null, uploadedById: agentId },
    orderBy: { id: "asc" },
  });
  return present(
    row,
    files.map((file) => file as typeof file & StoredFile),
  );
}

function present(row: Draft, files: StoredFile[]): KeptDraft {
  const { workspaceId } = row;
  const urls = new Map(files.map((file) => [file.id, fileUrl({ ...file, workspaceId })]));
  return {
    mode: row.mode as DraftMode,
    html: forEditor(row.html, (id) => urls.get(id) ?? null),
    recipients: row.recipients ? readRecipients(row.recipients) : null,
    files: files.map((file) => ({
      ...showFile({ ...file, workspaceId }),
      inline: row.html.includes(`cid:${file.id}`),
    })),
    forwardedId: row.forwardedId,
    actions: readActions(row.actions),
    requestKey: row.requestKey,
    revision: row.revision,
    updatedAt: row.updatedAt.toISOString(),
  };
}

export const fileIdsOf = ({ files }: Pick<Draft, "files">): string[] =>
  Array.isArray(files) ? files.filter((id): id is string => typeof id === "string" && isId(id)) : [];

/** Recipients as a row keeps them. */
export const storedRecipients = ({ to, cc, bcc }: Recipients): Prisma.InputJsonObject => {
  const people = (list: Recipients["to"]) => list.map(({ name, address }) => ({ name, address }));
  return { to: people(to), cc: people(cc), bcc: people(bcc) };
};
