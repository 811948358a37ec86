import { json, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { handled, requireAgent } from "../auth.server.ts";
import { findCustomer } from "../customers/find.server.ts";
import { suggestSame } from "../customers/merging/candidates.server.ts";
import { mergeCustomers } from "../customers/merging/merge.server.ts";
import { readSides } from "../customers/merging/side.server.ts";
import { AppError } from "../errors.ts";
import { readForm } from "../lib/form.server.ts";

/** The customer, and who may be the same person; or, beside them, the one chosen (`with`). */
export const loader = handled(async ({ request, params }: LoaderFunctionArgs) => {
  const { workspace } = await requireAgent(request);
  const customer = await findCustomer(workspace, params.customerId);
  const chosen = new URL(request.url).searchParams.get("with");
  const [side] = await readSides(workspace, [customer.id]);
  if (!side) throw new AppError("not-found");
  if (chosen === null) return json({ customer: side, suggested: await suggestSame(customer) });
  const { id } = await findCustomer(workspace, chosen);
  return json({ customer: side, other: (await readSides(workspace, [id]))[0] });
});

/** POST merges the customer into another (`into`), who gets their name if `name` says "from". */
export const action = handled(async ({ request, params }: ActionFunctionArgs) => {
  const { workspace, agent } = await requireAgent(request);
  const { into, name } = await readForm(request);
  const wish = { from: params.customerId, into, keepOthersName: name === "from" };
  return json(await mergeCustomers(workspace, wish, { by: { kind: "agent", id: agent.id } }));
});
