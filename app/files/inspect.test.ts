import { describe, expect, test } from "vitest";
import { inspect } from "./inspect.ts";
import { extensionOf, safeName } from "./name.ts";
import { previewOf } from "./preview.ts";

describe("a name", () => {
  test.each([
    ["kvitto.pdf", "kvitto.pdf"],
    ["Bild på jackan (2).JPG", "Bild på jackan (2).JPG"],
    ["../../etc/passwd", "passwd"],
    ["C:\\Users\\Ebba\\kvitto.pdf", "kvitto.pdf"],
    ["a\u202egpj.exe", "agpj.exe"],
    ["\u200b.htaccess", "htaccess"],
    ["fak\u0000tu\r\nra.pdf", "faktura.pdf"],
    ["vad?.pdf", "vad_.pdf"],
    ["con.txt", "_con.txt"],
    ["rapport.pdf. . ", "rapport.pdf"],
    ["a\u0308pple.png", "äpple.png"],
    ["\ud800x.txt", "x.txt"],
    ["   ", "attachment"],
    ["../..", "attachment"],
  ])("%j is shown as %j", (written, shown) => expect(safeName(written)).toBe(shown));

  test("of a thousand letters keeps two hundred and its extension", () => {
    const name = safeName(`${"å".repeat(1_000)}.pdf`);
    expect(Array.from(name)).toHaveLength(200);
    expect(name.endsWith("å.pdf")).toBe(true);
  });

  test("ends where its last letter ends", () => {
    expect(extensionOf("x.PDF ")).toBe("pdf");
    expect(extensionOf("\u200b.htaccess")).toBe("htaccess");
    expect(extensionOf("README")).toBe("");
  });
});

const latin = (text: string) => Buffer.from(text, "latin1");
const exe = Buffer.concat([latin("MZ"), Buffer.alloc(200)]);
const pdf = latin("%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n");
const zip = Buffer.concat([
  latin("PK\x03\x04\x14\0\0\0\x08\0"),
  Buffer.alloc(16),
  latin("\x05\0\0\0a.txt"),
  Buffer.alloc(40),
]);
const oldOffice = Buffer.concat([latin("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"), Buffer.alloc(600)]);
const png = (width: number, height: number) => {
  const head = Buffer.concat([
    latin("\x89PNG\r\n\x1a\n\0\0\0\rIHDR"),
    Buffer.alloc(17),
    latin("\0\0\0\0IEND\xaeB`\x82"),
  ]);
  head.writeUInt32BE(width, 16);
  head.writeUInt32BE(height, 20);
  return head;
};
const look = (name: string, bytes: Buffer | string, contentType = "application/octet-stream") =>
  inspect({ name, contentType }, Buffer.isBuffer(bytes) ? bytes : Buffer.from(bytes));

describe("what a file is", () => {
  test("its bytes say, whatever its sender says", async () => {
    expect(await look("kvitto.pdf", pdf, "image/png")).toMatchObject({
      contentType: "application/pdf",
      danger: null,
    });
    expect(await look("bild.png", png(800, 600), "text/html")).toMatchObject({
      contentType: "image/png",
      width: 800,
      height: 600,
    });
  });

  test("text is named by its extension, and by what it would do", async () => {
    expect((await look("order.csv", "a;b\n1;2\n")).contentType).toBe("text/csv");
    expect((await look("möte.ics", "BEGIN:VCALENDAR\nVERSION:2.0\n")).contentType).toBe("text/calendar");
    expect((await look("x.txt", "Hej å ä ö")).contentType).toBe("text/plain");
    expect((await look("x.txt", latin("Hej \xe5 \xe4 \xf6"))).contentType).toBe("text/plain");
    expect((await look("x.txt", "<!-- a --><SVG onload=alert(1)>")).contentType).toBe("image/svg+xml");
  });

  test("unknown bytes that call themselves a picture are none", async () => {
    const found = await look("bild.png", Buffer.from([0, 1, 2, 3, 0, 9]), "image/png");
    expect(found).toMatchObject({ contentType: "application/octet-stream", width: null });
  });

  test("an empty file is an empty file", async () => {
    expect(await look("tom.txt", "")).toMatchObject({ size: 0, danger: null });
  });
});

describe("danger", () => {
  test.each<[string, Buffer | string, string | null]>([
    ["program.exe", exe, "executable"],
    ["faktura.pdf.exe", exe, "disguised"],
    ["photo\u202egpj.exe", exe, "disguised"],
    ["kvitto.pdf", exe, "disguised"],
    ["kvitto", exe, "executable"],
    ["logo.svg", "<svg xmlns='http://www.w3.org/2000/svg'/>", "script"],
    ["sida.html", "<html><body>hej", "script"],
    ["bild.jpg", "<html><script>1</script>", "disguised"],
    ["\u200b.htaccess", "deny from all", "script"],
    ["run.bat", "@echo off", "script"],
    ["arkiv.zip", zip, "archive"],
    ["order.csv.zip", zip, "archive"],
    ["bild.png", zip, "disguised"],
    ["brev.docm", oldOffice, "macro"],
    ["brev.doc", oldOffice, null],
    ["brev.doc", Buffer.concat([oldOffice, Buffer.from("_VBA_PROJECT", "utf16le")]), "macro"],
    ["bild.png", png(10, 10), null],
    ["bild.jpg", png(10, 10), null],
    ["kvitto.pdf", pdf, null],
    ["anteckning.txt", "Hej!", null],
    ["v1.2.pdf", pdf, null],
    ["okänd.xyz", Buffer.from([0, 1, 2]), null],
    ["winmail.dat", Buffer.from([0x78, 0x9f, 0x3e, 0x22, 0]), null],
  ])("of %j", async (name, bytes, danger) => expect((await look(name, bytes)).danger).toBe(danger));
});

describe("a preview", () => {
  test("is there for pictures and PDFs of a sensible size, and for nothing that may do harm", async () => {
    const shown = async (name: string, bytes: Buffer) =>
      previewOf({ ...(await look(name, bytes)), missing: null });
    expect(await shown("bild.png", png(4_000, 3_000))).toBe("image");
    expect(await shown("bild.png", png(20_000, 20_000))).toBe("too-big");
    expect(await shown("kvitto.pdf", pdf)).toBe("pdf");
    expect(await shown("bild.exe", png(40, 30))).toBeNull();
    expect(await shown("x.txt", Buffer.from("hej"))).toBeNull();
  });
});
