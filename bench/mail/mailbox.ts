// A store's mailbox for judges: the app's own modules on an empty database, its route for Postmark, its worker's job.
import { inboundFromRaw, type PostmarkInbound } from "../../sandbox/mail/inbound.ts";
import { freshDatabase } from "../databases.ts";
import { appEnvironment, hook, inboundAddress } from "../environment.ts";
import { makeTenants } from "../inbound/tenants.ts";

/** What the bench makes its first database of is what the app's modules are bound to: one for all judges. */
const opened: { databaseUrl?: string } = {};

export type JudgedMailbox = Awaited<ReturnType<typeof openMailbox>>;

/** Opens one in a workspace of its own. */
export async function openMailbox() {
  opened.databaseUrl ??= await freshDatabase();
  Object.assign(process.env, appEnvironment({ databaseUrl: opened.databaseUrl, role: "all" }));
  const [token = ""] = await makeTenants(opened.databaseUrl, 1);
  const recipient = inboundAddress.replace("@", `+${token}@`);
  const { action } = await import("../../app/routes/hooks.postmark.inbound.ts");
  const { takeInMail } = await import("../../app/channels/email/take-in.server.ts");
  const { db } = await import("../../app/db.server.ts");

  /** Hands a payload to the app as Postmark does, and has it read. */
  const deliver = async (payload: Record<string, unknown>) => {
    const request = new Request("http://127.0.0.1/hooks/postmark/inbound", {
      method: "POST",
      headers: {
        Authorization: `Basic ${Buffer.from(`${hook.user}:${hook.password}`).toString("base64")}`,
        "Content-Type": "application/json",
      },
      body: JSON.stringify(payload),
    });
    const { status } = await action({ request, params: {}, context: {} });
    const providerId = String(payload.MessageID);
    const { id } = await db.received.findFirstOrThrow({ where: { providerId }, select: { id: true } });
    await takeInMail({ receivedId: id });
    const { state, reason } = await db.received.findUniqueOrThrow({
      where: { id },
      select: { state: true, reason: true },
    });
    return { status, state, reason, receivedId: id };
  };
  return {
    db,
    recipient,
    deliver,
    /** a raw mail as Postmark would hand it over */
    convert: (raw: Buffer): Promise<PostmarkInbound> => inboundFromRaw(raw, { recipient }),
  };
}

/** Lets go of the database, or the process would never end. */
export async function closeMailboxes(): Promise<void> {
  if (!opened.databaseUrl) return;
  const { boss } = await import("../../app/jobs/queue.server.ts");
  const { db } = await import("../../app/db.server.ts");
  await boss.stop({ graceful: false });
  await db.$disconnect();
}
