// Works through the recipients of a request: a ticket and a mail each. Each is one transaction, so a worker that is
// killed has started a recipient wholly or not at all, and the next one goes on where it was.
import { normaliseEmail } from "../../customers/customer.ts";
import { db, type Tx } from "../../db.server.ts";
import { recordEvent } from "../../events/record.server.ts";
import { enqueue } from "../../jobs/queue.server.ts";
import { now, SECOND } from "../../lib/clock.ts";
import { log } from "../../lib/log.server.ts";
import { customerFacts, fillText } from "../variables.ts";
import { openRequestTicket } from "./open-ticket.server.ts";

const BATCH = 50;

/** Well below a job's time; what is left becomes a job of its own. */
const MOST_TIME = 30 * SECOND;

/**
 * Starts everybody who waits. Called again, also side by side, nobody is written to twice. `lastTry`: whoever can't
 * be started now never will, and the others must not wait for them.
 */
export async function startRequest(
  ref: { workspaceId: string; requestId: string },
  { lastTry }: { lastTry: boolean },
): Promise<void> {
  const until = performance.now() + MOST_TIME;
  const request = await readRequest(ref);
  if (!request || request.doneAt) return;
  for (;;) {
    const waiting = await db.newRequestRecipient.findMany({
      where: { workspaceId: ref.workspaceId, requestId: ref.requestId, state: "waiting" },
      orderBy: { position: "asc" },
      take: BATCH,
    });
    if (!waiting.length) return finish(ref, request.createdById);
    for (const recipient of waiting) {
      try {
        await start(request, recipient);
      } catch (error) {
        if (!lastTry) throw error;
        log.error({ err: error, ...ref, position: recipient.position }, "recipient not started");
        await giveUp(request, recipient);
      }
    }
    if (performance.now() > until) return goOn(ref);
  }
}

const readRequest = ({ workspaceId, requestId }: { workspaceId: string; requestId: string }) =>
  db.newRequest.findUnique({
    where: { workspaceId_id: { workspaceId, id: requestId } },
    include: { store: { select: { uninstalledAt: true } } },
  });

type Request = NonNullable<Awaited<ReturnType<typeof readRequest>>>;
type Recipient = { requestId: string; position: number; address: string; name: string };

const start = (request: Request, recipient: Recipient): Promise<void> =>
  db.$transaction(async (tx) => {
    const where = {
      workspaceId: request.workspaceId,
      requestId: recipient.requestId,
      position: recipient.position,
    };
    // Whoever changes the row first has this recipient; another worker waits here and then finds nothing.
    const { count } = await tx.newRequestRecipient.updateMany({
      where: { ...where, state: "waiting" },
      data: { state: "started" },
    });
    if (!count) return;
    const reason = request.store.uninstalledAt ? "uninstalled" : await whyNot(tx, request, recipient);
    if (reason) {
      await tx.newRequestRecipient.updateMany({ where, data: { state: "failed", reason } });
      return;
    }
    const facts = customerFacts({ name: recipient.name });
    const ticketId = await openRequestTicket(tx, request, {
      ...recipient,
      subject: fillText(request.subject, facts).text,
      text: fillText(request.text, facts).text,
    });
    await tx.newRequestRecipient.updateMany({ where, data: { ticketId } });
  });

const giveUp = ({ workspaceId }: Request, { requestId, position }: Recipient) =>
  db.newRequestRecipient.updateMany({
    where: { workspaceId, requestId, position, state: "waiting" },
    data: { state: "failed", reason: "failed" },
  });

async function whyNot(tx: Tx, request: Request, recipient: Recipient): Promise<string | null> {
  const { address } = recipient;
  if (normaliseEmail(address) !== address) return "invalid";
  const facts = customerFacts({ name: recipient.name });
  const missing = [request.subject, request.text].flatMap((text) => fillText(text, facts).unresolved);
  if (missing.length) return "unresolved";
  const ours = await tx.inboundAddress.findUnique({ where: { address }, select: { token: true } });
  return ours ? "ours" : null;
}

async function finish(
  { workspaceId, requestId }: { workspaceId: string; requestId: string },
  agentId: string,
): Promise<void> {
  await db.$transaction(async (tx) => {
    const { count } = await tx.newRequest.updateMany({
      where: { workspaceId, id: requestId, doneAt: null },
      data: { doneAt: now() },
    });
    if (!count) return;
    const by = { kind: "agent", id: agentId } as const;
    await recordEvent(tx, workspaceId, { type: "request-done", by, data: { requestId } });
  });
}

const goOn = async (ref: { workspaceId: string; requestId: string }): Promise<void> => {
  await db.$transaction((tx) => enqueue(tx, "start-request", ref));
};
