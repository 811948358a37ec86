// The chat's own door, for the panel in the shop's pages. Its event stream is opened past Remix (server.ts).
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { availabilityOf } from "../automation/availability.server.ts";
import { answered, FOR_ALL, readSaid } from "../channels/chat/door.server.ts";
import type { Asking } from "../channels/chat/place.ts";
import { keepUploadOf } from "../channels/chat/upload.server.ts";
import { answerVerb } from "../channels/chat/verbs.server.ts";
import { env } from "../env.server.ts";
import { AppError } from "../errors.ts";
import { clientAddress } from "../lib/client-address.ts";
import { now } from "../lib/clock.ts";

/** Answers a verb to whoever holds a visitor's token. Never 500. */
export const action = ({ request, params }: ActionFunctionArgs): Promise<Response> =>
  answered(async () => {
    const asking = askingOf(request);
    if (params.verb === "upload") return keepUploadOf(request, asking);
    return answerVerb(params.verb ?? "", await readSaid(request), asking);
  });

/** Browsers that ask first whether they may; nothing is to be read here. */
export const loader = ({ request }: LoaderFunctionArgs): Response | Promise<Response> =>
  request.method === "OPTIONS"
    ? new Response(null, { status: 204, headers: { ...FOR_ALL, "Access-Control-Allow-Headers": "*" } })
    : answered(() => Promise.reject(new AppError("not-found")));

const askingOf = (request: Request): Asking => ({
  address: clientAddress(request.headers, env.TRUSTED_PROXIES),
  availability: ({ workspaceId, storeId }) => availabilityOf({ workspaceId, id: storeId }, now()),
});
