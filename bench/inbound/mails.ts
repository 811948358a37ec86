// Mails as Postmark hands them over: 2–20 kB of JSON with the headers that real ones carry, no two alike.
import { randomBytes, randomUUID } from "node:crypto";
import { inboundAddress } from "../environment.ts";

const sentences = [
  "Hej! Jag beställde en jacka i förra veckan men har inte fått något leveransbesked.",
  "Kan ni se om den har skickats, och i så fall med vilket fraktbolag?",
  "Spårningsnumret säger fortfarande att försändelsen inte är registrerad.",
  "Hei, genseren var dessverre for stor og jeg vil gjerne bytte til en mindre størrelse.",
  "Må jeg betale returporto selv, eller ligger det en etikett i pakken?",
  "Jeg bor i Tromsø, så det tar vanligvis noen dager ekstra med posten.",
  "Hello, the zip on my rain shell broke on the second walk and I would like to know what to do.",
  "I have attached the order number below, and I can send pictures if that helps.",
  "Tack på förhand och ha en fin dag!",
  "Beklager at jeg skriver igjen, men jeg fikk ikke noe svar på den forrige e-posten.",
];
const subjects = [
  "Var är mitt paket?",
  "Bytte av størrelse",
  "Broken zip",
  "Fråga om retur",
  "Feil vare i pakken",
];
const people = ["Ebba Lind", "Sander Moe", "Åsa Öberg", "Nils Ek", "Ingrid Dahl", "Maja Sjögren", "Ola Berg"];

/** A mail to the store with that inbound token, as the bytes Postmark would post. */
export function inboundMail(token: string, index: number): Buffer {
  const [name = "", words] = [people[index % people.length], 2 + ((index * 7919) % 90)];
  const from = `${name.toLowerCase().replaceAll(/[^a-z]/g, "")}.${index % 3000}@example.com`;
  const to = inboundAddress.replace("@", `+${token}@`);
  const paragraphs = Array.from(
    { length: words },
    (_, n) => sentences[(index + n * 3) % sentences.length] ?? "",
  );
  const text = paragraphs.join(index % 2 ? " " : "\n\n");
  const html =
    index % 3 ? `<html><body>${paragraphs.map((line) => `<p>${line}</p>`).join("\n")}</body></html>` : "";
  const party = (Email: string, Name: string, MailboxHash: string) => ({ Email, Name, MailboxHash });
  const mail = {
    FromName: name,
    MessageStream: "inbound",
    From: from,
    FromFull: party(from, name, ""),
    To: to,
    ToFull: [party(to, "", token)],
    Cc: "",
    CcFull: [],
    Bcc: "",
    BccFull: [],
    OriginalRecipient: to,
    Subject: `${subjects[index % subjects.length]} (${index})`,
    MessageID: randomUUID(),
    ReplyTo: "",
    MailboxHash: token,
    Date: "Sat, 21 Nov 2026 10:00:00 +0100",
    TextBody: text,
    HtmlBody: html,
    StrippedTextReply: "",
    Tag: "",
    Headers: headersOf(from),
    Attachments: [],
  };
  return Buffer.from(JSON.stringify(mail));
}

function headersOf(from: string): { Name: string; Value: string }[] {
  const blob = (bytes: number) => randomBytes(bytes).toString("base64");
  return Object.entries({
    "Return-Path": `<${from}>`,
    Received:
      "by p-pm-inboundg02a-aws-euwest1a.inbound.postmarkapp.com (Postfix, from userid 996) id 4A1B2C3D; Sat, 21 Nov 2026 09:00:02 +0000 (UTC)",
    "X-Spam-Checker-Version": "SpamAssassin 3.4.0 (2014-02-07) on p-pm-inboundg02a-aws-euwest1a",
    "X-Spam-Status": "No",
    "X-Spam-Score": "-0.2",
    "X-Spam-Tests": "DKIM_SIGNED,DKIM_VALID,DKIM_VALID_AU,HTML_MESSAGE,RCVD_IN_DNSWL_NONE,SPF_PASS",
    "Received-SPF": `Pass (sender SPF authorized) identity=mailfrom; client-ip=203.0.113.41; helo=mail.example.com; envelope-from=${from}`,
    "DKIM-Signature": `v=1; a=rsa-sha256; c=relaxed/relaxed; d=example.com; s=20261001; h=to:subject:message-id:date:from:mime-version; bh=${blob(32)}; b=${blob(256)}`,
    "X-Google-DKIM-Signature": `v=1; a=rsa-sha256; c=relaxed/relaxed; d=1e100.net; s=20261001; bh=${blob(32)}; b=${blob(256)}`,
    "X-Gm-Message-State": blob(72),
    "X-Received":
      "by 2002:a05:6402:3589 with SMTP id y9-20020a0564023589mr4091632edc.25; Sat, 21 Nov 2026 01:00:01 -0800 (PST)",
    "MIME-Version": "1.0",
    "Message-ID": `<${randomUUID()}@mail.example.com>`,
    "Content-Type": 'multipart/alternative; boundary="000000000000a1b2c3d4e5f6"',
  }).map(([Name, Value]) => ({ Name, Value }));
}
