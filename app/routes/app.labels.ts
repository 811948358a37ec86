import { json, type ActionFunctionArgs } from "@remix-run/node";
import { handled, requireAgent } from "../auth.server.ts";
import { readForm } from "../lib/form.server.ts";
import { colorOf } from "../tickets/label.ts";
import { makeLabel } from "../tickets/labels.server.ts";

/** POST makes a label, or finds the one of that name. For everybody. */
export const action = handled(async ({ request }: ActionFunctionArgs) => {
  const { workspace, agent } = await requireAgent(request);
  const { name = "", color } = await readForm(request);
  const by = { kind: "agent", id: agent.id } as const;
  return json({ label: await makeLabel(workspace, { name, color: colorOf(color) }, { by }) });
});
