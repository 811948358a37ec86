// What a bulk operation gathered, as the storage it lies in hands it out: whole, or from a byte on.

import type { Request, Response } from "express";
import type { SandboxState } from "../state.ts";

export function sendBulkFile(state: SandboxState, req: Request, res: Response): void {
  const id = `gid://shopify/BulkOperation/${req.params.id}`;
  const operation = [...state.installations.values()].flatMap(({ bulks }) => bulks.get(id) ?? [])[0];
  if (!operation) return void res.status(404).end();
  const bytes = Buffer.from(operation.lines.map((line) => `${line}\n`).join(""));
  const from = Number(/^bytes=(\d+)-$/.exec(req.get("Range") ?? "")?.[1] ?? Number.NaN);
  res.type("application/jsonl");
  if (Number.isNaN(from)) return void res.send(bytes);
  if (from >= bytes.length) return void res.status(416).end();
  res
    .status(206)
    .set("Content-Range", `bytes ${from}-${bytes.length - 1}/${bytes.length}`)
    .end(bytes.subarray(from));
}
