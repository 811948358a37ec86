// Floods of forms (promises 25 and 26).
import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { merchantForm } from "../../../tests/merchant-form.ts";
import { contactRequest, proxyQuery, someone, ticketsOf } from "../../../tests/storefront-call.ts";
import { db } from "../../db.server.ts";
import { now } from "../../lib/clock.ts";
import { newId } from "../../lib/id.ts";
import { beginsWithZeros, writeProof } from "../../lib/proof-of-work.ts";
import { action as challenge } from "../../routes/proxy.challenge.ts";
import { traceOf } from "./limits.server.ts";

const JSON_PLEASE = { Accept: "application/json" };

async function flooded(many: number, from = "") {
  const place = await merchantForm();
  const { workspace, store, shop } = place;
  await db.received.createMany({
    data: Array.from({ length: many }, () => {
      const id = newId();
      return {
        ...{ id, source: "form", server: shop, providerId: id, workspaceId: workspace.id, storeId: store.id },
        ...{
          body: new Uint8Array(),
          headers: { address: someone(), from },
          state: "done",
          receivedAt: now(),
        },
      };
    }),
  });
  return place;
}

test("one network's share of an hour is limited, whatever it forges, and another visitor gets through", async () => {
  const { send } = await flooded(30, traceOf("203.0.113.5"));
  const from = (address: string) => send({}, { headers: { ...JSON_PLEASE, "X-Forwarded-For": address } });
  const refused = await from("203.0.113.5");
  expect(refused.status).toBe(429);
  expect(Number(refused.headers.get("Retry-After"))).toBeGreaterThan(3000);
  // What the shopper's own browser wrote stands further left than what Shopify heard and our balancer added.
  expect((await from("198.51.100.1, 203.0.113.5, 23.227.38.1")).status).toBe(429);
  expect((await from("198.51.100.1")).status).toBe(200);
});

test("files that come with a form count like those that come before it", async () => {
  const { send, workspace } = await merchantForm();
  const headers = { ...JSON_PLEASE, "X-Forwarded-For": "203.0.113.77" };
  const files = [1, 2, 3, 4, 5].map(() => new File(["%PDF-1.7\nhej"], "kvitto.pdf"));
  for (let sent = 0; sent < 8; sent += 1) await send({ email: someone() }, { headers, files });
  const refused = await send({ email: someone() }, { headers, files });
  expect([refused.status, refused.headers.get("Retry-After")]).toEqual([429, "60"]);
  expect(await db.file.count({ where: { workspaceId: workspace.id } })).toBe(40);
});

test("all addresses of one IPv6 line are one network", async () => {
  const { send } = await flooded(30, traceOf("2001:db8:0:1::/64"));
  const from = (address: string) => send({}, { headers: { ...JSON_PLEASE, "X-Forwarded-For": address } });
  expect((await from("2001:db8:0:1:6::1")).status).toBe(429);
  expect((await from("2001:db8:0:2::1")).status).toBe(200);
});

test("while a store is under attack its forms' scripts prove themselves; who does not is in the spam queue", async () => {
  const { send, shop, workspace } = await flooded(60);
  const ask = async (submission_id: string) => {
    const body = new URLSearchParams({ submission_id });
    const request = new Request(`http://127.0.0.1:3000/proxy/challenge?${proxyQuery({ shop })}`, {
      method: "POST",
      body,
    });
    return (await challenge({ request, params: {}, context: {} })).json() as Promise<{
      challenge: string;
      bits: number;
    }>;
  };
  const proven = newId();
  const proof = workOut(await ask(proven));
  const scripted = { elapsed_ms: "9000" };
  await send({ ...scripted, submission_id: proven, proof });
  await send({ ...scripted, submission_id: newId(), proof });
  await send({ ...scripted, submission_id: newId() });
  await send({});
  const tickets = await ticketsOf(workspace);
  expect(tickets.map(({ spam }) => spam)).toEqual([false, true, true, false]);
});

test("a store in peace asks for nothing", async () => {
  const { shop } = await merchantForm();
  const body = new URLSearchParams({ submission_id: newId() });
  const request = contactRequest(proxyQuery({ shop }), { method: "POST", body });
  expect(await (await challenge({ request, params: {}, context: {} })).json()).toEqual({});
});

function workOut({ challenge: text, bits }: { challenge: string; bits: number }): string {
  for (let number = 0; ; number += 1) {
    const hash = createHash("sha256").update(`${text}:${number}`).digest();
    if (beginsWithZeros(hash, bits)) return writeProof(text, number);
  }
}
