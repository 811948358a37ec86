// Who comes, and where they are.
import type { Hello, PageOf } from "../../../app/channels/chat/protocol.ts";

/** The page the visitor looks at. */
export const here = (): PageOf => ({
  url: location.href.slice(0, 2000),
  title: document.title.slice(0, 300),
});

/** What a browser tells of its visitor. */
export const introduction = (token: string): Hello => ({
  v: 1,
  token: token || undefined,
  locale: document.documentElement.lang || navigator.language,
  timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
  page: here(),
});
