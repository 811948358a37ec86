// Whether a form's script has to prove something before it sends: only while its store is under attack.
import { json, type ActionFunctionArgs } from "@remix-run/node";
import { handled, requireStorefront } from "../auth.server.ts";
import { isUnderAttack } from "../channels/form/limits.server.ts";
import { isForm, readPosted } from "../channels/form/posted.server.ts";
import { saidIn, uuidIn } from "../channels/form/submission.ts";
import { AppError } from "../errors.ts";
import { orUnavailable } from "../lib/or-unavailable.server.ts";
import { challengeFor } from "../lib/proof-of-work.server.ts";

export const action = handled(({ request }: ActionFunctionArgs) => orUnavailable(() => answer(request)));

async function answer(request: Request): Promise<Response> {
  if (request.method !== "POST" || !isForm(request)) throw new AppError("bad-request");
  const { workspace, store } = await requireStorefront(request);
  const subject = uuidIn(saidIn(await readPosted(request))("submission_id"));
  if (!subject) throw new AppError("bad-request");
  const attacked = await isUnderAttack({ workspaceId: workspace.id, storeId: store.id });
  return json(attacked ? challengeFor(subject) : {}, { headers: { "Cache-Control": "no-store" } });
}
