// The request being written: who gets it, what it says, and for whom something is missing.
import { useMemo, useState } from "react";
import type { Person } from "../../mail/person.ts";
import { eachOnce, MOST_RECIPIENTS } from "../../tickets/requests/recipients.ts";
import { customerFacts, fillText, variableOf, type Variable } from "../../tickets/variables.ts";

export interface Recipient extends Person {
  /** picked from Shopify */
  shopifyId: string | null;
}

/** What stands for each recipient's own. */
export const PERSONAL = ["customer.first_name", "customer.name"] as const satisfies Variable[];

/** Whether it is one of those, as written; their other names from before count as well. */
export const isPersonal = (written: string): boolean =>
  PERSONAL.some((one) => one === variableOf(written.replace(/^\{\{|\}\}$/g, "")));

export interface Letter {
  recipient: Recipient;
  subject: string;
  text: string;
  /** why it is not sent to them */
  unresolved: string[];
}

export interface RequestDraft {
  storeId: string;
  chooseStore: (id: string) => void;
  recipients: Recipient[];
  /** Returns how many were there already; null when that would be too many, then nobody was added. */
  add: (people: Recipient[]) => number | null;
  remove: (address: string) => void;
  clear: () => void;
  subject: string;
  writeSubject: (subject: string) => void;
  text: string;
  writeText: (text: string) => void;
  /** what everybody gets, in order */
  letters: Letter[];
  requestKey: string;
  renewKey: () => void;
}

export function useRequestDraft(store: string): RequestDraft {
  const [storeId, chooseStore] = useState(store);
  const [recipients, setRecipients] = useState<Recipient[]>([]);
  const [subject, writeSubject] = useState("");
  const [text, writeText] = useState("");
  const [requestKey, setKey] = useState(() => crypto.randomUUID());
  const letters = useMemo(
    () => recipients.map((recipient) => letterTo(recipient, subject, text)),
    [recipients, subject, text],
  );
  const add = (people: Recipient[]): number | null => {
    const joined = eachOnce([...recipients, ...people]);
    if (joined.length > MOST_RECIPIENTS) return null;
    setRecipients(joined);
    return recipients.length + people.length - joined.length;
  };
  return {
    storeId,
    chooseStore,
    recipients,
    add,
    remove: (address) => setRecipients((now) => now.filter((one) => one.address !== address)),
    clear: () => setRecipients([]),
    subject,
    writeSubject,
    text,
    writeText,
    letters,
    requestKey,
    renewKey: () => setKey(crypto.randomUUID()),
  };
}

function letterTo(recipient: Recipient, subject: string, text: string): Letter {
  const facts = customerFacts({ name: recipient.name });
  const filled = [fillText(subject, facts), fillText(text, facts)] as const;
  return {
    recipient,
    subject: filled[0].text,
    text: filled[1].text,
    unresolved: [...new Set(filled.flatMap(({ unresolved }) => unresolved))],
  };
}
