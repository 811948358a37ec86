// How much fits into one mail, and what the provider carries at all. Pure.

/** Postmark takes 10 MB in all: both bodies, and the attachments as they travel (base64). */
export const MOST_ENCODED_BYTES = 10 * 1024 * 1024;

/** What so many bytes are once they are base64. */
export const encodedSize = (bytes: number): number => 4 * Math.ceil(bytes / 3);

/** Kept free for what a reply gets on its way: signature, quoted history, the frame of the HTML part. */
const RESERVED = 256 * 1024;

/** What a reply will weigh: its text twice (both parts), its files, and what is added to it. */
export const weigh = (mail: { html: string; files: { size: number }[] }): number =>
  2 * new TextEncoder().encode(mail.html).length +
  mail.files.reduce((sum, { size }) => sum + encodedSize(size), 0) +
  RESERVED;

const REFUSED =
  /\.(vbs|exe|bin|bat|chm|com|cpl|crt|hlp|hta|inf|ins|isp|jse?|lnk|mdb|pcd|pif|reg|scr|sct|shs|vbe|vba|wsf|wsh|wsl|msc|msi|msp|mst)$/i;

/** Whether the provider carries a file of this name (its error 411 otherwise). */
export const mayBeSent = (name: string): boolean => !REFUSED.test(name.trim());
