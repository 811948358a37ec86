// The chat's door through Shopify's app proxy at {shop}/apps/samla/chat/…: the only one that hands out tokens, and a way
// round for pages that let nobody else in.
import type { ActionFunctionArgs } from "@remix-run/node";
import { requireStorefront } from "../auth.server.ts";
import { availabilityOf } from "../automation/availability.server.ts";
import { answered, readSaid } from "../channels/chat/door.server.ts";
import { welcome } from "../channels/chat/hello.server.ts";
import { demandRoom, demandWork } from "../channels/chat/limits.server.ts";
import type { Asking } from "../channels/chat/place.ts";
import { keepUploadOf } from "../channels/chat/upload.server.ts";
import { answerVerb, read } from "../channels/chat/verbs.server.ts";
import { AppError } from "../errors.ts";
import { now } from "../lib/clock.ts";
import { shopperAddress } from "../lib/shopper-address.server.ts";

/** Greets a visitor, or answers a verb to one of this very store. Never 500. */
export const action = ({ request, params }: ActionFunctionArgs): Promise<Response> =>
  answered(async () => {
    const { workspace, store, shopifyCustomerId } = await requireStorefront(request);
    const place = { workspaceId: workspace.id, storeId: store.id };
    const asking = askingOf(request);
    if (params.verb === "upload") return keepUploadOf(request, asking, place);
    const body = await readSaid(request);
    if (params.verb !== "hello") return answerVerb(params.verb ?? "", body, asking, place);
    const hello = read("hello", body);
    demandRoom("hello", asking.address);
    demandWork("hello", store.id, { subject: `hello ${store.id}`, proof: hello.proof });
    const userAgent = request.headers.get("User-Agent")?.slice(0, 300).toWellFormed() ?? null;
    return welcome({ ...place, storeLocale: store.locale, shopifyCustomerId, userAgent }, hello, asking);
  });

export const loader = (): Promise<Response> => answered(() => Promise.reject(new AppError("not-found")));

const askingOf = (request: Request): Asking => ({
  address: shopperAddress(request),
  availability: ({ workspaceId, storeId }) => availabilityOf({ workspaceId, id: storeId }, now()),
});
