// shopify.app.toml against the rest of the repository: every address it gives Shopify is answered by a route,
// every scope has its reason, and the storefront form posts to where the app proxy listens.
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { TOPICS } from "../app/workspace/shop-webhooks.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
const read = (file: string) => readFileSync(root + file, "utf8");
const toml = read("shopify.app.toml");

describe("addresses", () => {
  const uris = [...toml.matchAll(/^\s*uri = "([^"]+)"$/gm)].map((match) => String(match[1]));

  test("are the seven webhook addresses", () => {
    expect([...new Set(uris)]).toEqual([
      "/webhooks/app/uninstalled",
      "/webhooks/app/scopes_update",
      "/webhooks/app_subscriptions",
      "/webhooks/compliance",
      "/webhooks/orders",
      "/webhooks/customers",
      "/webhooks/bulk_operations",
    ]);
  });

  test.each([...uris, "/proxy/contact"])("%s has its route file", (uri) => {
    expect(routeFilesOf(uri).filter((file) => existsSync(root + file))).toHaveLength(1);
  });

  test("every handler named in a comment is there", () => {
    const named = [...toml.matchAll(/# Handled by: (\S+)/g)].map((match) => String(match[1]));
    expect(named.length).toBe(uris.length + 2);
    expect(named.filter((file) => !existsSync(root + file))).toEqual([]);
  });

  test("each webhook names its handler in the line above, and it is the one for its address", () => {
    const described = toml.matchAll(
      /# Handled by: (\S+)\n\s*\[\[webhooks\.subscriptions\]\]\n\s*\w*topics = .+\n\s*uri = "([^"]+)"/g,
    );
    const pairs = [...described].map((match) => ({ file: String(match[1]), uri: String(match[2]) }));
    expect(pairs).toHaveLength(uris.length);
    for (const { file, uri } of pairs) expect(routeFilesOf(uri)).toContain(file);
  });

  test("stand all on one origin", () => {
    const origin = new URL(valueOf("application_url")).origin;
    expect(valueOf("url")).toBe(`${origin}/proxy`);
    expect(toml).toContain(`redirect_urls = ["${origin}/auth/callback"]`);
  });
});

describe("scopes", () => {
  const scopes = valueOf("scopes").split(",");

  test("each has a reason in the comment, and no reason is left without its scope", () => {
    const optional = [...(/optional_scopes = \[(.*)\]/.exec(toml)?.[1] ?? "").matchAll(/"(\w+)"/g)];
    const reasoned = [...toml.matchAll(/^# {3}([a-z_]+) {2,}\S/gm)].map((match) => match[1]);
    expect(reasoned).toEqual([...scopes, ...optional.map((match) => match[1])]);
  });

  test("none is asked for twice, and Shopify's managed install grants them", () => {
    expect(new Set(scopes).size).toBe(scopes.length);
    expect(toml).toMatch(/^use_legacy_install_flow = false$/m);
  });

  test("are those of .env.example", () => {
    const line = /^#?\s*SCOPES="?([\w,]+)"?$/m.exec(read(".env.example"))?.[1];
    expect(line?.split(",")).toEqual(scopes);
  });
});

test("every topic the app knows is subscribed, once, and no other", () => {
  const subscribed = [...toml.matchAll(/^\s*\w*topics = \[(.+)\]$/gm)].flatMap((match) =>
    [...String(match[1]).matchAll(/"([^"]+)"/g)].map(([, topic]) => topic),
  );
  expect(subscribed.toSorted()).toEqual([...TOPICS].toSorted());
});

test("what happens in a shop comes without customers' data", () => {
  const blocks = toml.split("[[webhooks.subscriptions]]").slice(1);
  const aboutShop = blocks.filter((block) => /^\s*topics = \["(?!app\/)/m.test(block));
  expect(aboutShop.length).toBeGreaterThan(3);
  for (const block of aboutShop) {
    const fields = /include_fields = \[(.+)\]/.exec(block)?.[1];
    expect(fields?.replace(/[\s"]/g, "").split(",")).toSatisfy((asked: string[]) =>
      asked.every((field) => /(^|[._])id$|^updated_at$|^status$/.test(field)),
    );
  }
});

test("the contact form posts below the app proxy's own path", () => {
  const form = read("extensions/storefront/snippets/contact-form.liquid");
  expect(form).toContain(`'/${valueOf("prefix")}/${valueOf("subpath")}/contact'`);
});

test("the API version is the one the app speaks", () => {
  const [year, month] = valueOf("api_version").split("-");
  const names: Record<string, string> = { "01": "January", "04": "April", "07": "July", "10": "October" };
  const spoken = [...read("app/shopify.server.ts").matchAll(/\bApiVersion\.(\w+)/g)].map((match) => match[1]);
  expect([...new Set(spoken)]).toEqual([`${names[String(month)]}${String(year).slice(2)}`]);
});

/** The first `key = "value"` of the file. */
function valueOf(key: string): string {
  const value = new RegExp(`^\\s*${key} = "([^"]*)"$`, "m").exec(toml)?.[1];
  if (value === undefined) throw new Error(`shopify.app.toml has no ${key}`);
  return value;
}

/** Remix's flat file names for an address. */
function routeFilesOf(uri: string): string[] {
  const name = uri.slice(1).replaceAll("/", ".");
  return [
    `app/routes/${name}.ts`,
    `app/routes/${name}.tsx`,
    `app/routes/${name}/route.ts`,
    `app/routes/${name}/route.tsx`,
  ];
}
