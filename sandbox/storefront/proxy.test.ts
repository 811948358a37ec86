import { request } from "node:http";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { startTrial } from "../mail/trial.ts";
import type { Trial } from "../mail/trial.ts";
import { proxySignature } from "./signature.ts";

let trial: Trial;
let proxy: string;
beforeAll(async () => {
  trial = await startTrial();
  proxy = `${trial.url}/storefront/ullbod/apps/samla`;
});
afterAll(() => trial.close());
beforeEach(() => {
  trial.got.length = 0;
  trial.answer((res) => void res.json({ ok: true }));
});

const shopper = `storefront_ullbod=${Buffer.from(JSON.stringify({ customer: "21" })).toString("base64url")}`;
const lastQuery = () => new URLSearchParams(trial.got.at(-1)?.query);

describe("what the app gets", () => {
  test("is signed over everything that was asked", async () => {
    await fetch(`${proxy}/contact?a=1&a=2&text=%C3%A5`);
    const query = lastQuery();
    const signature = query.get("signature");
    query.delete("signature");
    expect(signature).toBe(proxySignature([...query], "hush"));
    expect(Object.fromEntries(query)).toMatchObject({
      shop: "ullbod.myshopify.com",
      logged_in_customer_id: "",
      path_prefix: "/apps/samla",
      text: "å",
    });
    expect(Math.abs(Number(query.get("timestamp")) - Date.now() / 1000)).toBeLessThan(5);
    expect(trial.got.at(-1)?.path).toBe("/proxy/contact");
  });

  test("names the customer who is logged in, and follows the sandbox's clock", async () => {
    trial.state.clockOffsetMs = 3_600_000;
    await fetch(`${proxy}/contact`, { headers: { cookie: shopper } });
    trial.state.clockOffsetMs = 0;
    expect(lastQuery().get("logged_in_customer_id")).toBe("21");
    expect(Number(lastQuery().get("timestamp")) - Date.now() / 1000).toBeGreaterThan(3500);
  });

  test("carries method and body, but no cookie and no forged address", async () => {
    await fetch(`${proxy}/deep/er`, {
      method: "PUT",
      headers: {
        cookie: shopper,
        "X-Forwarded-For": "6.6.6.6",
        "Content-Type": "application/x-www-form-urlencoded",
        "X-Own": "1",
      },
      body: "name=%C3%85sa&message=hej",
    });
    const got = trial.got.at(-1);
    expect(got).toMatchObject({ method: "PUT", path: "/proxy/deep/er", body: "name=%C3%85sa&message=hej" });
    expect(got?.headers.cookie).toBeUndefined();
    expect(got?.headers["x-forwarded-for"]).toMatch(/127\.0\.0\.1$/);
    expect(got?.headers["x-forwarded-host"]).toBe("ullbod.se");
    expect(got?.headers["x-own"]).toBe("1");
  });

  test("can come from another address when a test says so", async () => {
    await fetch(`${proxy}/contact`, { headers: { "x-sandbox-client-ip": "203.0.113.9" } });
    expect(trial.got.at(-1)?.headers["x-forwarded-for"]).toBe("203.0.113.9");
  });

  test("is streamed, also when its length is unknown", async () => {
    const status = await new Promise<number | undefined>((resolve, reject) => {
      const call = request(`${proxy}/contact`, { method: "POST" }, (res) => resolve(res.resume().statusCode));
      call.on("error", reject);
      for (let part = 0; part < 64; part += 1) call.write("x".repeat(16_384));
      call.end();
    });
    expect(status).toBe(200);
    expect(trial.got.at(-1)?.body.length).toBe(1_048_576);
  });
});

describe("what the shopper gets", () => {
  test("comes without the app's cookies", async () => {
    trial.answer(
      (res) => void res.cookie("session", "x").set("X-Own", "yes").status(422).json({ ok: false }),
    );
    const response = await fetch(`${proxy}/contact`, { method: "POST" });
    expect(response.headers.get("set-cookie")).toBeNull();
    expect(response.headers.get("x-own")).toBe("yes");
    expect(response.status).toBe(422);
    expect(await response.json()).toEqual({ ok: false });
  });

  test("is a redirect when the app redirects, to this shop's own address of a proxy page", async () => {
    trial.answer((res) => void res.redirect(303, "/apps/samla/thanks"));
    const response = await fetch(`${proxy}/contact`, { redirect: "manual" });
    expect(response.status).toBe(303);
    expect(response.headers.get("location")).toBe("/storefront/ullbod/apps/samla/thanks");
    expect(trial.got).toHaveLength(1);
  });

  test("is Liquid evaluated inside the theme, so that a shopper's text must be guarded by the app", async () => {
    trial.answer(
      (res) =>
        void res.status(422).type("application/liquid").send("<h1>{{ shop.name }} {{ 7 | times: 6 }}</h1>"),
    );
    const response = await fetch(`${proxy}/contact`);
    expect(response.status).toBe(422);
    expect(response.headers.get("content-type")).toContain("text/html");
    const page = await response.text();
    expect(page).toContain("<h1>Ullbod 42</h1>");
    expect(page).toContain(`class="footer"`);
  });

  test("is bare Liquid when the app leaves the layout out, and an error message when it does not parse", async () => {
    trial.answer(
      (res) => void res.type("application/liquid").send("{% layout none %}<p>{{ shop.name }}</p>"),
    );
    expect(await (await fetch(`${proxy}/contact`)).text()).toBe("<p>Ullbod</p>");
    trial.answer((res) => void res.type("application/liquid").send("{% if %}"));
    expect(await (await fetch(`${proxy}/contact`)).text()).toContain("Liquid error");
  });

  test("is the theme's own words when the app is broken or away, and nothing of the app's", async () => {
    trial.answer((res) => void res.status(500).send("stack trace"));
    const broken = await fetch(`${proxy}/contact`);
    expect(broken.status).toBe(500);
    const page = await broken.text();
    expect(page).toContain("tredjepartsapp");
    expect(page).not.toContain("stack trace");

    const { appUrl } = trial.state.config;
    trial.state.config.appUrl = "http://127.0.0.1:1";
    expect((await fetch(`${proxy}/contact`)).status).toBe(504);
    trial.state.config.appUrl = appUrl;
  });

  test("still is the app's JSON when that says it is unavailable", async () => {
    trial.answer((res) => void res.status(503).json({ ok: false, errors: { form: "unavailable" } }));
    const response = await fetch(`${proxy}/contact`, { method: "POST" });
    expect(response.status).toBe(503);
    expect(await response.json()).toMatchObject({ ok: false });
  });
});
