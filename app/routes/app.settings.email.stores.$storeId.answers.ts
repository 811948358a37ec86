import { json, type ActionFunctionArgs } from "@remix-run/node";
import { handled, requireSettings } from "../auth.server.ts";
import { readForm } from "../lib/form.server.ts";
import { changeSettings } from "../settings/write.server.ts";

/** POST changes when a store's customers may expect an answer, and whether a new e-mail is acknowledged. */
export const action = handled(async ({ request, params }: ActionFunctionArgs) => {
  const { workspace, by } = await requireSettings(request);
  const { withinHours = "", acknowledge } = await readForm(request);
  const changes = {
    answers: { withinHours: /^\d{1,4}$/.test(withinHours) ? Number(withinHours) : null },
    email: { acknowledge: acknowledge === "yes" },
  };
  await changeSettings(workspace, params.storeId ?? "", changes, { by });
  return json({ ok: true });
});
