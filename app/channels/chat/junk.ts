// Whether words with which a conversation begins look like an advertisement's. Such go to the spam queue, where they can
// be got back. Pure.

const LINK = /\bhttps?:\/\/|\bwww\.|\[url[=\]]|<a\s/gi;
const MOST_LINKS = 3;

/** More links than anybody asks about at once. */
export const looksLikeJunk = (text: string): boolean => (text.match(LINK)?.length ?? 0) > MOST_LINKS;
