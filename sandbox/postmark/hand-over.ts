// Postmark's side of a webhook: posts to the app with basic auth and tries again until it answers 200.
// Postmark waits 1, 5, 10, 10, 10, 15, 30 min, 1, 2, 6 h between tries; here the waits are seconds. 403 ends it.

import type { SandboxState } from "../state.ts";

export type Verdict = "trying" | "taken" | "refused" | "given-up";

/**
 * Posts `body` to a hook of the app. Resolves with the first answer's status (0: no connection, or none within 60 s);
 * `report` hears of every try, also of the later ones.
 */
export async function handOver(
  state: SandboxState,
  path: string,
  body: string,
  report: (status: number, verdict: Verdict) => void = () => {},
): Promise<number> {
  const { mail } = state;
  const attempt = async (tries: number): Promise<number> => {
    const status = await post(state, path, body);
    const wait = mail.retryAfterMs[tries];
    if (status === 200) report(status, "taken");
    else if (status === 403) report(status, "refused");
    else if (wait === undefined) report(status, "given-up");
    else {
      report(status, "trying");
      mail.later(wait, () => void attempt(tries + 1));
    }
    return status;
  };
  return attempt(0);
}

async function post(state: SandboxState, path: string, body: string): Promise<number> {
  const { user, password } = state.config.inboundHook;
  const status = await fetch(`${state.config.appUrl}${path}`, {
    method: "POST",
    headers: {
      Authorization: `Basic ${Buffer.from(`${user}:${password}`).toString("base64")}`,
      "Content-Type": "application/json",
      "User-Agent": "Postmark",
    },
    body,
    redirect: "manual",
    signal: AbortSignal.timeout(60_000),
  }).then(
    async (answer) => {
      await answer.arrayBuffer().catch(() => undefined);
      return answer.status;
    },
    () => 0,
  );
  state.calls.push({
    at: state.now().toISOString(),
    service: "app",
    method: "POST",
    path,
    status,
    body: summary(body),
  });
  return status;
}

/** Enough to recognise the call; whole mails with attachments would fill the memory. */
function summary(body: string): unknown {
  try {
    const { MessageID, RecordType, From, Recipient, Email } = JSON.parse(body);
    return { MessageID, RecordType, From, Recipient, Email };
  } catch {
    return undefined;
  }
}
