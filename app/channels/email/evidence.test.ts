import { expect, test } from "vitest";
import { partsOf } from "./evidence.ts";

test("parts and content type are read from the payload, whatever it holds", () => {
  const payload = {
    RawEmail: `From: a@b.example\r\nContent-Type: multipart/report;\r\n\treport-type="delivery-status"; boundary=x\r\n\r\nContent-Type: text/plain\r\n`,
    Attachments: [
      {
        ContentType: "message/delivery-status; name=x",
        Content: Buffer.from("Action: failed").toString("base64"),
      },
      { ContentType: "image/png", Content: "AAAA" },
      { ContentType: 5 },
      null,
    ],
  };
  expect(partsOf(payload)).toEqual({
    contentType: `multipart/report; report-type="delivery-status"; boundary=x`,
    parts: [{ type: "message/delivery-status", text: "Action: failed" }],
  });
  for (const odd of [{}, { Attachments: "none", RawEmail: 7 }])
    expect(partsOf(odd)).toEqual({ contentType: "", parts: [] });
});
