// mail.accepted: does everything that comes in come through, whole? What was stored is compared with the JSON Postmark
// handed over; how the sandbox makes that JSON of a raw mail is judged apart, against what others expect of it.
import { createHash } from "node:crypto";
import type { PostmarkInbound } from "../../sandbox/mail/inbound.ts";
import { print, say } from "../figure.ts";
import { conversionFaults } from "./conversion.ts";
import type { Entry } from "./entries.ts";
import { openDoor, type Door } from "./door.ts";

/** Judges kinds mime and charset. */
export async function accepted(entries: Entry[]): Promise<void> {
  const door = await openDoor();
  let [whole, serverErrors, unread, conversions, agreed] = [0, 0, 0, 0, 0];
  for (const entry of entries) {
    const payload = await payloadOf(entry, door);
    const { faults, status, state } = await takeIn(payload, door);
    if (status >= 500) serverErrors += 1;
    if (state === "dead") unread += 1;
    if (faults.length) say(`  ${entry.id}: ${faults.join("; ")}`);
    else whole += 1;
    if (entry.input === "postmark json") continue;
    const { checked, wrong } = conversionFaults(entry.expected, payload);
    conversions += checked;
    agreed += checked - wrong.length;
    for (const one of wrong) say(`  ${entry.id}: converter: ${one}`);
  }
  const note = `${serverErrors} answered 5xx, ${unread} "could not be read"`;
  print({ figure: "mail.accepted", value: whole / entries.length, unit: "share", n: entries.length, note });
  print({
    figure: "mail.accepted.converter",
    value: conversions ? agreed / conversions : 1,
    unit: "share",
    n: conversions,
    note: "expectations that the sandbox's own reading of raw mail meets",
  });
}

async function payloadOf(entry: Entry, door: Door): Promise<PostmarkInbound> {
  const bytes = entry.bytes();
  if (entry.input !== "postmark json") return door.convert(bytes);
  // It was delivered to somebody else's address; the rest is as it came.
  const given = JSON.parse(bytes.toString("utf8")) as PostmarkInbound;
  return { ...given, OriginalRecipient: door.recipient, MailboxHash: "" };
}

async function takeIn(payload: PostmarkInbound, door: Door) {
  const { status, state, reason, receivedId } = await door.deliver({ ...payload });
  if (status !== 200) return { status, state, faults: [`answered ${status}`] };
  if (state === "dead") return { status, state, faults: [`could not be read: ${reason}`] };
  // The same mail as another entry's, word for word and id for id.
  if (reason === "duplicate") return { status, state, faults: [] };
  const message = await door.db.message.findFirst({
    where: { receivedId },
    include: { files: { orderBy: { id: "asc" } } },
  });
  if (!message) return { status, state, faults: ["no message"] };
  const faults = [...fieldFaults(payload, message), ...(await fileFaults(payload, message.files))];
  return { status, state, faults };
}

interface Stored {
  subject: string | null;
  text: string;
  html: string | null;
  fromName: string | null;
  fromAddress: string | null;
}

/** Control characters and broken halves of letters cannot be stored; spaces may be set anew. */
const plain = (text: string): string =>
  text
    .toWellFormed()
    .replace(/[\p{Cc}\ufffd\s]+/gu, " ")
    .trim();

function fieldFaults(payload: PostmarkInbound, stored: Stored): string[] {
  const faults: string[] = [];
  const subject = plain(payload.Subject);
  if (plain(stored.subject ?? "") !== Array.from(subject).slice(0, 300).join("").trim())
    faults.push(`subject ${JSON.stringify(stored.subject)} for ${JSON.stringify(payload.Subject)}`);
  const text = plain(payload.TextBody);
  if (text && !plain(stored.text).startsWith(text.slice(0, 400_000))) faults.push("text differs");
  if (!text && visible(payload.HtmlBody) && !stored.text.trim()) faults.push("no text of the HTML");
  const address = payload.FromFull?.Email?.trim().toLowerCase() ?? "";
  const isAddress = /^[^@\s<>"(),;]+@[^@\s<>"(),;]+$/.test(address);
  // What nobody could answer to is shown beside the name.
  const sender = (stored.fromAddress ?? stored.fromName ?? "").toLowerCase();
  if (isAddress && (stored.fromAddress ? sender !== address : !sender.includes(address)))
    faults.push(`from ${stored.fromAddress} for ${address}`);
  const name = plain(payload.FromFull?.Name ?? "");
  if (name && stored.fromAddress && name.length < 100 && !sameName(plain(stored.fromName ?? ""), name))
    faults.push(`name ${JSON.stringify(stored.fromName)} for ${JSON.stringify(name)}`);
  return faults;
}

const sameName = (stored: string, given: string): boolean => {
  const bare = (name: string) =>
    name
      .replace(/["'<>]/g, "")
      .replace(/\s+/g, " ")
      .trim();
  return bare(stored) === bare(given) || given.includes("@");
};

const visible = (html: string): string =>
  html
    .replace(/<(style|script|title|head)[\s\S]*?<\/\1>/gi, "")
    .replace(/<[^>]*>|&\w+;|&#\w+;/g, "")
    .trim();

async function fileFaults(
  payload: PostmarkInbound,
  files: { name: string; size: number; key: string; missing: string | null }[],
): Promise<string[]> {
  const { readFile } = await import("../../app/files/store.server.ts");
  const given = payload.Attachments ?? [];
  if (given.length !== files.length) return [`${files.length} files for ${given.length} attachments`];
  const faults: string[] = [];
  for (const [index, file] of files.entries()) {
    const { Name = "", Content = "" } = given[index] ?? {};
    const bytes = Buffer.from(Content, "base64");
    const isBroken = /[^A-Za-z0-9+/=\s]/.test(Content);
    if (file.missing !== (isBroken ? "broken" : null)) faults.push(`${Name}: missing (${file.missing})`);
    else if (isBroken) continue;
    else if (hash(await readFile(file.key)) !== hash(bytes)) faults.push(`${Name}: other bytes`);
    else if (file.size !== bytes.length) faults.push(`${Name}: ${file.size} bytes for ${bytes.length}`);
    if (letters(file.name) !== letters(Name.split(/[/\\]/).filter(Boolean).at(-1) ?? ""))
      faults.push(`file name ${JSON.stringify(file.name)} for ${JSON.stringify(Name)}`);
  }
  return faults;
}

const hash = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");

/** What makes up a name for a person; signs that no disk allows may have been replaced. */
const letters = (name: string): string =>
  Array.from(name.normalize("NFC").replace(/[^\p{L}\p{N}]/gu, ""))
    .slice(0, 150)
    .join("") || "attachment";
