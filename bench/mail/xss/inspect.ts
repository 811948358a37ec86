export interface Seen {
  faults: string[];
  /** all of it, also what the mail hides */
  text: string;
}

/** Runs in a mail's frame, by itself: what of the document should not be there, and what it says. */
export function inspect(): Seen {
  const faults: string[] = [];
  const mail = document.querySelector<HTMLElement>("body > .mail");
  if (!mail) return { faults: ["the mail's box is gone"], text: "" };
  const script = mail.nextElementSibling;
  if (document.body.children.length !== 2 || script?.tagName !== "SCRIPT" || document.scripts.length !== 1)
    faults.push("something stands outside the mail's box");
  const foreign =
    "script,iframe,frame,frameset,object,embed,applet,form,input,button,select,textarea,base,link,meta,svg,math,template,noscript,video,audio,source,portal";
  for (const element of mail.querySelectorAll(foreign)) faults.push(`<${element.localName}>`);
  for (const sheet of mail.querySelectorAll("style"))
    if (/url\(|@import|expression\s*\(|behavior|-moz-binding|javascript:/i.test(sheet.textContent ?? ""))
      faults.push("a style sheet that fetches or runs");
  for (const element of mail.querySelectorAll("*"))
    for (const { name, value } of element.attributes) {
      // Browsers ignore these in an address.
      const address = value.replace(/[\u0000-\u0020]/g, "");
      if (/^on/i.test(name)) faults.push(`${name}=`);
      if (/^(?:srcdoc|formaction|action|ping|background|poster|srcset|xlink:href)$/i.test(name))
        faults.push(`${name}=`);
      if (/^(?:alt|class|id|title)$/.test(name)) continue;
      if (/^(?:javascript|vbscript|livescript|mocha|blob|filesystem):/i.test(address))
        faults.push(`${name}=${address.slice(0, 40)}`);
      if (/^data:/i.test(address) && !/^data:image\/(?:png|jpe?g|gif|webp|bmp);base64,/i.test(address))
        faults.push(`${name}=${address.slice(0, 40)}`);
      if (name === "style" && /url\(|expression\s*\(|behavior|position:/i.test(value))
        faults.push(`style=${value.slice(0, 40)}`);
    }
  for (const sheet of mail.querySelectorAll("style")) sheet.remove();
  return { faults, text: mail.textContent ?? "" };
}
