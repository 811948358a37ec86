// What somebody meant to paste: Word and Excel put a picture of the words beside the words themselves. Pure.

/** True when the files on a clipboard are what is wanted, and not only another look of its text. */
export function wantsFiles(clipboard: { files: number; html: string; text: string }): boolean {
  if (!clipboard.files) return false;
  if (clipboard.text.trim()) return false;
  // A browser's "copy image" brings the image and an <img> that leads elsewhere.
  const words = clipboard.html.replace(/<style[\s\S]*?<\/style>|<!--[\s\S]*?-->|<[^>]*>|&nbsp;/gi, "").trim();
  return words === "";
}
