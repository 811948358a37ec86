import type { ActionFunctionArgs } from "@remix-run/node";
import { handled } from "../auth.server.ts";
import { takeBackForwarded } from "../channels/form/forward.server.ts";
import { requirePostmark } from "../clients/postmark-hook.server.ts";
import { readBody } from "../lib/body.server.ts";
import type { Tx } from "../db.server.ts";
import { noteProviderEvent, type MailNews, type MailOfEvent } from "../mail/events.server.ts";
import { readSuppression } from "../mail/suppression.ts";
import { noteSuppression, tellMessage } from "../tickets/mail-news.server.ts";

const MOST_BYTES = 1024 * 1024;

/** Delivered, bounced, complained, opened, (un)suppressed. 200 for what is none of ours too: asking again would change nothing. */
export const action = handled(async ({ request }: ActionFunctionArgs) => {
  requirePostmark(request);
  const event = parse((await readBody(request, MOST_BYTES)).toString("utf8"));
  const suppression = readSuppression(event);
  if (suppression) await noteSuppression(suppression.address, suppression.suppressed);
  else await noteProviderEvent(event, settle);
  return new Response(null, { status: 200 });
});

export const loader = () => new Response(null, { status: 405, headers: { Allow: "POST" } });

async function settle(tx: Tx, mail: MailOfEvent, news: MailNews): Promise<void> {
  if (news.kind === "state" && news.state === "bounced")
    await takeBackForwarded(tx, mail, news.reason ?? "bounced");
  await tellMessage(tx, mail, news);
}

function parse(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return null;
  }
}
