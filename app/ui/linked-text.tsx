import { Fragment } from "react";
import { findLinks } from "./links.ts";

/** Plain text with its addresses clickable. Elsewhere learns nothing of where the reader came from. */
export function LinkedText({ text }: { text: string }) {
  return findLinks(text).map(({ text: words, href }, index) =>
    href ? (
      <a key={index} href={href} target="_blank" rel="noopener noreferrer nofollow">
        {words}
      </a>
    ) : (
      <Fragment key={index}>{words}</Fragment>
    ),
  );
}
