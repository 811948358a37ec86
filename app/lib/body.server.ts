import { AppError } from "../errors.ts";

/** The whole body, refused as soon as it grows beyond `most` bytes. Throws AppError "too-large". */
export async function readBody(request: Request, most: number): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  for await (const part of chunksOf(request, most)) parts.push(part);
  return Buffer.concat(parts);
}

/**
 * The body in pieces of `size` bytes, the last one shorter, as fast as they are asked for: nothing but the piece in
 * hand is in memory. Throws AppError "too-large" beyond `most` bytes, "bad-request" when the sender breaks off.
 */
export async function* piecesOf(request: Request, size: number, most: number): AsyncGenerator<Buffer, void> {
  let parts: Uint8Array[] = [];
  let room = size;
  for await (const chunk of chunksOf(request, most)) {
    for (let from = 0; from < chunk.byteLength;) {
      const part = chunk.subarray(from, from + room);
      parts.push(part);
      from += part.byteLength;
      room -= part.byteLength;
      if (room > 0) continue;
      yield Buffer.concat(parts, size);
      parts = [];
      room = size;
    }
  }
  if (parts.length) yield Buffer.concat(parts);
}

async function* chunksOf(request: Request, most: number): AsyncGenerator<Uint8Array, void> {
  if (Number(request.headers.get("Content-Length") ?? 0) > most) throw new AppError("too-large", { most });
  if (!request.body) return;
  let size = 0;
  const reader = request.body.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read().catch(() => {
        throw new AppError("bad-request");
      });
      if (done) return;
      size += value.byteLength;
      if (size > most) throw new AppError("too-large", { most });
      yield value;
    }
  } finally {
    // Left early: nobody reads the rest.
    await reader.cancel().catch(() => undefined);
  }
}
