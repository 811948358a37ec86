import { describe, expect, test } from "vitest";
import { FORGED, honest, inboundFromRaw, type Arrival } from "./inbound.ts";

const recipient = "0123456789abcdef+tok3n@inbound.postmarkapp.com";
const raw = (lines: string[], body: Uint8Array = new Uint8Array()) =>
  Buffer.concat([Buffer.from(`${lines.join("\r\n")}\r\n\r\n`, "latin1"), body]);

describe("a raw mail becomes Postmark's JSON", () => {
  test("with encoded words, addresses and the mailbox hash", async () => {
    const mail = await inboundFromRaw(
      raw(
        [
          "From: =?utf-8?B?w4VzYSDDlmJlcmc=?= <asa@example.com>",
          `To: "Ullbod, kundtjänst" <${recipient}>`.normalize("NFC"),
          "Cc: =?iso-8859-1?Q?Bj=F6rn?= <bjorn@example.com>, x@example.com",
          "Subject: =?iso-8859-1?Q?Fel_storlek_p=E5?= =?iso-8859-1?Q?_jackan?=",
          "Date: Thu, 19 Nov 2026 10:12:00 +0100",
          "Message-ID: <1@example.com>",
          "In-Reply-To: <0@samla.example>",
          "References: <00@samla.example>\r\n <0@samla.example>",
          "MIME-Version: 1.0",
          "Content-Type: text/plain; charset=iso-8859-1",
          "Content-Transfer-Encoding: 8bit",
        ],
        Buffer.from("Hej, jag bor i Åre", "latin1"),
      ),
      { recipient },
    );
    expect(mail).toMatchObject({
      From: "asa@example.com",
      FromName: "Åsa Öberg",
      FromFull: { Email: "asa@example.com", Name: "Åsa Öberg", MailboxHash: "" },
      ToFull: [{ Email: recipient, MailboxHash: "tok3n" }],
      Cc: `"Björn" <bjorn@example.com>, x@example.com`,
      OriginalRecipient: recipient,
      MailboxHash: "tok3n",
      Subject: "Fel storlek på jackan",
      Date: "Thu, 19 Nov 2026 10:12:00 +0100",
      MessageStream: "inbound",
    });
    expect(mail.TextBody.trim()).toBe("Hej, jag bor i Åre");
    expect(mail.MessageID).toMatch(/^[0-9a-f-]{36}$/);
    const header = (name: string) => mail.Headers.find(({ Name }) => Name === name)?.Value;
    expect(header("Message-ID")).toBe("<1@example.com>");
    expect(header("In-Reply-To")).toBe("<0@samla.example>");
    expect(header("References")).toBe("<00@samla.example> <0@samla.example>");
    expect(header("Received-SPF")).toContain("Pass");
    expect(header("X-Spam-Status")).toBe("No");
    expect(header("Subject")).toBeUndefined();
    expect(mail.RawEmail).toContain("In-Reply-To: <0@samla.example>");
  });

  test("with windows-1252 in quoted-printable and attachments, one of them shown inside", async () => {
    const mail = await inboundFromRaw(
      raw(
        [
          "From: a@example.com",
          "Subject: x",
          "MIME-Version: 1.0",
          "Content-Type: multipart/mixed; boundary=b",
        ],
        Buffer.from(
          [
            "--b",
            "Content-Type: text/html; charset=windows-1252",
            "Content-Transfer-Encoding: quoted-printable",
            "",
            '<p>Pris: 5=80 <img src=3D"cid:pic@x"></p>',
            "--b",
            "Content-Type: image/png; name*=utf-8''bild%20%C3%A5.png",
            "Content-ID: <pic@x>",
            "Content-Disposition: inline; filename*=utf-8''bild%20%C3%A5.png",
            "Content-Transfer-Encoding: base64",
            "",
            "iVBORw0KGgo=",
            "--b--",
            "",
          ].join("\r\n"),
        ),
      ),
      { recipient },
    );
    expect(mail.HtmlBody).toContain("5€");
    expect(mail.Attachments).toEqual([
      {
        Name: "bild å.png",
        Content: "iVBORw0KGgo=",
        ContentType: "image/png",
        ContentLength: 8,
        ContentID: "pic@x",
      },
    ]);
  });

  test("with Postmark's own verdicts before whatever the mail says of itself", async () => {
    const claimed = [
      "From: a@example.com",
      "Received-SPF: Pass envelope-from=a@example.com",
      "X-Spam-Tests: DKIM_VALID_AU",
    ];
    const headersOf = async (arrival: Arrival) =>
      (await inboundFromRaw(raw(claimed), { recipient, arrival })).Headers;
    const values = (headers: { Name: string; Value: string }[], name: string) =>
      headers.filter(({ Name }) => Name === name).map(({ Value }) => Value);
    const forged = await headersOf(FORGED);
    expect(values(forged, "Received-SPF")).toEqual([
      expect.stringMatching(/^Softfail .*envelope-from=bounce@elsewhere.example/),
      expect.stringContaining("Pass"),
    ]);
    expect(values(forged, "X-Spam-Tests")).toEqual(["SPF_SOFTFAIL", "DKIM_VALID_AU"]);
    expect(values(await headersOf(honest("a@example.com")), "X-Spam-Tests")[0]).toMatch(
      /DKIM_VALID_AU,SPF_PASS/,
    );
  });

  test("also when hardly anything is there", async () => {
    const mail = await inboundFromRaw(Buffer.from("just text"), { recipient });
    expect(mail).toMatchObject({ From: "", Subject: "", Date: "", Attachments: [] });
  });
});
