import { json, type ActionFunctionArgs } from "@remix-run/node";
import { handled, requireAgent } from "../auth.server.ts";
import { readAddressBook, restoreContact } from "../customers/address-book.server.ts";
import { findCustomer } from "../customers/find.server.ts";
import { readForm } from "../lib/form.server.ts";

/** POST: the address that was taken off the customer is theirs again. */
export const action = handled(async ({ request, params }: ActionFunctionArgs) => {
  const { workspace, agent } = await requireAgent(request);
  const customer = await findCustomer(workspace, params.customerId);
  const { address } = await readForm(request);
  await restoreContact(customer, address, { by: { kind: "agent", id: agent.id } });
  return json({ addresses: await readAddressBook(customer) });
});
