import { expect, test } from "vitest";
import { cleanPaste } from "./clean.ts";

const item = (level: number, marker: string, words: string, list = "l0") =>
  `<p class=MsoListParagraphCxSpMiddle style='text-indent:-18.0pt;mso-list:${list} level${level} lfo1'>` +
  `<!--[if !supportLists]--><span style='font-family:Symbol'><span style='mso-list:Ignore'>${marker}` +
  `<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span></span><!--[endif]-->${words}<o:p></o:p></p>\n`;

test.each([
  [
    "a paragraph of Word",
    `<p class=MsoNormal style='margin-bottom:8.0pt;mso-style-priority:1'><span lang=SV style='font-family:"Calibri",sans-serif;color:#1F497D'>Hej Ebba!<o:p></o:p></span></p>`,
    "<p>Hej Ebba!</p>",
  ],
  [
    "an empty line of Outlook",
    "<p class=MsoNormal>Hej<o:p></o:p></p><p class=MsoNormal><o:p>&nbsp;</o:p></p><p class=MsoNormal>Mvh</p>",
    "<p>Hej</p><p></p><p>Mvh</p>",
  ],
  [
    "a list of Word",
    item(1, "·", "Storlek M") + item(1, "·", "Storlek <b>L</b>"),
    "<ul><li><p>Storlek M</p></li><li><p>Storlek <strong>L</strong></p></li></ul>",
  ],
  [
    "a numbered list of Word with points inside",
    item(1, "1.", "Packa") + item(2, "o", "i påse") + item(2, "o", "med lapp") + item(1, "2.", "Skicka"),
    "<ol><li><p>Packa</p><ul><li><p>i påse</p></li><li><p>med lapp</p></li></ul></li><li><p>Skicka</p></li></ol>",
  ],
  [
    "two lists of Word one after the other",
    item(1, "·", "a") + item(1, "1)", "b", "l1"),
    "<ul><li><p>a</p></li></ul><ol><li><p>b</p></li></ol>",
  ],
  [
    "a list marker without the comments around it",
    "<p style='mso-list:l0 level1 lfo1'><span><span style='mso-list:Ignore'>·<span>&nbsp; </span></span></span>Ett</p>",
    "<ul><li><p>Ett</p></li></ul>",
  ],
  [
    "a remark in the margin and a tracked deletion",
    `<p>Vi <del cite="mailto:A">kan inte</del><ins>kan</ins> byta<a style='mso-comment-reference:A_1'></a><span class=MsoCommentReference><a class=msocomanchor href="#_msocom_1">[A1]</a></span></p>` +
      `<div style='mso-element:comment-list'><hr class=msocomoff><div style='mso-element:comment'><p>Säkert?</p></div></div>`,
    "<p>Vi kan byta</p>",
  ],
  [
    "a whole document of Google Docs in its b",
    `<meta charset='utf-8'><b style="font-weight:normal;" id="docs-internal-guid-1"><p dir="ltr" style="line-height:1.38"><span style="font-size:11pt;font-family:Arial;font-weight:700;color:#000">Fet</span><span style="font-weight:400;font-style:italic"> lutad</span></p><br /><p><span>Slut</span></p></b>`,
    "<p><strong>Fet</strong><em> lutad</em></p><p></p><p>Slut</p>",
  ],
  [
    "a list of Google Docs inside a list",
    `<ul><li dir="ltr" aria-level="1"><p role="presentation"><span>Ett</span></p></li><ul><li aria-level="2"><p>Två</p></li></ul></ul>`,
    "<ul><li><p>Ett</p><ul><li><p>Två</p></li></ul></li></ul>",
  ],
  [
    "a heading",
    `<h1 style="color:red">Retur</h1><p>Så här</p>`,
    "<p><strong>Retur</strong></p><p>Så här</p>",
  ],
  [
    "links, kept when they lead somewhere and not underlined twice",
    `<p><a href="https://samla.example/x" style="color:blue"><span style="text-decoration:underline">här</span></a> <a href="javascript:alert(1)">inte här</a></p>`,
    `<p><a href="https://samla.example/x">här</a> inte här</p>`,
  ],
  [
    "a table",
    "<table><tbody><tr><td>M</td><td><p>98 cm</p></td></tr><tr><th>L</th><td>104 cm</td></tr></tbody></table>",
    "<p>M | 98 cm</p><p>L | 104 cm</p>",
  ],
  ["a table that is only a layout", "<table><tr><td><p>Hej</p></td></tr></table>", "<p>Hej</p>"],
  ["an image of elsewhere", `<p>Se <img src="https://spy.example/1.gif"> här</p>`, "<p>Se  här</p>"],
  [
    "an image of the editor's own",
    `<p data-pm-slice="1 1 []"><img src="/files/x" alt="jacka" data-file="1" onerror="x()"></p>`,
    `<p data-pm-slice="1 1 []"><img src="/files/x" alt="jacka" data-file="1"></p>`,
  ],
  [
    "scripts, styles and what Office adds to a head",
    "<html xmlns:o='urn'><head><style>p{}</style><!--[if gte mso 9]><xml><w:View>Normal</w:View></xml><![endif]--></head><body><!--StartFragment--><p>Hej</p><script>alert(1)</script><!--EndFragment--></body></html>",
    "<p>Hej</p>",
  ],
  ["fonts", `<font color="red" face="Arial">röd</font>`, "röd"],
  ["a paragraph nobody ends", "<p>ett<p>två", "<p>ett</p><p>två</p>"],
  ["text with an angle", "5 &lt; 6 and 1 < 2", "5 &lt; 6 and 1 &lt; 2"],
])("%s", (_, pasted, expected) => {
  expect(cleanPaste(pasted)).toBe(expected);
});

test("thousands of nested elements are read at once", () => {
  expect(cleanPaste(`${"<div><b>".repeat(20_000)}djupt`)).toContain("djupt");
});
