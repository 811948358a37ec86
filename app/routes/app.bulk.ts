import { json, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { handled, requireAgent } from "../auth.server.ts";
import { AppError } from "../errors.ts";
import { readForm } from "../lib/form.server.ts";
import { MOST_NAMED, readAction } from "../tickets/bulk/action.ts";
import { readBulk, readLatestBulk } from "../tickets/bulk/progress.server.ts";
import { startBulk } from "../tickets/bulk/start.server.ts";

const args = z.string().transform((written, context) => {
  try {
    return JSON.parse(written) as unknown;
  } catch {
    context.addIssue({ code: "custom", message: "not JSON" });
    return z.NEVER;
  }
});
const ids = z
  .string()
  .transform((written) => written.split(","))
  .pipe(z.array(z.uuid()).min(1).max(MOST_NAMED));

const draft = z.object({
  requestKey: z.uuid(),
  action: z.string().max(40),
  args: args.optional(),
  /** ids, or the query string of "all that match" */
  tickets: ids.optional(),
  filter: z.string().max(4_000).optional(),
});

/** The agent's latest action, under way or just finished; null without one. */
export const loader = handled(async ({ request }: LoaderFunctionArgs) => {
  const { workspace, agent } = await requireAgent(request);
  return json(await readLatestBulk(workspace, agent));
});

/** POST does something to many tickets; answers how far it has come. */
export const action = handled(async ({ request }: ActionFunctionArgs) => {
  const { workspace, agent, store } = await requireAgent(request);
  const form = draft.safeParse(await readForm(request));
  const wanted = form.success ? readAction(form.data.action, form.data.args ?? {}) : null;
  if (!form.success || !wanted) throw new AppError("invalid");
  const { requestKey, tickets, filter } = form.data;
  const which = tickets ? { ids: tickets } : filter === undefined ? null : { filter };
  if (!which) throw new AppError("invalid", { field: "tickets" });
  const by = { id: agent.id, timeZone: store.timeZone };
  const { bulkId } = await startBulk(workspace, { by, requestKey, action: wanted, which });
  return json(await readBulk(workspace, agent, bulkId));
});
