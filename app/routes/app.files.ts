import { json, type ActionFunctionArgs } from "@remix-run/node";
import { handled, requireAgent } from "../auth.server.ts";
import { AppError } from "../errors.ts";
import { keepUpload } from "../files/uploads.server.ts";
import { readBody } from "../lib/body.server.ts";
import { gate } from "../lib/gate.ts";

/** More than a whole mail may weigh: what fits is checked when it is sent. */
const MOST_BYTES = 10 * 1024 * 1024;

/** Each is whole in memory while its type is looked at; more of them wait, unread. */
const inLine = gate(8);

/** An agent adds a file to a reply: its bytes are the body, its name stands in X-File-Name. */
export const action = handled(async ({ request }: ActionFunctionArgs) => {
  const { workspace, agent } = await requireAgent(request);
  if (request.method !== "POST") throw new AppError("bad-request");
  const written = { name: nameOf(request), contentType: request.headers.get("Content-Type") ?? "" };
  return inLine(async () => {
    const bytes = await readBody(request, MOST_BYTES);
    return json(await keepUpload({ workspaceId: workspace.id, agentId: agent.id }, written, bytes));
  });
});

function nameOf(request: Request): string {
  try {
    return decodeURIComponent(request.headers.get("X-File-Name") ?? "");
  } catch {
    throw new AppError("bad-request");
  }
}
