import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startTrial } from "../mail/trial.ts";
import type { Trial } from "../mail/trial.ts";

let trial: Trial;
let shop: string;
beforeAll(async () => {
  trial = await startTrial({ extensionDir: new URL("./fixtures/extension/", import.meta.url) });
  shop = `${trial.url}/storefront/ullbod`;
});
afterAll(() => trial.close());

/** A browser with one cookie jar. */
function browser() {
  let cookie = "";
  const go = async (path: string, init: RequestInit = {}) => {
    const response = await fetch(`${shop}${path}`, {
      ...init,
      headers: { ...init.headers, cookie },
      redirect: "manual",
    });
    cookie = response.headers.get("set-cookie")?.split(";")[0] ?? cookie;
    return response;
  };
  const read = async (path: string) => (await go(path)).text();
  const choose = (what: string, fields: Record<string, string>) =>
    go(`/_sandbox/${what}`, {
      method: "POST",
      body: new URLSearchParams({ ...fields, return_to: "/storefront/ullbod/account" }),
    });
  return { go, read, choose };
}

describe("the theme", () => {
  test.each([
    "/",
    "/collections/all",
    "/products/vante",
    "/cart",
    "/account",
    "/account/login",
    "/pages/contact",
  ])("has a page at %s", async (path) => {
    const response = await browser().go(path);
    expect(response.status).toBe(200);
    expect(await response.text()).not.toContain("Translation missing");
  });

  test("escapes what products are called", async () => {
    const page = await browser().read("/products/vante");
    expect(page).toContain("Vante &lt;grå&gt;");
    expect(page).not.toContain("Vante <grå>");
  });

  test("has no page for what is not sold", async () => {
    expect((await browser().go("/products/none")).status).toBe(404);
  });
});

describe("the app block on the contact page", () => {
  test("has the schema's defaults in the merchant's language, and texts in the shopper's", async () => {
    const { read, choose } = browser();
    const swedish = await read("/pages/contact");
    expect(swedish).toContain("<h2>Skriv &lt;till&gt; oss</h2>");
    expect(swedish).toContain("1 timme");
    await choose("language", { language: "en" });
    const english = await read("/pages/contact");
    expect(english).toContain("<h2>Skriv &lt;till&gt; oss</h2>");
    expect(english).toContain("1 hour");
  });

  test("knows where the shop's root is, which page this is, and who is logged in", async () => {
    const { read, choose } = browser();
    expect(await read("/pages/contact")).toContain(
      `data-root="/storefront/ullbod/" data-path="/storefront/ullbod/pages/contact"`,
    );
    expect(await read("/pages/contact")).toContain(">|sv|Hello  &amp; co<");
    await choose("shopper", { customer: "21" });
    expect(await read("/pages/contact")).toContain(">Åsa Öberg|sv|Hello Åsa &amp; co<");
  });

  test("brings its script and stylesheet, keeps the markup of _html texts, and sees app metafields", async () => {
    trial.state.installations.get("ullbod.myshopify.com")?.metafields.push({
      id: "1",
      namespace: "samla",
      key: "open",
      type: "boolean",
      value: "true",
      createdAt: "",
      updatedAt: "",
    });
    const page = await browser().read("/pages/contact");
    expect(page).toContain(`<script src="/storefront/ullbod/cdn/extension/form.js" async></script>`);
    expect(page).toContain(`href="/storefront/ullbod/cdn/extension/form.css"`);
    expect(page).toContain("<b>Ullbod</b>");
    expect(page).toContain(`<p class="flag">true</p>`);
    expect((await browser().go("/cdn/extension/form.js")).status).toBe(200);
  });

  test("shows what the merchant set in the theme editor, until the defaults come back", async () => {
    const { go, read } = browser();
    expect(await read("/pages/contact?editor=1")).toContain("Rubrik");
    const set = (fields: Record<string, string>) =>
      go("/_sandbox/theme", { method: "POST", body: new URLSearchParams(fields) });
    await set({ do: "save", title: `Hej "du" & co`, hours: "12" });
    expect(await read("/pages/contact")).toContain("<h2>Hej &quot;du&quot; &amp; co</h2>");
    expect(await read("/pages/contact")).toContain("12 timmar");
    await set({ do: "reset" });
    expect(await read("/pages/contact")).toContain("1 timme");
  });

  test("is gone when the app is not installed", async () => {
    const installation = trial.state.installations.get("ullbod.myshopify.com");
    if (installation) installation.installed = false;
    expect(await browser().read("/pages/contact")).not.toContain("shopify-app-block");
    expect((await browser().go("/apps/samla/contact")).status).toBe(404);
    if (installation) installation.installed = true;
  });
});

