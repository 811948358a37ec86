// An S3-compatible object store with one bucket, in memory: PUT, GET, HEAD and DELETE of an object by path, every
// request checked for its signature (header form). Not there: listings, multipart, versions, presigned addresses.
// Failures on demand: POST /control/fail {service: "objects", match: "PUT", status | drop | delayMs}.

import { createHash } from "node:crypto";
import express from "express";
import type { Response, Router } from "express";
import type { SandboxState } from "../state.ts";
import { failIfAsked, recordCall } from "../state.ts";
import { signatureTrouble } from "./signature.ts";
import type { ObjectKeys } from "./signature.ts";

/** What an app needs to use it; anybody on this machine may know. */
export const objectKeys: ObjectKeys = {
  region: "sandbox-1",
  bucket: "samla-files",
  accessKeyId: "samla-sandbox-objects",
  secretAccessKey: "samla-sandbox-objects-secret",
};

export interface StoredObject {
  bytes: Buffer;
  contentType: string;
}

/** The store, to be mounted where S3_ENDPOINT points. */
export function objectRoutes(state: SandboxState): Router {
  const router = express.Router();
  router.use(express.raw({ type: () => true, limit: "120mb" }));
  router.use(async (req, res, next) => {
    recordCall(state, req, res, { service: "objects" });
    if (!(await failIfAsked(state, req, res, { service: "objects" }))) next();
  });
  router.use((req, res, next) => {
    const { method, originalUrl: url, headers } = req;
    const trouble = signatureTrouble(
      { method, url, headers, body: bodyOf(req.body) },
      objectKeys,
      state.now(),
    );
    if (trouble) refuse(res, 403, trouble);
    else if (req.path.split("/")[1] !== objectKeys.bucket) refuse(res, 404, "NoSuchBucket");
    else next();
  });
  router.put("*", (req, res) => {
    const bytes = bodyOf(req.body);
    state.objects.set(req.path, { bytes, contentType: req.get("Content-Type") ?? "binary/octet-stream" });
    res.set("ETag", `"${createHash("md5").update(bytes).digest("hex")}"`).end();
  });
  router.get("*", (req, res) => {
    const object = state.objects.get(req.path);
    if (!object) return void refuse(res, 404, "NoSuchKey");
    res.set("Content-Type", object.contentType).end(object.bytes);
  });
  router.delete("*", (req, res) => {
    state.objects.delete(req.path);
    res.status(204).end();
  });
  router.use((_req, res) => refuse(res, 405, "MethodNotAllowed"));
  return router;
}

const bodyOf = (body: unknown): Buffer => (Buffer.isBuffer(body) ? body : Buffer.alloc(0));

function refuse(res: Response, status: number, code: string): void {
  res.status(status).type("application/xml").send(`<Error><Code>${code}</Code></Error>`);
}
