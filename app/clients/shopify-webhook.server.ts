// Is this really from Shopify? Only the signature over the raw body answers that: no session is read and no
// token refreshed on the way, or app/uninstalled could never be heard (docs/decisions/004-shopify.md).
import { api } from "../shopify.server.ts";

export interface SignedWebhook {
  valid: true;
  rawBody: string;
  /** the headers below are not covered by the signature: whoever holds one signed body can change them */
  topic: string;
  shop: string;
  webhookId: string;
  eventId: string | null;
  triggeredAt: string | null;
}

export type WebhookCheck = SignedWebhook | { valid: false; status: 400 | 401 | 413 };

/** Our topics carry ids and a handful of fields; Shopify's largest bodies are far below this. */
const MOST_BYTES = 2 * 1024 * 1024;

const SHOP = /^[a-z0-9][a-z0-9-]{0,80}\.myshopify\.com$/;
const TOPIC = /^[a-z_]{1,40}\/[a-z_]{1,40}$/;

/** Reads and verifies a webhook. Never throws for what was sent: 401 badly signed, 400 incomplete, 413 too big. */
export async function verifyWebhook(request: Request): Promise<WebhookCheck> {
  const rawBody = await readBody(request);
  if (rawBody === "too-big") return { valid: false, status: 413 };
  if (rawBody === "broken-off" || rawBody.length === 0) return { valid: false, status: 400 };
  const text = rawBody.toString("utf8");
  const checked = await api.webhooks.validate({ rawBody: text, rawRequest: request });
  if (!checked.valid) return { valid: false, status: checked.reason === "missing_headers" ? 400 : 401 };
  const topic = (request.headers.get("x-shopify-topic") ?? "").toLowerCase();
  const shop = checked.domain.toLowerCase();
  if (!TOPIC.test(topic) || !SHOP.test(shop) || checked.webhookId.length > 200)
    return { valid: false, status: 400 };
  return {
    valid: true,
    rawBody: text,
    topic,
    shop,
    webhookId: checked.webhookId,
    eventId: "eventId" in checked ? (checked.eventId ?? null) : null,
    triggeredAt: checked.triggeredAt ?? null,
  };
}

async function readBody(request: Request): Promise<Buffer | "too-big" | "broken-off"> {
  if (Number(request.headers.get("content-length")) > MOST_BYTES) return "too-big";
  const reader = request.body?.getReader();
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
      size += part.value.byteLength;
      if (size > MOST_BYTES) {
        await reader?.cancel();
        return "too-big";
      }
      chunks.push(part.value);
    }
  } catch {
    return "broken-off";
  }
  return Buffer.concat(chunks);
}
