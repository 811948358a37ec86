import { AppError } from "../errors.ts";

/** The whole body, refused as soon as it grows beyond `most` bytes. Throws AppError "too-large". */
export async function readBody(request: Request, most: number): Promise<Buffer> {
  if (Number(request.headers.get("Content-Length") ?? 0) > most) throw new AppError("too-large");
  const parts: Uint8Array[] = [];
  let size = 0;
  if (!request.body) return Buffer.alloc(0);
  for await (const part of request.body) {
    size += part.byteLength;
    if (size > most) throw new AppError("too-large");
    parts.push(part);
  }
  return Buffer.concat(parts, size);
}
