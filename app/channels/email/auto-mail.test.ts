import { expect, test } from "vitest";
import { isAutomatic } from "./auto-mail.ts";

const written = (headers: Record<string, string>) =>
  isAutomatic(
    (name) => headers[Object.keys(headers).find((key) => key.toLowerCase() === name) ?? ""] ?? null,
  );

test.each<Record<string, string>>([
  { "Auto-Submitted": "auto-replied" },
  { "Auto-Submitted": "auto-generated" },
  { "Auto-Submitted": "Auto-Replied (vacation)" },
  { "Auto-Submitted": "nonsense" },
  { Precedence: "bulk" },
  { Precedence: " List " },
  { Precedence: "junk" },
  { Precedence: "auto_reply" },
  { "List-Id": "<news.example>" },
  { "Return-Path": "<>" },
  { "Return-Path": " < > " },
  { "Content-Type": "multipart/report; report-type=delivery-status" },
  { "X-Autoreply": "yes" },
  { "X-Autorespond": "" },
  { "X-Auto-Reply": "1" },
  { "Auto-Submitted": "no", Precedence: "bulk" },
])("%j is a machine's", (headers) => {
  expect(written(headers)).toBe(true);
});

test.each<Record<string, string>>([
  {},
  { "Auto-Submitted": "no" },
  { "Auto-Submitted": " No ; x" },
  { Precedence: "first-class" },
  { "Return-Path": "<ebba@example.com>" },
  { "Content-Type": "multipart/alternative" },
])("%j may be a person's", (headers) => {
  expect(written(headers)).toBe(false);
});
