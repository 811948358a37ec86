import { describe, expect, test } from "vitest";
import { addressAnswer } from "./answer.ts";

const person = (name: string) => ({ name, address: `${name.toLowerCase()}@example.com` });
const [ebba, bo, cleo] = [person("Ebba"), person("Bo"), person("Cleo")];
const us = { name: "Björk", address: "hej@bjork.example" };
const isOurs = (address: string) => address.endsWith("@bjork.example");
const nobody = { to: [], cc: [], bcc: [] };
const none = { answered: null, customer: null, participants: [], isOurs };

describe("a reply is addressed by the message it answers", () => {
  test("to who wrote it, and to everybody else it was sent to but us", () => {
    const answered = { from: ebba, recipients: { to: [us, bo], cc: [cleo, us], bcc: [] } };
    expect(addressAnswer({ ...none, answered, customer: ebba })).toEqual({
      to: [ebba],
      cc: [bo, cleo],
      bcc: [],
    });
  });

  test("blind copies are never carried over", () => {
    const answered = { from: ebba, recipients: { to: [us], cc: [], bcc: [bo] } };
    expect(addressAnswer({ ...none, answered, customer: ebba })).toEqual({ to: [ebba], cc: [], bcc: [] });
  });

  test("to whoever wrote last, also when that is not the ticket's customer", () => {
    const answered = { from: bo, recipients: { to: [us], cc: [ebba], bcc: [] } };
    expect(addressAnswer({ ...none, answered, customer: ebba })).toEqual({ to: [bo], cc: [ebba], bcc: [] });
  });

  test("to the customer when nobody wrote, or left no address", () => {
    expect(addressAnswer({ ...none, customer: ebba })).toEqual({ to: [ebba], cc: [], bcc: [] });
    const answered = { from: null, recipients: nobody };
    expect(addressAnswer({ ...none, answered, customer: ebba }).to).toEqual([ebba]);
  });

  test("those an agent let in are copied, each once", () => {
    const answered = { from: ebba, recipients: { to: [us], cc: [bo], bcc: [] } };
    const participants = [bo, cleo, ebba];
    expect(addressAnswer({ ...none, answered, customer: ebba, participants }).cc).toEqual([bo, cleo]);
  });

  test("to nobody when there is nobody", () => {
    expect(addressAnswer(none)).toEqual(nobody);
  });

  test("to no more people than a mail may have", () => {
    const to = Array.from({ length: 80 }, (_, n) => person(`Gast${n}`));
    const { cc } = addressAnswer({ ...none, answered: { from: ebba, recipients: { ...nobody, to } } });
    expect(cc).toHaveLength(49);
  });
});
