// Who takes part in a conversation already. Pure.
import type { TicketPage } from "../../../tickets/thread.server.ts";

/** Every address that has written, was written to, or is answered now. */
export function participantsOf(ticket: Pick<TicketPage, "customer" | "messages" | "answer">): Set<string> {
  const { customer, messages, answer } = ticket;
  const everybody = [answer, ...messages.map(({ recipients }) => recipients)].flatMap(({ to, cc, bcc }) => [
    ...to,
    ...cc,
    ...bcc,
  ]);
  const senders = messages.flatMap(({ fromAddress, sentByAddress, senderProof }) =>
    senderProof === "unverified" ? [] : [fromAddress, sentByAddress],
  );
  const known = [customer?.email, ...senders, ...everybody.map(({ address }) => address)];
  return new Set(known.filter((address) => typeof address === "string").map((one) => one.toLowerCase()));
}
