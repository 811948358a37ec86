// The chat's app embed: what it puts on every page of a shop, in whose words, how little, and from which sources.
import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { makeWidget } from "../scripts/build-widget.mjs";
import { extensionFiles, schemaOf, textOf } from "./extension/files.ts";
import { renderBlock, type Page } from "./extension/render.ts";

const languages = ["en", "sv", "nb", "da", "fi", "de"];
const texts = Object.fromEntries(
  languages.map((language) => [
    language,
    { launcher: `Button ${language}`, title: `Title ${language}`, greeting: `Hello ${language}` },
  ]),
);
const published = {
  on: true,
  position: "left",
  colour: "#21503b",
  onColour: "#ffffff",
  theme: "dark",
  sound: false,
  texts,
};

const embed = (page: Page = {}, chat: object | null = published) =>
  renderBlock("chat", { ...page, kept: chat ? { chat } : {} });
const attribute = (html: string, name: string) => new RegExp(`\\sdata-${name}="([^"]*)"`).exec(html)?.[1];

describe("the embed", () => {
  test("brings one script and nothing else", () => {
    const schema = schemaOf("blocks/chat.liquid");
    expect([schema.target, schema.javascript, schema.stylesheet]).toEqual(["body", "chat.js", undefined]);
    expect(embed()).toMatch(/^<samla-chat[^>]*><\/samla-chat>\s*$/);
  });

  test("adds 2,500 bytes to a page at most, compressed, in the longest of its languages", () => {
    const tag = `<script src="https://cdn.example/extensions/019a/samla-12/assets/chat.js" async="async"></script>`;
    for (const language of languages) {
      const html = gzipSync(embed({ locale: language === "en" ? "en.default" : language }) + tag).length;
      expect(html + gzipSync(textOf("assets/chat.js")).length, language).toBeLessThanOrEqual(2_500);
    }
  });

  test("is nothing at all where the merchant has switched the chat off", () => {
    expect(embed({}, { ...published, on: false }).trim()).toBe("");
  });

  test("works with the standard words before the app has handed anything over", () => {
    const html = embed({ locale: "sv" }, null);
    expect(attribute(html, "launcher")).toBe("Chatta med oss");
    expect(attribute(html, "panel")).toBe("/cdn/extension/chat-panel.sv.js");
    for (const name of ["colour", "on-colour", "theme", "side", "sound", "greeting", "bottom"])
      expect(attribute(html, name), name).toBeUndefined();
  });

  test("hands over what the merchant chose, in the page's language", () => {
    const html = embed({ locale: "fi", rootUrl: "/fi/", settings: { bottom_space: 60 } });
    const said = [
      "launcher",
      "title",
      "greeting",
      "panel",
      "root",
      "colour",
      "on-colour",
      "theme",
      "side",
      "sound",
      "bottom",
    ];
    expect(said.map((name) => attribute(html, name))).toEqual([
      ...["Button fi", "Title fi", "Hello fi", "/cdn/extension/chat-panel.fi.js", "/fi/"],
      ...["#21503b", "#ffffff", "dark", "left", "off", "60"],
    ]);
  });

  test.each([
    ["no", "en", "nb"],
    ["nn", "en", "nb"],
    ["pt-BR", "sv", "sv"],
    ["fr", "it", "en"],
    ["sv", "de", "sv"],
  ])("a page in %s of a shop in %s is spoken to in %s", (spoken, primary, chosen) => {
    const html = embed({ spoken, primary });
    expect(attribute(html, "panel")).toBe(`/cdn/extension/chat-panel.${chosen}.js`);
    expect(attribute(html, "title")).toBe(`Title ${chosen}`);
  });

  test("a merchant's text is a text", () => {
    const hostile = `"><script>alert(1)</script>{{ shop.id }}`;
    const html = embed(
      {},
      { ...published, colour: hostile, texts: { en: { launcher: hostile, greeting: hostile } } },
    );
    expect(html).not.toContain("<script");
    expect(html).toContain("{{ shop.id }}");
  });
});

test("the files that are checked in are what their sources make", async () => {
  const made = await makeWidget();
  const there = extensionFiles().filter((file) => /^assets\/chat.*\.js$/.test(file));
  expect(there).toEqual(
    Object.keys(made)
      .map((name) => `assets/${name}`)
      .sort(),
  );
  for (const [name, code] of Object.entries(made)) {
    // Said in words: a difference of forty thousand letters says nothing.
    if (code !== textOf(`assets/${name}`)) throw new Error(`${name} is old: node scripts/build-widget.mjs`);
  }
});
