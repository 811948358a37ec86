import { json, type ActionFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { handled, requireAgent } from "../auth.server.ts";
import { AppError } from "../errors.ts";
import { readForm } from "../lib/form.server.ts";
import { demandOwnOrders } from "../tickets/chat/own-orders.server.ts";
import { findTicket } from "../tickets/find.server.ts";
import { actionsField } from "../tickets/macros/form.ts";
import { replyToTicket } from "../tickets/reply.server.ts";
import { fileIds, htmlField, idOrNone, people, shownCards } from "../tickets/written-fields.ts";

const reply = z.object({
  html: htmlField,
  to: people,
  cc: people,
  bcc: people,
  files: fileIds,
  requestKey: z.uuid(),
  seen: idOrNone,
  /** the newest merge the page knew of; "" for none */
  merge: z.union([z.uuid(), z.literal("")]).optional(),
  actions: actionsField,
  /** what is shown with it, where it is said in a chat */
  cards: shownCards,
  then: z.enum(["", "close", "snooze"]).default(""),
  until: z.union([z.iso.datetime(), z.literal("")]).default(""),
});

/** Sends a reply. */
export const action = handled(async ({ request, params }: ActionFunctionArgs) => {
  const { workspace, agent } = await requireAgent(request);
  const ticket = await findTicket(workspace, params.ticketId);
  const form = reply.safeParse(await readForm(request));
  if (!form.success)
    throw new AppError("invalid", { fields: form.error.issues.map(({ path }) => path.join(".")) });
  const { html, to, cc, bcc, files, requestKey, seen, merge, actions, cards, then, until } = form.data;
  await demandOwnOrders(ticket, cards);
  return json(
    await replyToTicket(ticket, {
      by: agent,
      html,
      recipients: { to, cc, bcc },
      fileIds: files,
      cards,
      requestKey,
      seen,
      sight:
        merge === undefined ? undefined : { ticketId: params.ticketId ?? ticket.id, merge: merge || null },
      actions,
      ...(then === "close" ? { then: { do: "close" } } : {}),
      ...(then === "snooze" ? { then: { do: "snooze", until: new Date(until) } } : {}),
    }),
  );
});
