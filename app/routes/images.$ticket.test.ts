// A mail's pictures from elsewhere, from the asking to the bytes.
import { expect, test } from "vitest";
import { tenant, visit } from "../../tests/admin-call.ts";
import { makeMessage } from "../../tests/factories.ts";
import { mailHtml } from "../lib/mail-html.ts";
import { loader as pictures } from "./app.tickets.$ticketId.messages.$messageId.pictures.ts";
import { loader as image } from "./images.$ticket.ts";

const show = (url: string) =>
  image({
    request: new Request(`http://127.0.0.1:3000${url}`),
    params: { ticket: url.split("/")[2] },
    context: {},
  });

test("what an agent asks for is what the mail shows, by links of ours that give nothing but pictures", async () => {
  const { ticket, token } = await tenant();
  const html = mailHtml(
    `<img src="https://cdn.example/a.png?x=1&amp;y=2"><img src="https://cdn.example/page"><img src="cid:1"><img width=1 height=1 src="https://cdn.example/pixel.gif"><p>https://cdn.example/words.png</p>`,
  );
  const message = await makeMessage(ticket, { html });
  const params = { ticketId: ticket.id, messageId: message.id };
  const { body } = await visit(pictures, { token: token(), params });
  const given = (JSON.parse(body) as { pictures: Record<string, string> }).pictures;
  expect(Object.keys(given)).toEqual(["https://cdn.example/a.png?x=1&y=2", "https://cdn.example/page"]);

  const [picture, page] = Object.values(given);
  const answer = await show(picture ?? "");
  expect(answer.status).toBe(200);
  expect(Object.fromEntries(answer.headers)).toMatchObject({
    "content-type": "image/png",
    "content-security-policy": "default-src 'none'; sandbox",
    "x-content-type-options": "nosniff",
    "cache-control": expect.stringContaining("private"),
  });
  expect((await show(page ?? "")).status).toBe(404);
  expect((await show((picture ?? "").replace(/.$/, "_"))).status).toBe(404);
});
