// What a page's frames did: requests, scripts that ran or tried to, windows, words on the console.
import type { Frame, Page } from "playwright-core";

/** Watches from before the page is opened. The result says what a frame did; what has no frame is the page's. */
export async function watch(page: Page, address: string): Promise<(frame: Frame) => string[]> {
  const faults = new Map<Frame, string[]>();
  const blame = (frame: Frame, fault: string) => faults.set(frame, [...(faults.get(frame) ?? []), fault]);
  const main = page.mainFrame();
  await page.exposeBinding("samlaCanary", ({ frame }, what: string) => blame(frame, what));
  await page.addInitScript(setCanaries);
  page.on("request", (request) => {
    if (request.url() !== address) blame(request.frame(), `asked for ${request.url().slice(0, 80)}`);
  });
  page.on("framenavigated", (frame) => {
    if (frame.url() !== address && frame.url() !== "about:srcdoc") blame(frame, `went to ${frame.url()}`);
  });
  page.on("dialog", (dialog) => {
    blame(main, `dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on("popup", (popup) => blame(main, `opened ${popup.url()}`));
  page.on("pageerror", (error) => blame(main, `a script failed: ${error.message}`));
  // Errors there are the browser's own words for what the policy stopped, which its frame reports itself.
  page.on("console", (message) => {
    if (message.type() !== "error") blame(main, `console: ${message.text().slice(0, 200)}`);
  });
  return (frame) => faults.get(frame) ?? [];
}

/** Runs in every frame before anything of it does. */
function setCanaries(): void {
  const { samlaCanary } = window as unknown as { samlaCanary: (what: string) => void };
  for (const name of ["alert", "confirm", "prompt", "print", "open", "fetch"] as const)
    Object.defineProperty(window, name, { value: () => samlaCanary(`${name}() was called`) });
  addEventListener("securitypolicyviolation", (event) =>
    samlaCanary(`stopped by policy only: ${event.violatedDirective} ${event.blockedURI}`),
  );
}
