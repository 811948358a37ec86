import { json, type LoaderFunctionArgs } from "@remix-run/node";
import { handled, requireAgent } from "../auth.server.ts";
import { AppError } from "../errors.ts";
import { findTicket } from "../tickets/find.server.ts";
import { readEarlier } from "../tickets/thread.server.ts";
import { readCursor } from "../tickets/view.ts";

/** The messages before one (`?before=…`), a page of them. */
export const loader = handled(async ({ request, params }: LoaderFunctionArgs) => {
  const { workspace } = await requireAgent(request);
  const ticket = await findTicket(workspace, params.ticketId);
  const before = readCursor(new URL(request.url).searchParams.get("before"));
  if (!before) throw new AppError("bad-request");
  return json(await readEarlier(ticket, before));
});
