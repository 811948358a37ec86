import { expect, test } from "vitest";
import { fillHtml, strangersIn, variablesLeft } from "./variables-in-html.ts";
import type { Facts } from "./variables.ts";

const facts: Facts = {
  "customer.first_name": "Ebba",
  "customer.name": `<img src=x onerror="alert(1)">`,
  "order.name": "{{customer.email}}",
  "customer.email": "ebba@example.com",
  "tracking.link": "https://parcel.example/?a=1&b=2",
  "tracking.number": { missing: "no-parcel" },
};

test.each([
  ["<p>Hej {{customer.first_name}}!</p>", "<p>Hej Ebba!</p>"],
  ["<p>{{customer.name}}</p>", "<p>&lt;img src=x onerror=&quot;alert(1)&quot;&gt;</p>"],
  ["<p>{{order.name}}</p>", "<p>{{customer.email}}</p>"],
  ["<p>{{tracking.number|R&amp;D}}</p>", "<p>R&amp;D</p>"],
  ["<p>{{customer.<strong>first_name}} och</strong> du</p>", "<p>Ebba<strong> och</strong> du</p>"],
  ["<p><em>{{customer.first_name}}</em></p>", "<p><em>Ebba</em></p>"],
  [
    "<p>{{tracking.link}}</p>",
    `<p><a href="https://parcel.example/?a=1&amp;b=2">https://parcel.example/?a=1&amp;b=2</a></p>`,
  ],
  [
    `<p><a href="https://x.example">{{tracking.link}}</a></p>`,
    `<p><a href="https://x.example">https://parcel.example/?a=1&amp;b=2</a></p>`,
  ],
  [`<p title="{{customer.first_name}}">a &lt; b</p>`, `<p title="{{customer.first_name}}">a &lt; b</p>`],
  ["<p>{{customer.</p><p>first_name}}</p>", "<p>{{customer.</p><p>first_name}}</p>"],
])("%s", (html, filled) => {
  expect(fillHtml(html, facts)).toBe(filled);
});

test("what nobody knows is marked", () => {
  const mark = (written: string, name: string) => `<mark title="${name}">${written}</mark>`;
  expect(fillHtml("<p>{{tracking.number}} {{agent.name|vi}}</p>", facts, mark)).toBe(
    `<p><mark title="tracking.number">{{tracking.number}}</mark> <mark title="agent.name">{{agent.name|vi}}</mark></p>`,
  );
});

test.each([
  ["<p>{{order.name}} {{order.name}}</p>", ["{{order.name}}"]],
  ["<p>{{ order.name | din order }}</p>", ["{{ order.name | din order }}"]],
  ["<p>{{order.<b>name</b>}}</p>", ["{{order.name}}"]],
  ["<p>{{order.number}} {{first_name}}</p>", ["{{order.number}}", "{{first_name}}"]],
  ["<p>{{order.name</p>", ["{{order.name"]],
  ["<p>{{order.name} {order.name}}</p>", ["{{order.name}", "{order.name}}"]],
  ["<p>{{order.</p>", ["{{order."]],
  [`<p><a href="https://x.example/{{order.name}}">x</a></p>`, ["{{order.name}}"]],
  [`<p><a href="https://x.example/%7B%7Border.name%7D%7D">x</a></p>`, ["{{order.name}}"]],
])("%s must not leave", (html, left) => {
  expect(variablesLeft(html)).toEqual(left);
});

test.each([
  "<p>Hej {du}! {{ product.title }} {% if order.name %}</p>",
  "<p>{order.name}</p>",
  "<blockquote><p>I got {{order.name}} from you</p></blockquote>",
  "<p>Write <code>{{ order.name }}</code></p><pre>{{customer.name}}</pre>",
  "<p>the order.name of a customer</p>",
])("%s may", (html) => {
  expect(variablesLeft(html)).toEqual([]);
});

test("a slip of the pen in a macro is found", () => {
  expect(strangersIn("<p>{{customer.firstname}} {{order.name}} {{x|y}}</p>")).toEqual([
    "customer.firstname",
    "x",
  ]);
});
