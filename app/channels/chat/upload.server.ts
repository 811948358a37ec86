// A visitor's file on its way: kept until the message that carries it is sent.
import { AppError } from "../../errors.ts";
import { SHOPPER_FILES } from "../../files/shopper-files.ts";
import { keepShopperUpload } from "../../files/shopper-uploads.server.ts";
import { readBody } from "../../lib/body.server.ts";
import { demandRoom } from "./limits.server.ts";
import type { Asking, Place } from "./place.ts";
import type { Uploaded } from "./protocol.ts";
import { demandVisitor } from "./verbs.server.ts";

/** A file with what stands around it in the form. */
const MOST_BYTES = SHOPPER_FILES.mostBytes + 20_000;

/** Keeps a file (multipart: token, file). Throws not-found, too-large, too-many, invalid for what visitors may not send. */
export async function keepUploadOf(request: Request, asking: Asking, place?: Place): Promise<Uploaded> {
  // Before anything of it is in memory.
  demandRoom("uploadFromAddress", asking.address);
  const body = await readBody(request, MOST_BYTES);
  const headers = { "Content-Type": request.headers.get("Content-Type") ?? "" };
  const form = await new Response(new Uint8Array(body), { headers }).formData().catch(() => null);
  const file = form?.get("file");
  const visitor = await demandVisitor({ token: form?.get("token") }, asking, place);
  if (!(file instanceof File)) throw new AppError("invalid", { fields: ["file"] });
  demandRoom("upload", visitor.id);
  const bytes = Buffer.from(await file.arrayBuffer());
  const { token, name, size, contentType } = await keepShopperUpload(visitor, {
    name: file.name,
    bytes,
    kinds: SHOPPER_FILES.chat,
  });
  return { file: { token, name, size, contentType } };
}
