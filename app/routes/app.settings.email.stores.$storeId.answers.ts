import { json, type ActionFunctionArgs } from "@remix-run/node";
import { handled, requireSettings } from "../auth.server.ts";
import { readForm } from "../lib/form.server.ts";
import { changeSettings } from "../settings/write.server.ts";

const CHOICE: Record<string, boolean> = { yes: true, no: false };

/** POST changes what a store's customers are told at once, and what its replies carry. Left out = the default. */
export const action = handled(async ({ request, params }: ActionFunctionArgs) => {
  const { workspace, by } = await requireSettings(request);
  const { withinHours = "", acknowledge, quoteHistory, trackOpens } = await readForm(request);
  const changes = {
    answers: { withinHours: /^\d{1,4}$/.test(withinHours) ? Number(withinHours) : null },
    email: {
      acknowledge: CHOICE[acknowledge ?? ""],
      quoteHistory: CHOICE[quoteHistory ?? ""],
      trackOpens: CHOICE[trackOpens ?? ""],
    },
  };
  await changeSettings(workspace, params.storeId ?? "", changes, { by });
  return json({ ok: true });
});
