// Which mails end up in one ticket, in the order they were sent and in others.
import { messageIdsIn } from "../../app/mail/addresses.ts";
import { print, say } from "../figure.ts";
import type { Judge } from "../mail.ts";
import type { Entry } from "./entries.ts";
import { openMailbox, type Mailbox } from "./mailboxes.ts";

/** All orders of up to four mails; of more, as many drawn with a fixed seed. */
const ORDERS = 24;

/** mail.threading.right: the share of expectations met in every order tried. */
export const judgeThreading: Judge = async (entries) => {
  let orders = 0;
  const failed: string[] = [];
  for (const entry of entries) {
    for (const order of ordersOf(entry)) {
      orders++;
      const found = await tickets(entry, order);
      if (samePartition(found, expectedOf(entry, order))) continue;
      failed.push(entry.id);
      say(`  mail.threading.right: ${entry.id} in order ${order.join(", ")}: ${found.join(" ")}`);
    }
  }
  const right = entries.length - new Set(failed).size;
  print({
    figure: "mail.threading.right",
    value: right / entries.length,
    unit: "of the expectations",
    n: entries.length,
    note: `${orders} orders of arrival, ${failed.length} of them wrong`,
  });
};

const isSequence = (entry: Entry) => entry.input === "eml sequence" || entry.files.length > 1;

function ordersOf(entry: Entry): string[][] {
  if (!isSequence(entry)) return [[entry.file]];
  if (entry.files.length <= 4) return permutations(entry.files);
  const random = seeded(7);
  const shuffled = () =>
    entry.files
      .map((file) => ({ file, at: random() }))
      .sort((a, b) => a.at - b.at)
      .map(({ file }) => file);
  return [entry.files, ...Array.from({ length: ORDERS - 1 }, shuffled)];
}

/** The ticket each mail of the order is in at last; a lone mail follows the tickets it could join. */
async function tickets(entry: Entry, order: string[]): Promise<string[]> {
  const mailbox = await openMailbox();
  if (!isSequence(entry)) await makeJoinable(mailbox, entry);
  for (const file of order) await mailbox.receive(await filled(mailbox, entry, entry.bytes(file)));
  return mailbox.tickets();
}

/**
 * The tickets a lone mail may find: of its own sender with the first id it answers, of somebody else with the next.
 * A template finds one of its sender with the id that is filled in.
 */
async function makeJoinable(mailbox: Mailbox, entry: Entry): Promise<void> {
  const head =
    entry
      .bytes()
      .toString("latin1")
      .split(/\r?\n\r?\n/, 1)[0] ?? "";
  const sender = /^From: ?(.*)$/im.exec(head)?.[1] ?? "";
  const answered = messageIdsIn(/^In-Reply-To: ?((?:.*)(?:\r?\n[ \t].*)*)/im.exec(head)?.[1]);
  const [first = KNOWN, second] = entry.input === "eml template" ? [] : answered;
  await mailbox.receive(opener(sender, first));
  if (second) await mailbox.receive(opener("Somebody Else <else@example.net>", second));
}

const KNOWN = "known.to.us@example.com";
const SUBJECT = "a first question";

const opener = (from: string, messageId: string): Buffer =>
  Buffer.from(
    `From: ${from}\r\nTo: support@example.com\r\nSubject: ${SUBJECT}\r\nMessage-ID: <${messageId}>\r\n\r\nHello.\r\n`,
    "latin1",
  );

/** Fills a template with what our own ticket has. */
async function filled(mailbox: Mailbox, entry: Entry, raw: Buffer): Promise<Buffer> {
  if (entry.input !== "eml template") return raw;
  const [ticketId = ""] = await mailbox.tickets();
  const reference = `[${mailbox.ticketPrefix}${await mailbox.numberOf(ticketId)}]`;
  const text = raw
    .toString("latin1")
    .replaceAll("{{TICKET_REF}}", reference)
    .replaceAll("{{MESSAGE_ID}}", `<${KNOWN}>`)
    .replaceAll("{{SUBJECT}}", SUBJECT);
  return Buffer.from(text, "latin1");
}

/** A name for the ticket each mail should be in, in the order they came; a lone mail comes after its openers. */
function expectedOf(entry: Entry, order: string[]): string[] {
  const { expected } = entry;
  if (Array.isArray(expected.threads)) {
    const threads = expected.threads as string[][];
    return order.map((file) => {
      const [id = file] = messageIdsIn(
        /^Message-ID: ?(.*)$/im.exec(entry.bytes(file).toString("latin1"))?.[1],
      );
      return String(threads.findIndex((ids) => ids.includes(id)));
    });
  }
  if (isSequence(entry)) return order.map(() => "one");
  const head = entry.bytes().toString("latin1");
  const others = messageIdsIn(/^In-Reply-To: ?((?:.*)(?:\r?\n[ \t].*)*)/im.exec(head)?.[1]).length > 1;
  const joins = joinsIn(expected);
  return ["first", ...(others && entry.input !== "eml template" ? ["second"] : []), joins ? "first" : "own"];
}

/** What we do is what that project calls searching the references. */
function joinsIn({ joins_existing_ticket: joins }: Entry["expected"]): boolean {
  if (typeof joins !== "object" || joins === null) return joins !== false;
  const { search_references, default: usual } = joins as { search_references?: boolean; default?: boolean };
  return search_references ?? usual ?? true;
}

const samePartition = (found: string[], expected: string[]): boolean =>
  found.length === expected.length &&
  found.every((ticket, i) => found.every((other, j) => (ticket === other) === (expected[i] === expected[j])));

function permutations<T>(items: T[]): T[][] {
  if (items.length < 2) return [items];
  return items.flatMap((item, at) => permutations(items.toSpliced(at, 1)).map((rest) => [item, ...rest]));
}

function seeded(state: number): () => number {
  let value = state;
  return () => (value = (value * 48_271) % 2_147_483_647) / 2_147_483_647;
}
