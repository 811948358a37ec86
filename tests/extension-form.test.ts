// The contact form as the shopper's browser gets it, before any script runs.
import { describe, expect, test } from "vitest";
import { renderBlock, type Page } from "./extension/render.ts";

const hostile = `"><script>alert(1)</script>{{ 7 | times: 6 }}`;

describe("where it posts", () => {
  test.each([
    ["/", "/apps/samla/contact"],
    ["/sv", "/sv/apps/samla/contact"],
    ["/storefront/fjallrum/", "/storefront/fjallrum/apps/samla/contact"],
  ])("below the root %s it is %s", (rootUrl, action) => {
    const html = renderBlock("contact-form", { rootUrl });
    expect(html).toContain(`action="${action}"`);
    expect(html).toContain('method="post"');
    expect(html).toContain('accept-charset="UTF-8"');
  });

  test("it tells the language and the page to come back to", () => {
    const html = renderBlock("contact-form", { locale: "sv", path: '/sv/pages/"kontakt' });
    expect(html).toContain('name="locale" value="sv"');
    expect(html).toContain('name="return_to" value="/sv/pages/&#34;kontakt"');
  });
});

describe("fields", () => {
  test("all are there at first, each with a label of its own", () => {
    const html = renderBlock("contact-form");
    expect(namesIn(html)).toEqual([
      "locale",
      "return_to",
      "website",
      "name",
      "email",
      "order_number",
      "topic",
      "message",
    ]);
    for (const name of ["name", "email", "order_number", "topic", "message"]) {
      expect(html).toContain(`<label class="samla-contact__label" for="samla-contact-b1-${name}">`);
    }
  });

  test("the merchant hides name, order number and topic, never e-mail and message", () => {
    const settings = { name_field: "hidden", order_number_field: "hidden", topic_field: "hidden" };
    const html = renderBlock("contact-form", { settings });
    expect(namesIn(html)).toEqual(["locale", "return_to", "website", "email", "message"]);
  });

  test("what the merchant requires is required, the rest is marked as optional", () => {
    const required = renderBlock("contact-form", {
      settings: { name_field: "required", order_number_field: "required", topic_field: "required" },
    });
    expect(requiredIn(required)).toEqual(["name", "email", "order_number", "topic", "message"]);
    expect(required).not.toContain("(optional)");

    const optional = renderBlock("contact-form", {
      settings: { name_field: "optional", order_number_field: "optional", topic_field: "optional" },
    });
    expect(requiredIn(optional)).toEqual(["email", "message"]);
    expect(optional.match(/\(optional\)/g)).toHaveLength(3);
  });

  test("a person neither sees nor reaches the trap for robots", () => {
    const html = renderBlock("contact-form");
    expect(html).toMatch(/<div class="samla-contact__trap" aria-hidden="true">/);
    expect(html).toMatch(/name="website" value="" tabindex="-1" autocomplete="off"/);
  });

  test("a customer who is logged in finds name and e-mail filled in", () => {
    const html = renderBlock("contact-form", {
      customer: { name: 'Ebba "Bo" Lindqvist', email: "ebba@exempel.se" },
    });
    expect(html).toContain('value="Ebba &#34;Bo&#34; Lindqvist"');
    expect(html).toContain('value="ebba@exempel.se"');
  });
});

describe("topics", () => {
  test.each([
    ["one per line", "Order\nReturn, exchange\n\n  Other  \n", ["Order", "Return, exchange", "Other"]],
    ["one per line as Windows writes it", "Order\r\nReturn", ["Order", "Return"]],
    ["with commas on one line", "Order, Return , Other\n", ["Order", "Return", "Other"]],
    ["only one", "Order", ["Order"]],
  ])("%s", (_, topics, expected) => {
    const html = renderBlock("contact-form", { settings: { topics } });
    const values = [...html.matchAll(/<option value="([^"]+)">/g)].map((match) => match[1]);
    expect(values).toEqual(expected);
  });

  test("none: the field is not asked for", () => {
    expect(namesIn(renderBlock("contact-form", { settings: { topics: "  \n" } }))).not.toContain("topic");
  });
});

