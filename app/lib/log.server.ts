import { pino } from "pino";
import { env } from "../env.server.ts";

/** The process's log: JSON lines, secrets and message content never go in. */
export const log = pino({
  level: env.LOG_LEVEL,
  redact: ["*.accessToken", "*.refreshToken", "*.authorization", "*.id_token", "*.text", "*.html"],
});
