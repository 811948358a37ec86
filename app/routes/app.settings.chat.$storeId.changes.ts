import { json, type ActionFunctionArgs } from "@remix-run/node";
import { handled, requireSettings } from "../auth.server.ts";
import { changeChatSettings } from "../channels/chat/change-settings.server.ts";
import { readForm, readJson } from "../lib/form.server.ts";

/** POST changes a store's chat: all of it, as JSON in `chat`. For owners and admins. */
export const action = handled(async ({ request, params }: ActionFunctionArgs) => {
  const { workspace, by } = await requireSettings(request);
  const { chat = "" } = await readForm(request);
  await changeChatSettings(workspace, params.storeId ?? "", readJson(chat), { by });
  return json({ ok: true });
});
