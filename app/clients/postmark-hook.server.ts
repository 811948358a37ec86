// Postmark signs nothing: basic auth in the webhook's URL is what it offers.
import { createHash, timingSafeEqual } from "node:crypto";
import { env } from "../env.server.ts";
import { AppError } from "../errors.ts";

const EXPECTED = digest(`${env.POSTMARK_WEBHOOK_USER}:${env.POSTMARK_WEBHOOK_PASSWORD}`);

/** Throws unauthorized (401, so that Postmark retries; a 403 would end its retries). */
export function requirePostmark(request: Request): void {
  const [scheme, encoded] = (request.headers.get("Authorization") ?? "").split(" ");
  const given =
    scheme?.toLowerCase() === "basic" ? Buffer.from(encoded ?? "", "base64").toString("utf8") : "";
  if (!timingSafeEqual(digest(given), EXPECTED)) throw new AppError("unauthorized");
}

function digest(text: string): Buffer {
  return createHash("sha256").update(text).digest();
}
