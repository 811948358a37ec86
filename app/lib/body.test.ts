import { expect, test } from "vitest";
import { AppError } from "../errors.ts";
import { piecesOf, readBody } from "./body.server.ts";

const bytes = Buffer.from(Array.from({ length: 10_000 }, (_, index) => index % 251));

function requestOf(chunk: number, { breaksAt = Infinity } = {}): Request {
  let from = 0;
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      if (from >= breaksAt) return controller.error(new Error("connection reset"));
      if (from >= bytes.length) return controller.close();
      controller.enqueue(new Uint8Array(bytes.subarray(from, (from += chunk))));
    },
  });
  return new Request("http://127.0.0.1/", { method: "POST", body, duplex: "half" } as RequestInit);
}

const refusal = (work: Promise<unknown>) =>
  work.then(
    () => null,
    (error: unknown) => (error instanceof AppError ? error.code : error),
  );

async function read(pieces: AsyncIterable<Buffer>): Promise<Buffer[]> {
  const all: Buffer[] = [];
  for await (const piece of pieces) all.push(piece);
  return all;
}

test.each([1, 7, 1_000, 4_096, 20_000])("chunks of %i bytes become pieces of 1,000", async (chunk) => {
  const pieces = await read(piecesOf(requestOf(chunk), 1_000, 10_000));
  expect(pieces.map(({ length }) => length)).toEqual(Array.from({ length: 10 }, () => 1_000));
  expect(Buffer.concat(pieces).equals(bytes)).toBe(true);
  expect((await readBody(requestOf(chunk), 10_000)).equals(bytes)).toBe(true);
});

test("the last piece is what is left, and no body has no pieces", async () => {
  expect((await read(piecesOf(requestOf(512), 3_000, 10_000))).map(({ length }) => length)).toEqual([
    3_000, 3_000, 3_000, 1_000,
  ]);
  expect(await read(piecesOf(new Request("http://127.0.0.1/"), 10, 10))).toEqual([]);
});

test("a byte too many is refused, said beforehand or not; a broken connection is said to be one", async () => {
  expect(await refusal(readBody(requestOf(512), 9_999))).toBe("too-large");
  const said = new Request("http://127.0.0.1/", { method: "POST", headers: { "Content-Length": "10001" } });
  expect(await refusal(readBody(said, 10_000))).toBe("too-large");
  expect(await refusal(read(piecesOf(requestOf(512, { breaksAt: 5_000 }), 1_000, 10_000)))).toBe(
    "bad-request",
  );
});
