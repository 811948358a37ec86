// What a new reply to a ticket would be: to whom, from whom, and what is added to it.
import { Prisma } from "@prisma/client";
import type { Tx } from "../db.server.ts";
import { env } from "../env.server.ts";
import { AppError } from "../errors.ts";
import { NOBODY, readRecipients, type Person, type Recipients } from "../mail/person.ts";
import { settingAmong } from "../settings/read.server.ts";
import { senderAddressOf, type DomainFacts } from "../workspace/sender.ts";
import { addressAnswer, type Answered } from "./answer.ts";
import { newestOf } from "./moved-on.server.ts";
import { isOursAmong, ourAddresses } from "./our-addresses.server.ts";
import { signatureOf } from "./signature.ts";
import type { TicketRef } from "./ticket.ts";

export interface Answer extends Recipients {
  from: Person;
  /** the agent's and the brand's; empty for none */
  signature: string;
  /** whether what was said before goes with it */
  quotes: boolean;
}

/** The answer this agent would give now, in one question. Throws not-found. */
export async function readAnswer(
  client: Tx,
  { workspaceId, id }: TicketRef,
  agent: { id: string },
): Promise<Answer> {
  const [facts] = await client.$queryRaw<Facts[]>`
    SELECT t."storeId", b."senderName", b."senderAddress", b.signature AS "brandSignature",
      c.name AS "customerName", c.email AS "customerAddress",
      (SELECT to_json(d) FROM "SendingDomain" d
       WHERE d.name = lower(split_part(b."senderAddress", '@', -1)) AND d."workspaceId" = t."workspaceId") AS domain,
      (SELECT a.signature FROM "Agent" a WHERE a."workspaceId" = t."workspaceId" AND a.id = ${agent.id}::uuid) AS signature,
      (SELECT json_agg(json_build_object('scope', e.scope, 'value', e.value)) FROM "Setting" e
       WHERE e."workspaceId" = t."workspaceId" AND e.name = 'email' AND e.scope IN ('', t."storeId"::text)) AS settings,
      (SELECT json_agg(json_build_object('name', p.name, 'address', p.address) ORDER BY p."createdAt", p.address)
       FROM "TicketParticipant" p WHERE p."workspaceId" = t."workspaceId" AND p."ticketId" = t.id) AS participants,
      ${ourAddresses(Prisma.sql`t."workspaceId"`)} AS ours,
      ${answered} AS answered
    FROM "Ticket" t
    JOIN "Brand" b ON b."workspaceId" = t."workspaceId" AND b.id = t."brandId"
    LEFT JOIN "Customer" c ON c."workspaceId" = t."workspaceId" AND c.id = t."customerId"
    WHERE t."workspaceId" = ${workspaceId}::uuid AND t.id = ${id}::uuid`;
  if (!facts) throw new AppError("not-found");
  const { customerAddress, customerName, senderName } = facts;
  return {
    ...addressAnswer({
      answered: facts.answered && messageAnswered(facts.answered),
      customer: customerAddress ? { name: customerName ?? "", address: customerAddress } : null,
      participants: facts.participants ?? [],
      isOurs: isOursAmong(facts.ours),
    }),
    from: { name: senderName, address: senderAddressOf(facts, domainFacts(facts.domain), env.MAIL_FROM) },
    signature: signatureOf({ signature: facts.signature ?? "" }, { signature: facts.brandSignature }),
    quotes: settingAmong(facts.settings ?? [], facts.storeId, "email").quoteHistory,
  };
}

/** To whom an answer of theirs would go, and what they would have to have seen. Throws when the ticket is gone. */
export async function answerableOf(
  tx: Tx,
  { workspaceId, id }: TicketRef,
  agent: { id: string },
): Promise<{ newest: string | null; recipients: Recipients }> {
  const [newest, { to, cc, bcc }] = await Promise.all([
    newestOf(tx, { workspaceId, id }),
    readAnswer(tx, { workspaceId, id }, agent),
  ]);
  return { newest, recipients: { to, cc, bcc } };
}

interface Facts {
  storeId: string;
  senderName: string;
  senderAddress: string | null;
  brandSignature: string;
  customerName: string | null;
  customerAddress: string | null;
  domain: { name: string; dkimVerifiedAt: string | null; failingSince: string | null } | null;
  signature: string | null;
  settings: { scope: string; value: unknown }[] | null;
  participants: Person[] | null;
  ours: string[];
  answered: AnsweredRow | null;
}

interface AnsweredRow {
  fromName: string | null;
  fromAddress: string | null;
  recipients: unknown;
  authenticated: boolean;
}

/**
 * The newest message a person wrote to us. An unverified sender gets nothing by themselves, and neither do those
 * they copied: an agent lets them in first.
 */
const answered = Prisma.sql`(
  SELECT json_build_object('fromName', m."fromName", 'fromAddress', m."fromAddress", 'recipients', m.recipients,
                           'authenticated', m.authenticated)
  FROM "Message" m
  WHERE m."workspaceId" = t."workspaceId" AND m."ticketId" = t.id AND m.kind = 'inbound' AND m.machine IS NULL
    AND m."senderProof" IS DISTINCT FROM 'unverified'
  ORDER BY m."createdAt" DESC, m.id DESC LIMIT 1)`;

const messageAnswered = ({ fromName, fromAddress, recipients, authenticated }: AnsweredRow): Answered => ({
  from: fromAddress ? { name: fromName === fromAddress ? "" : (fromName ?? ""), address: fromAddress } : null,
  // Anybody can write in the customer's name and copy themselves in.
  recipients: authenticated ? readRecipients(recipients) : NOBODY,
});

const domainFacts = (domain: Facts["domain"]): DomainFacts | null =>
  domain && {
    name: domain.name,
    dkimVerifiedAt: domain.dkimVerifiedAt ? new Date(domain.dkimVerifiedAt) : null,
    failingSince: domain.failingSince ? new Date(domain.failingSince) : null,
  };
