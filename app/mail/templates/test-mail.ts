// The mail a merchant sends to a support address of their own, to see it come back to us. To colleagues, so in
// the languages of our pages. The code stands in the subject only, and nowhere else: who has it reads that mailbox.
import { textToHtml } from "../text.ts";
import { wrapHtml } from "./frame.ts";

interface Words {
  subject: string;
  body: (address: string) => string;
  after: string;
}

const EN: Words = {
  subject: "Test mail from Samla",
  body: (address) => `This mail checks that what is sent to ${address} reaches your inbox in Samla.`,
  after: "You need not do anything: when it arrives, Samla notices by itself.",
};

const WORDS = new Map<string, Words>([
  ["en", EN],
  [
    "sv",
    {
      subject: "Testmejl från Samla",
      body: (address) => `Det här mejlet prövar att det som skickas till ${address} når er inkorg i Samla.`,
      after: "Du behöver inte göra något: Samla märker själv när det kommer fram.",
    },
  ],
  [
    "nb",
    {
      subject: "Testmelding fra Samla",
      body: (address) =>
        `Denne meldingen prøver om det som sendes til ${address}, når innboksen deres i Samla.`,
      after: "Du trenger ikke gjøre noe: Samla merker selv når den kommer fram.",
    },
  ],
]);

/** Subject, text and HTML of a test mail; `mark` is what its arrival is told by. */
export function composeTestMail(about: { language: string; address: string; mark: string }): {
  subject: string;
  text: string;
  html: string;
} {
  const words = WORDS.get(about.language) ?? EN;
  const text = [words.body(about.address), words.after, "Samla"].join("\n\n");
  return { subject: `${words.subject} ${about.mark}`, text, html: wrapHtml(textToHtml(text)) };
}
