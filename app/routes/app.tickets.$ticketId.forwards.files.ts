import { json, type ActionFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { handled, requireAgent } from "../auth.server.ts";
import { AppError } from "../errors.ts";
import { readForm } from "../lib/form.server.ts";
import { copyFiles } from "../tickets/copy-files.server.ts";
import { findTicket } from "../tickets/find.server.ts";
import { idOrNone } from "../tickets/written-fields.ts";

const asked = z.object({ forwardedId: idOrNone });

/** Puts the files of what is to be passed on beside the agent's words. */
export const action = handled(async ({ request, params }: ActionFunctionArgs) => {
  const { workspace, agent } = await requireAgent(request);
  const ticket = await findTicket(workspace, params.ticketId);
  const form = asked.safeParse(await readForm(request));
  if (!form.success) throw new AppError("invalid", { fields: ["forwardedId"] });
  return json(await copyFiles(ticket, form.data.forwardedId, { by: agent }));
});
