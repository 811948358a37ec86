// Small line drawings for the navigation.

import type { Html } from "../mail/html.ts";

const SHAPES = {
  bag: '<path d="M4 7h12l1 10H3L4 7Z" fill="#7ab55c" stroke="none"/><path d="M7 8V6a3 3 0 0 1 6 0v2" stroke="#e3e3e3"/>',
  search: '<circle cx="9" cy="9" r="5"/><path d="m13 13 4 4"/>',
  home: '<path d="M3 9.5 10 4l7 5.5V16a1 1 0 0 1-1 1H4a1 1 0 0 1-1-1V9.5Z"/><path d="M8 17v-5h4v5"/>',
  order: '<path d="M3 11 5 4h10l2 7v5a1 1 0 0 1-1 1H4a1 1 0 0 1-1-1v-5Z"/><path d="M3 11h4l1 2h4l1-2h4"/>',
  product: '<path d="M10 3h6v6l-7 8-7-7 8-7Z"/><circle cx="13" cy="6.5" r="1"/>',
  person: '<circle cx="10" cy="6.5" r="3"/><path d="M4 17c0-3.5 2.5-5.5 6-5.5s6 2 6 5.5"/>',
  gear: '<circle cx="10" cy="10" r="2.5"/><path d="M10 3v2m0 10v2M3 10h2m10 0h2M5 5l1.5 1.5m7 7L15 15M15 5l-1.5 1.5m-7 7L5 15"/>',
};

export type IconName = keyof typeof SHAPES;

export const icon = (name: IconName): Html => ({
  markup: `<svg width="20" height="20" viewBox="0 0 20 20" fill="none" stroke="currentColor" stroke-width="1.5" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true">${SHAPES[name]}</svg>`,
});
