/** The plainest HTML document a mail client shows well: its own font, no images, no tracking. */
export const wrapHtml = (body: string): string =>
  `<!doctype html>\n<html><head><meta charset="utf-8"></head><body style="font-family:sans-serif;font-size:15px;line-height:1.5">\n${body}\n</body></html>`;
