import { expect, test } from "vitest";
import { NOBODY } from "../../../mail/person.ts";
import { participantsOf } from "./participants.ts";

type Conversation = Parameters<typeof participantsOf>[0];
type Message = Conversation["messages"][number];

const person = (address: string) => ({ name: "", address });
const answer = { ...NOBODY, from: person("butik@example.com"), signature: "", quotes: true };
const message = (about: Partial<Message>) =>
  ({ fromAddress: null, sentByAddress: null, senderProof: null, recipients: NOBODY, ...about }) as Message;

test("whoever has written, was written to or is answered now takes part", () => {
  const known = participantsOf({
    customer: { id: "1", name: "Ebba", email: "Ebba@example.com" },
    answer: { ...answer, cc: [person("cc@example.com")] },
    messages: [
      message({ fromAddress: "jonas@example.com", sentByAddress: "kontor@example.com" }),
      message({ recipients: { ...NOBODY, bcc: [person("bcc@example.com")] } }),
    ],
  });
  expect([...known].sort()).toEqual(
    ["bcc", "cc", "ebba", "jonas", "kontor"].map((one) => `${one}@example.com`),
  );
});

test("an unverified sender is new until an agent writes to them", () => {
  const messages = [message({ fromAddress: "okand@example.com", senderProof: "unverified" })];
  expect(participantsOf({ customer: null, answer, messages }).has("okand@example.com")).toBe(false);
});
