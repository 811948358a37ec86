import { expect, test } from "vitest";
import { action } from "../../app/routes/proxy.contact.ts";
import { contactRequest, filledIn, proxyQuery, storefront, ticketsOf } from "../storefront-call.ts";
import { cluster } from "../setup/own-cluster.ts";

const send = (shop: string, fields: Record<string, string>, headers: Record<string, string> = {}) => {
  const init = { method: "POST", body: new URLSearchParams(fields), headers };
  return action({ request: contactRequest(proxyQuery({ shop }), init), params: {}, context: {} });
};

test("while the database is away a form is asked for again, with everything typed; then it is taken in once", async () => {
  const { workspace, shop } = await storefront();
  const form = filledIn({ submission_id: "01890a5d-ac96-774b-bcce-b302099a8057", elapsed_ms: "9000" });
  await cluster.stopServer();
  const answer = await send(shop, form, { Accept: "application/json" });
  expect(answer.status).toBe(503);
  expect(await answer.json()).toEqual({ ok: false, errors: { form: "try-again" } });
  const page = await send(shop, form);
  expect(page.status).toBe(503);
  const html = await page.text();
  expect(html).toContain(form.message);
  expect(html).toContain("Försök igen");

  await cluster.restart();
  const retry = await send(shop, form, { Accept: "application/json" });
  expect(await retry.json()).toMatchObject({ ok: true, number: "BC-1001" });
  expect((await ticketsOf(workspace)).map(({ messages }) => messages.length)).toEqual([1]);
});
