import { json, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { handled, requireAgent } from "../auth.server.ts";
import { addContact, readAddressBook, removeContact } from "../customers/address-book.server.ts";
import { findCustomer } from "../customers/find.server.ts";
import { readForm } from "../lib/form.server.ts";

/** How the customer can be reached. */
export const loader = handled(async ({ request, params }: LoaderFunctionArgs) => {
  const { workspace } = await requireAgent(request);
  return json({ addresses: await readAddressBook(await findCustomer(workspace, params.customerId)) });
});

/** POST adds `address`, DELETE takes it off. */
export const action = handled(async ({ request, params }: ActionFunctionArgs) => {
  const { workspace, agent } = await requireAgent(request);
  const customer = await findCustomer(workspace, params.customerId);
  const { address } = await readForm(request);
  const by = { kind: "agent", id: agent.id } as const;
  if (request.method === "DELETE") await removeContact(customer, address, { by });
  else await addContact(customer, address, { by });
  return json({ addresses: await readAddressBook(customer) });
});