describe("texts", () => {
  test("an empty title, button and thank-you are written in the shopper's language", () => {
    const html = renderBlock("contact-form", { locale: "fi" });
    expect(html).toContain('<h2 class="samla-contact__title">Ota yhteyttä</h2>');
    expect(html).toMatch(/>Lähetä viesti<\/button>/);
    expect(html).toContain("Vastaamme yleensä 24 tunnin kuluessa.");
  });

  test("one hour is said in the singular, none is not said", () => {
    expect(renderBlock("contact-form", { settings: { answer_hours: 1 } })).toContain("within 1 hour.");
    expect(renderBlock("contact-form", { settings: { answer_hours: 0 } })).not.toContain("within");
  });

  test("whatever the merchant types is text", () => {
    const written = [
      "title",
      "intro",
      "button_label",
      "topics",
      "thanks_text",
      "button_color",
      "button_text_color",
    ];
    const html = renderBlock("contact-form", {
      settings: Object.fromEntries(written.map((id) => [id, hostile])),
    });
    expect(html).not.toContain("<script");
    expect(html).not.toContain("7 | times: 6 }}</script>");
    expect(html.match(/&#34;&gt;&lt;script&gt;/g)?.length).toBeGreaterThanOrEqual(written.length);
  });

  test("line breaks of the introduction are kept", () => {
    const html = renderBlock("contact-form", { settings: { intro: "Hej!\nVi svarar & hjälper." } });
    expect(html).toMatch(/Hej!<br \/>\s*Vi svarar &amp; hjälper\./);
  });

  test("the thank-you is hidden, except in the theme editor", () => {
    expect(renderBlock("contact-form")).toMatch(/data-samla-thanks\s+hidden/);
    const editor = renderBlock("contact-form", { designMode: true });
    expect(editor).not.toMatch(/data-samla-thanks\s+hidden/);
    expect(editor).toContain("Your case number is 1042.");
  });
});

describe("a form the merchant made", () => {
  const forms = {
    contact: {
      id: "0198",
      revision: 3,
      title: { sv: "Skriv till oss", x: "Skriv till oss" },
      intro: null,
      button: { en: "Off you go", x: "Off you go" },
      thanks: { x: "Tack & hej" },
      fields: [
        { name: "email", kind: "email", required: true, label: null, help: null, options: [], when: null },
        {
          ...{ name: "topic", kind: "topic", required: true, label: null, help: null, when: null },
          options: [{ id: "return", label: { sv: "Retur", en: "Return", x: "Retur" } }],
        },
        {
          ...{ name: "order_number", kind: "order", required: true, label: null, help: null, options: [] },
          when: { name: "topic", is: ["return"] },
        },
        {
          ...{ name: "field_fine", kind: "checkbox", required: true, options: [], when: null },
          ...{ label: { x: hostile }, help: { x: hostile } },
        },
        { name: "files", kind: "file", required: false, label: null, help: null, options: [], when: null },
        {
          name: "message",
          kind: "message",
          required: true,
          label: null,
          help: null,
          options: [],
          when: null,
        },
      ],
    },
  };
  const made = (page: Page = {}) => renderBlock("contact-form", { kept: { forms }, ...page });

  test("is what the block shows, in the shopper's language or else the store's", () => {
    const html = made({ locale: "en.default" });
    expect(namesIn(html).slice(2)).toEqual([
      ...[
        "form_id",
        "form_revision",
        "website",
        "email",
        "topic",
        "order_number",
        "field_fine",
        "files",
        "message",
      ],
    ]);
    expect(html).toContain("Skriv till oss");
    expect(html).toMatch(/>Off you go<\/button>/);
    expect(html).toContain('<option value="return">Return</option>');
    expect(made({ locale: "fi" })).toContain('<option value="return">Retur</option>');
    expect(html).toContain('enctype="multipart/form-data"');
    expect(html).toContain("Tack &amp; hej");
    expect(html).not.toContain("<script");
  });

  test("asks for nothing that depends on another answer where no script runs", () => {
    const html = made();
    expect(requiredIn(html)).toEqual(["email", "topic", "field_fine", "message"]);
    expect(html).toMatch(/data-samla-required\s+data-samla-when="topic" data-samla-is="return"/);
  });

  test("is not the block's when it has another name, or there is none", () => {
    expect(made({ settings: { form: "return" } })).not.toContain("form_id");
    expect(made({ settings: { form: " contact " } })).toContain('name="form_id" value="0198"');
  });
});

test("a signed-in shopper chooses one of their own orders, or types another number", () => {
  const orders = [
    { name: "#1042", created_at: "2026-11-12T09:00:00Z", line_items: [{ title: "Jacka & mössa" }] },
  ];
  const html = renderBlock("contact-form", { customer: { name: "Ebba", email: "e@x.se", orders } });
  expect(html).toMatch(/<option value="#1042">#1042 · 2026-11-12 · Jacka &amp; mössa<\/option>/);
  expect(html).toMatch(/data-samla-when="order_number" data-samla-is="other"/);
  expect(namesIn(html)).toContain("order_number_other");
});

test("two blocks on a page share no id", () => {
  const html = renderBlock("contact-form", { blockId: "a" }) + renderBlock("contact-form", { blockId: "b" });
  const ids = [...html.matchAll(/\sid="([^"]+)"/g)].map((match) => match[1]);
  expect(new Set(ids).size).toBe(ids.length);
});

test("every description and label points at something that is there", () => {
  const html = renderBlock("contact-form");
  const ids = new Set([...html.matchAll(/\sid="([^"]+)"/g)].map((match) => match[1]));
  const pointed = [...html.matchAll(/\s(?:for|aria-describedby|aria-labelledby)="([^"]+)"/g)];
  for (const id of pointed.flatMap((match) => String(match[1]).split(" "))) expect(ids).toContain(id);
});

function namesIn(html: string): string[] {
  return [...html.matchAll(/<(?:input|select|textarea)\b[^>]*\sname="(\w+)"/g)].map((match) =>
    String(match[1]),
  );
}

function requiredIn(html: string): string[] {
  const fields = html.matchAll(/<(?:input|select|textarea)\b[^>]*\sname="(\w+)"[^>]*\srequired[\s>][^>]*/g);
  return [...fields].map((match) => String(match[1]));
}
