import type { LoaderFunctionArgs } from "@remix-run/node";
import { fetchRemotePicture } from "../clients/remote-picture.server.ts";
import { readPictureTicket } from "../files/picture-link.server.ts";

/** A picture from elsewhere, for whoever has its link: nothing but a picture, whatever the place calls it. */
export async function loader({ params }: LoaderFunctionArgs): Promise<Response> {
  const address = readPictureTicket(params.ticket ?? "");
  const picture = address === null ? null : await fetchRemotePicture(address);
  if (!picture) return new Response(null, { status: 404, headers: { "Cache-Control": "no-store" } });
  return new Response(new Uint8Array(picture.bytes), {
    headers: {
      "Content-Type": picture.contentType,
      "Content-Length": String(picture.bytes.length),
      "Content-Security-Policy": "default-src 'none'; sandbox",
      "X-Content-Type-Options": "nosniff",
      "Cache-Control": "private, max-age=43200, immutable",
    },
  });
}
