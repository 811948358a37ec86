import { expect, test } from "vitest";
import { saysMore } from "./says-more.ts";

test.each([
  `<div dir="ltr">Hej!<br /><br />Var är mitt paket?</div>`,
  `<style>p.MsoNormal{margin:0}</style><p class="MsoNormal"><span style="font-size:11pt;color:#1f497d">Hej<b> </b></span></p>`,
  `<p>Se <a href="https://shop.example/">https://shop.example</a> eller <a href="mailto:a@b.example">a@b.example</a></p>`,
  `<p>Hej<img width="1" height="1" src="https://cdn.example/pixel.gif" /></p>`,
  `<p>Ja tack</p><div data-quoted=""><div><table><tr><td><b>Fet</b></td></tr></table></div></div><p>Mvh</p>`,
])("text in tags says no more than text: %s", (html) => expect(saysMore(html)).toBe(false));

test.each([
  `<p>Hej <b>nu</b></p>`,
  `<ul><li>ett</li></ul>`,
  `<table><tbody><tr><td>1</td></tr></tbody></table>`,
  `<p><img src="cid:foto" /></p>`,
  `<p><a href="https://shop.example/retur">här</a></p>`,
  `<div data-quoted=""><p>Nej</p></div><h1>Rea</h1>`,
  `<p><span data-mention="0192f0c1-0000-7000-8000-000000000001">@Kajsa</span> titta</p>`,
])("looks that carry meaning say more: %s", (html) => expect(saysMore(html)).toBe(true));
