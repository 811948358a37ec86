// "New request": one mail to several customers. One press of Send is one request, whatever the network does.
import { db, holdLock, type Tx } from "../../db.server.ts";
import { AppError } from "../../errors.ts";
import { recordEvent } from "../../events/record.server.ts";
import { enqueue } from "../../jobs/queue.server.ts";
import { now } from "../../lib/clock.ts";
import { newId } from "../../lib/id.ts";
import type { Person } from "../../mail/person.ts";
import { eachOnce } from "./recipients.ts";

export interface RequestDraft {
  by: { id: string };
  /** made once per composed request by the page: the same key sends nothing again */
  requestKey: string;
  storeId: string;
  subject: string;
  /** with variables (tickets/variables.ts) */
  text: string;
  /** as the agent saw them; an address that is none becomes a recipient that failed */
  recipients: (Person & { shopifyId: string | null })[];
}

/**
 * Writes the request down with everybody it goes to, and the job that works through them.
 * Throws invalid for a store that is not the workspace's, key-reused.
 */
export const createRequest = (
  workspace: { id: string },
  draft: RequestDraft,
): Promise<{ requestId: string }> =>
  db.$transaction(async (tx) => {
    const workspaceId = workspace.id;
    await holdLock(tx, `request:${workspaceId}:${draft.requestKey}`);
    const earlier = await tx.newRequest.findUnique({
      where: { workspaceId_requestKey: { workspaceId, requestKey: draft.requestKey } },
      select: { id: true, subject: true, text: true, storeId: true },
    });
    if (earlier) {
      const same = (["subject", "text", "storeId"] as const).every(
        (field) => earlier[field] === draft[field],
      );
      if (!same) throw new AppError("key-reused");
      return { requestId: earlier.id };
    }
    await demandStore(tx, workspaceId, draft.storeId);
    return { requestId: await write(tx, workspaceId, draft) };
  });

async function demandStore(tx: Tx, workspaceId: string, id: string): Promise<void> {
  const store = await tx.store.findFirst({
    where: { workspaceId, id, uninstalledAt: null },
    select: { id: true },
  });
  if (!store) throw new AppError("invalid", { fields: ["storeId"] });
}

async function write(tx: Tx, workspaceId: string, draft: RequestDraft): Promise<string> {
  const id = newId();
  const recipients = eachOnce(draft.recipients);
  await tx.newRequest.create({
    data: {
      workspaceId,
      id,
      storeId: draft.storeId,
      createdById: draft.by.id,
      requestKey: draft.requestKey,
      subject: draft.subject,
      text: draft.text,
      total: recipients.length,
      createdAt: now(),
    },
  });
  await tx.newRequestRecipient.createMany({
    data: recipients.map(({ name, address, shopifyId }, position) => ({
      workspaceId,
      requestId: id,
      position,
      address,
      name,
      shopifyId,
    })),
  });
  await recordEvent(tx, workspaceId, {
    type: "request-started",
    by: { kind: "agent", id: draft.by.id },
    data: { requestId: id, total: recipients.length },
  });
  await enqueue(tx, "start-request", { workspaceId, requestId: id });
  return id;
}
