import { expect, test } from "vitest";
import type { ShownFile } from "../../../files/file.ts";
import { EMPTY, filesToSend, giveBack, isStarted, type Draft, type TakenBack } from "./draft.ts";

const person = (address: string) => ({ name: "", address });
const file = (id: string, inline = false): ShownFile => ({
  id,
  name: `${id}.pdf`,
  contentType: "application/pdf",
  size: 10,
  contentId: null,
  inline,
  danger: null,
  width: null,
  height: null,
  missing: null,
  url: `/files/${id}`,
});
const ebba = { to: [person("ebba@example.com")], cc: [], bcc: [] };
const written = {
  html: "<p>Hej Ebba</p>",
  recipients: ebba,
  files: [file("a")],
  forwardedId: null,
  actions: [],
};
const back: TakenBack = { ...written, mode: "reply", draft: null };
const fresh: Draft = { ...EMPTY, requestKey: "new" };

test("a reply that is taken back comes back exactly as it was, as a new reply", () => {
  expect(giveBack(fresh, back)).toEqual({ ...fresh, ...written, saved: false });
});

test("what was written meanwhile stands below what comes back, and nobody and nothing is there twice", () => {
  const draft: Draft = {
    ...fresh,
    html: "<p>Förresten</p>",
    recipients: { to: [person("ebba@example.com")], cc: [person("jonas@example.com")], bcc: [] },
    files: [file("a"), file("b")],
  };
  expect(giveBack(draft, back)).toEqual({
    ...fresh,
    saved: false,
    html: "<p>Hej Ebba</p><p>Förresten</p>",
    recipients: { ...ebba, cc: [person("jonas@example.com")] },
    files: [file("a"), file("b")],
  });
});

test("whoever was copied meanwhile and stands in To of what comes back is addressed once", () => {
  const draft = { ...fresh, recipients: { to: [], cc: ebba.to, bcc: ebba.to } };
  expect(giveBack(draft, back).recipients).toEqual(ebba);
});

test("an empty paragraph is nothing that was written", () => {
  expect(giveBack({ ...fresh, html: "<p></p>", files: [file("b")] }, back).html).toBe("<p>Hej Ebba</p>");
});

test.each<[Partial<Draft>, boolean]>([
  [{}, false],
  [{ html: "<p></p>" }, false],
  [{ html: "<p>x</p>" }, true],
  [{ files: [file("a")] }, true],
  [{ recipients: ebba }, true],
])("%j is started: %s", (some, started) => {
  expect(isStarted({ ...fresh, ...some })).toBe(started);
});

test("an image that was deleted from the text is not sent, an attachment is", () => {
  const files = [file("a"), file("b", true), file("c", true)];
  const sent = filesToSend({ ...fresh, html: `<p><img src="/x" data-file="b"></p>`, files });
  expect(sent.map(({ id }) => id)).toEqual(["a", "b"]);
});
