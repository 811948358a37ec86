// Long lists, fifty at a time.

import type { Request } from "express";
import { html } from "../mail/html.ts";
import type { Html } from "../mail/html.ts";

const SIZE = 50;

const pageNumber = (req: Request) => Math.max(1, Number(req.query.page) || 1);

export const pageOf = <Item>(req: Request, items: Item[]): Item[] =>
  items.slice((pageNumber(req) - 1) * SIZE, pageNumber(req) * SIZE);

export function pager(req: Request, count: number): Html | null {
  const page = pageNumber(req);
  if (count <= SIZE) return null;
  return html`<nav class="pages" aria-label="Pages">
    ${page > 1 ? html`<a class="button" href="?page=${page - 1}">Previous</a>` : null}
    <span class="quiet">${(page - 1) * SIZE + 1}–${Math.min(count, page * SIZE)} of ${count}</span>
    ${page * SIZE < count ? html`<a class="button" href="?page=${page + 1}">Next</a>` : null}
  </nav>`;
}
