// How mail programs mark the history and the signature in the HTML they write. Pure.
// A sanitizer in between must keep class, id, and blockquote's type.
import type { Element } from "domhandler";
import type { Line } from "./line.ts";

/** Gmail, Yahoo, Proton, Tuta, Zoho, Thunderbird, Outlook for Mac, GMX, HubSpot and Front. */
const HISTORY_CLASSES =
  /^(?:gmail_quote|gmail_quote_container|yahoo_quoted|protonmail_quote|tutanota_quote|zmail_extra|moz-cite-prefix|outlookmessageheader|front-blockquote|hs_reply|hs-reply|gmx_quote|mail-quote|mailquote|quoted-reply|reply-history)$/;
/** Outlook on the web and phones, Hotmail, BlackBerry, Roundcube, Outlook for Mac, Yahoo, Zimbra. */
const HISTORY_IDS =
  /^(?:divrplyfwdmsg|appendonsend|stopspelling|_persistentheadercontainer|_persistentheader|_originalcontent|reply-intro|replybody|olk_src_body_section|mail-editor-reference-message-container|ms-outlook-mobile-reference-message|yahoo_quoted_.{1,20}|isreplycontent|zwchr)$/i;
const SIGNATURE_CLASSES =
  /^(?:gmail_signature|gmail_signature_prefix|moz-signature|protonmail_signature_block)$/;

/** What the program says begins with this element. Outlook puts "x_" before others' names, Hotmail "ecx". */
export function markOf({ name, attribs }: Element): Line["mark"] {
  const classes = (attribs.class ?? "").toLowerCase().slice(0, 500).split(/\s+/).map(original);
  const id = original(attribs.id ?? "");
  // A blockquote with Gmail's class may be a quotation somebody made by hand.
  if (name !== "blockquote" && classes.some((one) => HISTORY_CLASSES.test(one))) return "history";
  if (HISTORY_IDS.test(id)) return "history";
  return classes.some((one) => SIGNATURE_CLASSES.test(one)) ? "signature" : null;
}

const original = (name: string): string => name.replace(/^(?:x_|ecx)+/i, "");
