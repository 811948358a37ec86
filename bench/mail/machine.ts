// Auto-replies, bounces and the people among them: what they are taken for, and whether they are answered.
import { print, say } from "../figure.ts";
import type { Judge } from "../mail.ts";
import type { Entry } from "./entries.ts";
import { openMailbox, ourAddress, type Outcome } from "./mailboxes.ts";

interface Verdict {
  entry: Entry;
  machine: boolean;
  right: boolean;
  acknowledged: number;
  outcome: Outcome;
}

/** mail.auto-reply.right, mail.bounce.right and mail.human.acknowledged. */
export const judgeMachines: Judge = async (entries) => {
  const verdicts: Verdict[] = [];
  for (const entry of entries) verdicts.push(await judge(entry));
  for (const kind of ["auto-reply", "bounce"]) {
    const mine = verdicts.filter(({ entry }) => entry.kind === kind);
    if (mine.length) tell(`mail.${kind}.right`, mine, ({ right }) => right);
  }
  tell(
    "mail.human.acknowledged",
    verdicts,
    ({ machine, acknowledged }) => acknowledged === (machine ? 0 : 1),
    `${verdicts.filter(({ machine }) => !machine).length} people, ${verdicts.filter((one) => one.machine && one.acknowledged > 0).length} machines acknowledged`,
  );
};

async function judge(entry: Entry): Promise<Verdict> {
  const mailbox = await openMailbox();
  const outcome = await mailbox.receive(await asOurs(entry));
  const acknowledged = await mailbox.acknowledgements();
  const machine = isMachine(entry);
  const shown = machine ? !outcome.inInbox : outcome.inInbox;
  return { entry, machine, acknowledged, outcome, right: shown && kindFits(entry, outcome.machine) };
}

/** "From is the system's own sending address (x@y)": the system is us here. */
async function asOurs(entry: Entry): Promise<Uint8Array> {
  const own = /own sending address \(([^)]+)\)/.exec(String(entry.expected.reason ?? ""))?.[1];
  if (!own) return entry.bytes();
  const raw = entry.bytes().toString("latin1");
  return Buffer.from(
    raw.replaceAll(new RegExp(own.replaceAll(".", "\\."), "gi"), await ourAddress()),
    "latin1",
  );
}

function isMachine({ expected, kind }: Entry): boolean {
  if (kind === "bounce") return expected.is_bounce !== false;
  return expected.is_auto_generated === true || expected.accepted === false;
}

const REPORTS = ["bounce", "delay"];

/** A report that tells of success or of a complaint, or an answer inside a bounce, is a machine's of another kind. */
function kindFits(entry: Entry, machine: string | null): boolean {
  if (!isMachine(entry)) return machine === null;
  const records = (entry.expected.records ?? []) as { reason?: string }[];
  const other = records.some(({ reason }) => /^(?:vacation|delivered|feedback)$/.test(reason ?? ""));
  return entry.expected.is_bounce === true && !other ? REPORTS.includes(machine ?? "") : machine !== null;
}

function tell(figure: string, verdicts: Verdict[], holds: (one: Verdict) => boolean, note?: string): void {
  const failed = verdicts.filter((one) => !holds(one));
  for (const { entry, outcome, acknowledged } of failed)
    say(
      `  ${figure}: ${entry.id} ${entry.file}: ${outcome.machine ?? "a person"}, acknowledged ${acknowledged}`,
    );
  const value = (verdicts.length - failed.length) / verdicts.length;
  print({ figure, value, unit: "of the mails", n: verdicts.length, ...(note ? { note } : {}) });
}
