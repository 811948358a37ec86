// Two drafts of one kind become one: after a merge, and when a message that was taken back meets what was written since.
import { Prisma, type Draft } from "@prisma/client";
import type { Tx } from "../../db.server.ts";
import { now } from "../../lib/clock.ts";
import { readRecipients } from "../../mail/person.ts";
import { joined as joinedActions, readActions } from "../macros/macro.ts";
import type { TicketRef } from "../ticket.ts";
import { joinRecipients, type KeptDraft } from "./draft.ts";
import { fileIdsOf, showDraft, storedRecipients } from "./kept.server.ts";

type Content = Pick<Draft, "html" | "recipients" | "files" | "forwardedId" | "actions">;

/** Puts back what was taken back before it left, above what was written since. Returns the draft as it is now. */
export async function giveBackDraft(
  tx: Tx,
  key: { workspaceId: string; agentId: string; ticketId: string; mode: string },
  back: Content & { requestKey: string },
): Promise<KeptDraft> {
  const where = { workspaceId_agentId_ticketId_mode: key };
  const since = await tx.draft.findUnique({ where });
  const content = since ? joined(back, since) : asData(back);
  const row = since
    ? await tx.draft.update({ where, data: { ...content, revision: since.revision + 1, updatedAt: now() } })
    : await tx.draft.create({ data: { ...key, ...content, requestKey: back.requestKey, updatedAt: now() } });
  return showDraft(tx, row);
}

/** The drafts of a ticket that was swallowed move to the survivor, below what was written there. */
export async function moveDrafts(tx: Tx, { workspaceId, id }: TicketRef, into: string): Promise<void> {
  const moving = await tx.draft.findMany({ where: { workspaceId, ticketId: id } });
  for (const draft of moving) {
    const { agentId, mode } = draft;
    const there = { workspaceId_agentId_ticketId_mode: { workspaceId, agentId, ticketId: into, mode } };
    const kept = await tx.draft.findUnique({ where: there });
    if (kept) {
      const content = joined(kept, draft);
      await tx.draft.update({
        where: there,
        data: { ...content, revision: kept.revision + 1, updatedAt: now() },
      });
    } else await tx.draft.create({ data: { ...draft, ...asData(draft), ticketId: into } });
  }
  await tx.draft.deleteMany({ where: { workspaceId, ticketId: id } });
}

function joined(above: Content, below: Content) {
  const recipients =
    above.recipients && below.recipients
      ? joinRecipients(readRecipients(above.recipients), readRecipients(below.recipients))
      : readRecipients(above.recipients ?? below.recipients);
  return {
    html: `${above.html}${below.html}`,
    recipients: above.recipients || below.recipients ? storedRecipients(recipients) : Prisma.DbNull,
    files: [...new Set([...fileIdsOf(above), ...fileIdsOf(below)])],
    forwardedId: above.forwardedId ?? below.forwardedId,
    actions: joinedActions([...readActions(above.actions), ...readActions(below.actions)]),
  };
}

const asData = ({ html, recipients, files, forwardedId, actions }: Content) => ({
  html,
  recipients: recipients === null ? Prisma.DbNull : storedRecipients(readRecipients(recipients)),
  files: fileIdsOf({ files }),
  forwardedId,
  actions: readActions(actions),
});
