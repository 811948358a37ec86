import { json, type LoaderFunctionArgs } from "@remix-run/node";
import { handled, requireAgent } from "../auth.server.ts";
import { pictureUrl } from "../files/picture-link.server.ts";
import { findTicket } from "../tickets/find.server.ts";
import { readMessageHtml } from "../tickets/message-html.server.ts";
import { remotePictures } from "../ui/mail-frame/mail-document.ts";

const MOST = 300;

/** The agent asked for a mail's pictures from elsewhere: where each of them can be fetched through us. */
export const loader = handled(async ({ request, params }: LoaderFunctionArgs) => {
  const { workspace } = await requireAgent(request);
  const ticket = await findTicket(workspace, params.ticketId);
  const wanted = remotePictures(await readMessageHtml(ticket, params.messageId)).slice(0, MOST);
  return json({ pictures: Object.fromEntries(wanted.map((address) => [address, pictureUrl(address)])) });
});
