import { expect, test } from "vitest";
import { mayAcknowledge } from "./acknowledgement.ts";

test.each([
  "noreply@a.example",
  "no-reply@a.example",
  "No_Reply@a.example",
  "noreply+123@a.example",
  "no-reply-orders@a.example",
  "donotreply@a.example",
  "do-not-reply@a.example",
  "do_not_reply@a.example",
  "MAILER-DAEMON@a.example",
  "postmaster@a.example",
  "post_master@a.example",
  "bounce@a.example",
  "bounces+abc=def@a.example",
  "newsletter@a.example",
  "notification@a.example",
])("%s is a machine", (address) => {
  expect(mayAcknowledge(address)).toBe(false);
});

test.each([
  "ebba@example.com",
  "reply@a.example",
  "nora.eply@a.example",
  "newsom@a.example",
  "bouncer@a.example",
  "info@a.example",
])("%s may be a person", (address) => {
  expect(mayAcknowledge(address)).toBe(true);
});
