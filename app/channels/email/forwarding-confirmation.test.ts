import { describe, expect, test } from "vitest";
import { confirmationIn } from "./forwarding-confirmation.ts";

const GOOGLE = {
  from: "forwarding-noreply@google.com",
  subject: "(#303882048) Gmail Forwarding Confirmation - Receive Mail from hej@bjork.example",
  text:
    "hej@bjork.example has requested to automatically forward mail to your email address.\n" +
    "Confirmation code: 303882048\nhttps://mail-settings.google.com/mail/vf-%5BANGjdJ%5D-xyz\n" +
    "see https://support.google.com/mail/answer/184973.",
};

describe("a provider's question about the forwarding", () => {
  test("Google's has a code and a link, help left out", () => {
    expect(confirmationIn(GOOGLE)).toEqual({
      from: GOOGLE.from,
      subject: GOOGLE.subject,
      code: "303882048",
      link: "https://mail-settings.google.com/mail/vf-%5BANGjdJ%5D-xyz",
    });
  });

  test("Google's counts in any language, whatever can be read of it", () => {
    expect(confirmationIn({ ...GOOGLE, subject: "(#12345678) Gmail-転送の確認", text: "" })).toMatchObject({
      code: "12345678",
      link: null,
    });
    expect(confirmationIn({ ...GOOGLE, subject: "?", text: "" })).toMatchObject({ code: null, link: null });
  });

  test.each([
    ["Vidarebefordran till en ny adress", "Din kod: 123 456", "123456"],
    ["Bekreft videresending", "Kode 987654 gjelder i en time", "987654"],
    ["Verify your forwarding address", "Your verification code is 445566", "445566"],
  ])("%j of another provider's machine: code from %j", (subject, text, code) => {
    expect(confirmationIn({ from: "no-reply@mail.example", subject, text })).toMatchObject({ code });
  });

  test("a link to anywhere but the sender's own domain is not offered", () => {
    const links =
      "https://evil.example/google.com https://mail.example.evil.example/x https://a.mail.example/confirm?x=1.";
    const asked = confirmationIn({
      from: "noreply@mail.example",
      subject: "Confirm forwarding",
      text: links,
    });
    expect(asked?.link).toBe("https://a.mail.example/confirm?x=1");
    const http = {
      from: "noreply@mail.example",
      subject: "Confirm forwarding",
      text: "http://mail.example/x 1",
    };
    expect(confirmationIn(http)).toBeNull();
  });

  test.each([
    ["a customer who asks about forwarding", "ebba@example.com", "Kan ni vidarebefordra? Kod: 123456"],
    ["a machine that writes of something else", "noreply@shop.example", "Your order, code: 123456"],
    ["nobody", null, "Gmail Forwarding Confirmation (#123456789)"],
  ])("%s is no such question", (_who, from, subject) => {
    expect(confirmationIn({ from, subject, text: "kod: 123456" })).toBeNull();
  });
});
