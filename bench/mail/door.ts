// A store's door for judges: the route Postmark calls, and the job that reads what came.
import { inboundFromRaw, type PostmarkInbound } from "../../sandbox/mail/inbound.ts";
import { hook, inboundAddress } from "../environment.ts";
import { makeTenants } from "../inbound/tenants.ts";
import { bindApp } from "./app.ts";

export type Door = Awaited<ReturnType<typeof openDoor>>;

/** Opens one in a workspace of its own. */
export async function openDoor() {
  const [token = ""] = await makeTenants(await bindApp(), 1);
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
