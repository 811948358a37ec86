import { expect, test } from "vitest";
import { trimReply } from "./trim.ts";

const answer = "Tack, den blå passar bättre.\nKan ni byta?";
const quote = "> Hej Tuva,\n>\n> vilken färg vill du ha?";

test.each([
  ["dashes", "-- \nTuva Ek\nEk & Co"],
  ["dashes without the space", "--\nTuva Ek\n070-123 45 67"],
  ["a rule over a card", "________________________________\nTuva Ek\ntuva@post.example"],
  ["dashes and a name", "----Tuva"],
  ["iPhone", "Sent from my iPhone"],
  ["Samsung", "Sent from my Galaxy S24, please excuse any typos."],
  ["Outlook for phones", "Get Outlook for Android<https://aka.ms/AAb9ysg>"],
  ["iPhone, Swedish", "Skickat från min iPhone"],
  ["Outlook, Swedish", "Skickat från Outlook för iOS<https://aka.ms/o0ukef>"],
  ["iPhone, Norwegian and Danish", "Sendt fra min iPhone"],
  ["iPhone, Finnish", "Lähetetty iPhonesta"],
  ["iPhone, German", "Von meinem iPhone gesendet"],
  ["GMX", "Gesendet mit der GMX Mail App"],
  ["iPhone, French", "Envoyé de mon iPhone"],
  ["iPhone, Spanish", "Enviado desde mi iPhone"],
  ["iPhone, Italian", "Inviato da iPhone"],
  ["iPhone, Portuguese", "Enviado do meu iPhone"],
  ["iPhone, Dutch", "Verstuurd vanaf mijn iPhone"],
  ["iPhone, Polish", "Wysłane z iPhone'a"],
  ["iPhone, Russian", "Отправлено с iPhone"],
  ["iPhone, Japanese", "iPhoneから送信"],
  ["iPhone, Chinese", "从我的iPhone发送"],
  ["several at once", "Skickat från min iPad\n\n-- \nTuva"],
])("%s: goes, above history too", (_, signature) => {
  expect(trimReply(`${answer}\n\n${signature}\n`)).toBe(answer);
  const line = "Den tis 5 mars 2024 kl 10:12 skrev Solros <hej@solros.example>:";
  expect(trimReply(`${answer}\n\n${signature}\n\n${line}\n\n${quote}`)).toBe(answer);
  expect(trimReply(`${answer}\n\n${line}\n\n${quote}\n\n${signature}`)).toBe(answer);
});

test.each([
  ["a greeting and a name", "Vänliga hälsningar\n\nTuva Ek"],
  ["a sentence that begins like one", "Sent from my desk, is much easier than my phone."],
  [
    "a sentence that begins like one, Swedish",
    "Skickat från min mammas adress i fredags men inget har kommit",
  ],
  ["a list", "- skor\n- mössa"],
  ["two parts and a line between", `--\n${"Och så en hel berättelse till.\n".repeat(30)}`],
])("%s: stays", (_, end) => {
  expect(trimReply(`${answer}\n\n${end}`)).toBeNull();
});

test("a warning of outside mail above the first word goes", () => {
  const warning = "CAUTION: This mail came from outside of your organisation. Do not click links.";
  expect(trimReply(`${warning}\n\n${answer}`)).toBe(answer);
});