describe("the app embed", () => {
  const MARK = `id="shopify-block-AcnV3bWxhX2Zvcm0__samla_greeter"`;

  test("stands at the end of every page, once, with its script", async () => {
    for (const path of ["/", "/collections/all", "/products/vante", "/cart", "/pages/contact", "/none"]) {
      const page = await browser().read(path);
      expect(page.split(MARK), path).toHaveLength(2);
      expect(
        page.split(`<script src="/storefront/ullbod/cdn/extension/form.js" async>`).length,
      ).toBeGreaterThan(1);
    }
  });

  test("is switched off in the theme editor, and Shopify's deep link proposes it again", async () => {
    const { go, read } = browser();
    const set = (fields: Record<string, string>) =>
      go("/_sandbox/theme", { method: "POST", body: new URLSearchParams({ block: "greeter", ...fields }) });
    await set({ do: "save", words: "Hej" });
    expect(await read("/")).not.toContain(MARK);
    const isOn = /name="embed.on"\s+checked/;
    expect(await read("/pages/contact?editor=1")).not.toMatch(isOn);
    expect(await read("/pages/contact?editor=1&context=apps&activateAppId=key/greeter")).toMatch(isOn);
    await set({ do: "save", words: "Hej", "embed.on": "on" });
    expect(await read("/")).toContain("Hej, /storefront/ullbod/");
    await set({ do: "reset" });
    expect(await read("/")).toContain("Hello, /storefront/ullbod/");
  });
});

test("/cart.js says what is in the bag, in cents", async () => {
  const { go } = browser();
  for (const handle of ["vante", "vante"])
    await go("/cart/add", { method: "POST", body: new URLSearchParams({ handle }) });
  const cart = (await (await go("/cart.js")).json()) as Record<string, unknown>;
  expect(cart).toMatchObject({ item_count: 2, items: [{ title: "Vante <grå>", quantity: 2 }] });
  expect(cart.total_price).toBe(2 * Number((cart.items as { price: number }[])[0]?.price));
});

describe("the sandbox's bar", () => {
  test("makes a new shopper, logged in, without anything bought", async () => {
    const { read, choose } = browser();
    await choose("shopper", { customer: "new" });
    const account = await read("/account");
    const made = trial.state.world.shops[0]?.customers.at(-1);
    expect(made?.email).toMatch(/@example\.com$/);
    expect(account).toContain(made?.email);
    await choose("shopper", { customer: "" });
    expect(await read("/account")).not.toContain(`<p class="quiet">${made?.email}`);
  });

  test("switches scripts off for the whole page, and on again", async () => {
    const { go, choose } = browser();
    expect((await go("/")).headers.get("content-security-policy")).toBeNull();
    await choose("scripts", { scripts: "off" });
    expect((await go("/pages/contact")).headers.get("content-security-policy")).toBe("script-src 'none'");
    await choose("scripts", { scripts: "on" });
    expect((await go("/")).headers.get("content-security-policy")).toBeNull();
  });

  test("makes a page dark, right to left, or careful about what it lets in", async () => {
    const { go, read, choose } = browser();
    for (const twist of ["rtl", "strict"]) await choose("page", { twist });
    expect(await read("/")).toContain(`dir="rtl"`);
    expect((await go("/")).headers.get("content-security-policy")).toContain("default-src 'self'");
    for (const twist of ["strict", "blocked"]) await choose("page", { twist });
    expect((await go("/")).headers.get("content-security-policy")).toBe("connect-src 'self'; img-src 'self'");
  });

  test("never leads out of the shop", async () => {
    const response = await browser().go("/_sandbox/language", {
      method: "POST",
      body: new URLSearchParams({ language: "de", return_to: "https://evil.example/" }),
    });
    expect(response.headers.get("location")).toBe("/storefront/ullbod/");
  });
});

test("the real extension renders in every language without a missing text", async () => {
  const real = await startTrial();
  try {
    for (const language of ["en", "sv", "nb", "da", "fi", "de"]) {
      const cookie = `storefront_ullbod=${Buffer.from(JSON.stringify({ language })).toString("base64url")}`;
      const page = await fetch(`${real.url}/storefront/ullbod/pages/contact?editor=1`, {
        headers: { cookie },
      });
      const text = await page.text();
      expect(page.status).toBe(200);
      expect(text).toContain(`action="/storefront/ullbod/apps/samla/contact"`);
      expect(text).not.toContain("Translation missing");
    }
  } finally {
    await real.close();
  }
});
