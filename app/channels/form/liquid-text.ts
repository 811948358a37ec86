// Text on a page that the shop's theme renders: first read by Liquid, then by a browser. Pure.

const AS_ENTITY = /[&<>"'`{}%=]/g;

/** Text that neither Liquid evaluates nor a browser takes for markup, in elements and in quoted attributes. */
export const liquidText = (text: string): string =>
  text.replace(AS_ENTITY, (character) => `&#${character.charCodeAt(0)};`);
