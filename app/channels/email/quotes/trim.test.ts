import { describe, expect, test } from "vitest";
import { trimReply } from "./trim.ts";

const answer = "Tack, den blå passar bättre.\nKan ni byta?";
const quote = "> Hej Tuva,\n>\n> vilken färg vill du ha?";

describe("everything is shown", () => {
  const line = "On Tue, Mar 5, 2024 at 10:12 AM Solros <hej@solros.example> wrote:";
  test.each([
    ["a letter without history", answer],
    ["answers between the quoted lines", `${line}\n> Vilken färg?\nBlå\n> Vilken storlek?\n38`],
    [
      "answers between the quoted lines, below a greeting",
      `Hej!\n\n${line}\n\n> Vilken färg?\n\nBlå\n\n> Vilken storlek?\n\n38\n\n> Hälsningar`,
    ],
    [
      "answers after a long quoted line",
      `Hej\n\n${line}\n> Vill du ha pengarna tillbaka eller en ny vara av samma slag skickad?\nny vara\n> Vilken adress?\nsamma`,
    ],
    ["lines picked from another's mail", "> vilken färg?\n\nBlå\n\n> och storlek?\n\n38"],
    [
      "a sentence above lines picked from another's mail",
      "Så här står det, och det var vad ni skrev:\n\n> Fri retur\n\nStämmer det?",
    ],
    ["a quotation first", "> vilken färg?\n\nBlå"],
    [
      "answers in another colour inside unquoted history",
      `Hej, se mina svar nedan i rött.\n\nFrån: Solros <hej@solros.example>\nSkickat: den 5 mars 2024 10:12\nTill: Tuva\nÄmne: Sv: Beställning\n\nVilken färg?\nBlå`,
    ],
    ["nothing but a quotation", quote],
    ["nothing but history", `${line}\n\n${quote}`],
    ["nothing but history without quote signs", `${line}\n\nvilken färg vill du ha?`],
    ["nothing but a signature", "Skickat från min iPhone"],
    [
      "a mail passed on",
      "---------- Forwarded message ---------\nFrom: Solros <hej@solros.example>\nDate: Tue, 5 Mar 2024 at 10:12\nSubject: Order\nTo: Tuva\n\nHej",
    ],
    [
      "a mail passed on with a word above it",
      "Vad betyder det här?\n\nBegin forwarded message:\n\nFrom: Solros <hej@solros.example>\nDate: 5 March 2024 at 10:12:13 CET\nTo: Tuva\nSubject: Order\n\nHej",
    ],
    [
      "a sentence that tells what was written, and when",
      "Den 3 maj 2024 skrev ni till mig att allt var löst, men:\n- inget har kommit\n- ingen svarar",
    ],
    [
      "a sentence with an address",
      "I wrote to hej@solros.example on 3 May 2024 about:\n1. the shirt\n2. the hat",
    ],
    ["a journey", "Resan:\n\nFrom: Stockholm\nTo: Oslo\nDate: 5 May 2024\n\nHinner det fram?"],
    [
      "a form's fields",
      "New message from your shop\n\nName: Tuva\nEmail: tuva@post.example\nSubject: Help\nMessage: Where is it?",
    ],
    ["arrows", "Visit us\n>>> >>> http://shop.example <<<\nand click"],
    ["an empty mail", ""],
  ])("%s", (_, text) => {
    expect(trimReply(text)).toBeNull();
  });
});

describe("below the quotation", () => {
  const line = "On Tue, Mar 5, 2024 at 10:12 AM Solros <hej@solros.example> wrote:";
  test("an answer is what was written", () => {
    expect(trimReply(`${line}\n\n${quote}\n\n${answer}`)).toBe(answer);
  });

  test("more words follow those above", () => {
    expect(trimReply(`Hej\n\n${line}\n\n${quote}\n\nHälsningar, Tuva`)).toBe("Hej\n\nHälsningar, Tuva");
  });

  test("a broken line of it is no answer", () => {
    const wide = "> Vi har tyvärr inte den färgen just nu men väntar en leverans på lördag,";
    expect(trimReply(`${answer}\n\n${line}\n${wide}\nså hör gärna av dig\n> igen.`)).toBe(answer);
  });

  test("an older mail without quote signs belongs to it", () => {
    const block =
      "From: Tuva <tuva@post.example>\nSent: Monday, March 4, 2024 09:00\nTo: Solros\nSubject: Order";
    expect(trimReply(`${answer}\n\n${line}\n\n${quote}\n\n${block}\n\nHej`)).toBe(answer);
  });
});
