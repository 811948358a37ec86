import { json, type ActionFunctionArgs } from "@remix-run/node";
import { handled, requireAgent } from "../auth.server.ts";
import { editingOf } from "../customers/edit/editing.server.ts";
import { addTag, removeTag } from "../customers/edit/tags.server.ts";
import { findCustomer } from "../customers/find.server.ts";
import { readForm } from "../lib/form.server.ts";

/** POST puts a `tag` on the customer in `store`, DELETE takes it off. From a `ticket`, it is logged there. */
export const action = handled(async ({ request, params }: ActionFunctionArgs) => {
  const { workspace, agent } = await requireAgent(request);
  const customer = await findCustomer(workspace, params.customerId);
  const { store = "", ticket, tag } = await readForm(request);
  const editing = await editingOf(customer, store, agent, ticket ?? null);
  const change = request.method === "DELETE" ? removeTag : addTag;
  return json({ tags: await change(editing, tag) });
});
