// A file for a contact form, through Shopify's app proxy at {shop}/apps/samla/uploads. `drop` takes one back.
import { json, type ActionFunctionArgs } from "@remix-run/node";
import { handled, requireStorefront } from "../auth.server.ts";
import { isForm, readPosted } from "../channels/form/posted.server.ts";
import { takeUpload } from "../channels/form/uploads.server.ts";
import { AppError } from "../errors.ts";
import { dropShopperUpload } from "../files/shopper-uploads.server.ts";
import { orUnavailable } from "../lib/or-unavailable.server.ts";
import { shopperAddress } from "../lib/shopper-address.server.ts";

export const action = handled(({ request }: ActionFunctionArgs) => orUnavailable(() => take(request)));

async function take(request: Request): Promise<Response> {
  if (request.method !== "POST" || !isForm(request)) throw new AppError("bad-request");
  const { workspace } = await requireStorefront(request);
  const form = await readPosted(request);
  const dropped = form.get("drop");
  if (typeof dropped === "string") {
    await dropShopperUpload({ workspaceId: workspace.id }, dropped);
    return json({ ok: true });
  }
  const file = form.get("file");
  if (!file || typeof file === "string") throw new AppError("bad-request");
  const place = { workspaceId: workspace.id, address: shopperAddress(request) };
  const bytes = Buffer.from(await file.arrayBuffer());
  const { token, name, size, contentType } = await takeUpload(place, { name: file.name, bytes });
  return json({ ok: true, file: { token, name, size, contentType } });
}
