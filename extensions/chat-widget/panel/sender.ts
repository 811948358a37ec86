// Takes what waits to the server, one after the other. Any tab may do it, never two at once.
import type { Sent } from "../../../app/channels/chat/protocol.ts";
import { call, isStrange } from "./doors.ts";
import type { Kept } from "./kept.ts";
import { change, waiting, type Pending } from "./outbox.ts";
import { rest } from "./pause.ts";
import { prove } from "./proof.ts";

export interface Sending {
  kept: Kept;
  token(): string;
  /** Runs it while no other tab does. */
  alone(work: () => Promise<void>): Promise<void>;
  sent(answer: Sent): void;
  /** These details are missing or wrong. */
  refused(fields: string[]): void;
  changed(): void;
  reached(isOnline: boolean): void;
  /** Gets a new token; false when there is none to be had. */
  renew(): Promise<boolean>;
}

/** Makes a sender; call what it returns whenever something may be waiting. */
export function openSender(mail: Sending): () => Promise<void> {
  let busy = false;
  let attempt = 0;
  return async function flush() {
    if (busy) return;
    busy = true;
    let ended = false;
    await mail.alone(async () => {
      for (let next; (next = first(mail.kept));) if (!(await one(mail, next))) return;
      ended = true;
    });
    busy = false;
    if (ended) attempt = 0;
    if (!first(mail.kept)) return;
    if (!ended) await rest(attempt++);
    void flush();
  };
}

const first = (kept: Kept) => waiting(kept).find(({ failed }) => !failed);

/** Sends one; false when the server is out of reach. */
async function one(mail: Sending, message: Pending): Promise<boolean> {
  const { kept } = mail;
  let proof: string | undefined;
  for (let renewed = false; ;) {
    const files = message.files.map(({ token }) => token);
    const answer = await call<Sent>("send", { ...message, token: mail.token(), files, proof });
    if (answer.ok) {
      change(kept, message.id, null);
      mail.reached(true);
      mail.sent(answer.value);
      return true;
    }
    const { error, fields = [], retryAfter, challenge } = answer;
    if (error === "offline") {
      mail.reached(false);
      return false;
    }
    if (error === "too-many") await rest(0, retryAfter ?? 5);
    else if (challenge && !proof) proof = await prove(challenge);
    else if (isStrange(error) && !renewed) {
      renewed = true;
      if (!(await mail.renew())) return false;
    } else {
      change(kept, message.id, { failed: error });
      mail.refused(fields);
      mail.changed();
      return true;
    }
  }
}
