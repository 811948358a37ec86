import { json } from "@remix-run/node";
import { readHealth } from "../jobs/health.server.ts";

/** 200 with the queue's age when well, 503 when the database is away or work waits too long. */
export async function loader() {
  const health = await readHealth();
  return json(health, { status: health.ok ? 200 : 503, headers: { "Cache-Control": "no-store" } });
}
