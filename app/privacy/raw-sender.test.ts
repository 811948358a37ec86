import { expect, test } from "vitest";
import { isAbout } from "./raw-sender.ts";

const multipart = (email: string) =>
  `--x\r\nContent-Disposition: form-data; name="name"\r\n\r\nEbba\r\n--x\r\nContent-Disposition: form-data; name="email"\r\n\r\n${email}\r\n--x--`;

test.each([
  [
    "Postmark's parsed sender",
    '{"FromFull":{"Email":"Ebba@Example.com","Name":"Ebba"},"From":"Ebba@Example.com"}',
    true,
  ],
  ["a From line with a name", '{"From":"\\"Ek, Ebba\\" <ebba@example.com>"}', true],
  ["a bounce", '{"RecordType":"Bounce","Email":"ebba@example.com"}', true],
  ["a delivery", '{"RecordType":"Delivery","Recipient":"ebba@example.com"}', true],
  ["JSON cut short", '{"FromName":"Ebba","From":"ebba@example.com","Subject":"He', true],
  ["a form", "name=Ebba&email=ebba%40example.com&message=Hej", true],
  ["a form in parts", multipart("ebba@example.com"), true],
  ["a form as JSON", '{"email":"ebba@example.com","message":"Hej"}', true],
  ["a mail to them from somebody else", '{"From":"nils@example.com","To":"ebba@example.com"}', false],
  [
    "a mail that only mentions them",
    '{"From":"nils@example.com","TextBody":"ebba@example.com skrev"}',
    false,
  ],
  ["a longer address", '{"From":"xebba@example.com"}', false],
  ["a form of somebody else", "email=nils%40example.com&message=ebba%40example.com", false],
  ["a form in parts of somebody else", multipart("nils@example.com"), false],
  ["nothing", "", false],
  ["a JSON null", "null", false],
])("%s", (_, raw, theirs) => {
  expect(isAbout(raw, "ebba@example.com")).toBe(theirs);
});
