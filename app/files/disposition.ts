// RFC 6266: a name every browser understands, and beside it the real one for those that read RFC 8187. Pure.

/** The header that makes a browser save a file under its name, and never open it as a page. */
export function disposition(name: string): string {
  const plain = name
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replace(/[^\x20-\x7e]/g, "_")
    .replace(/["\\%]/g, "_");
  return plain === name
    ? `attachment; filename="${name}"`
    : `attachment; filename="${plain}"; filename*=UTF-8''${encoded(name)}`;
}

/** attr-char of RFC 8187: fewer than encodeURIComponent leaves alone. */
const encoded = (name: string): string =>
  encodeURIComponent(name).replace(/['()*!]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
