import { json, type ActionFunctionArgs } from "@remix-run/node";
import { handled, requireAgent } from "../auth.server.ts";
import { editingOf } from "../customers/edit/editing.server.ts";
import { writeNote } from "../customers/edit/note.server.ts";
import { findCustomer } from "../customers/find.server.ts";
import { readForm } from "../lib/form.server.ts";

/** POST writes the customer's `note` in `store`, if it still is the one that was `seen`. From a `ticket`, it is logged there. */
export const action = handled(async ({ request, params }: ActionFunctionArgs) => {
  const { workspace, agent } = await requireAgent(request);
  const customer = await findCustomer(workspace, params.customerId);
  const { store = "", ticket, note, seen } = await readForm(request);
  await writeNote(await editingOf(customer, store, agent, ticket ?? null), { note, seen });
  return json({ ok: true });
});
