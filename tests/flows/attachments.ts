// What a customer attached, as the agent sees it: pictures, a PDF's pages, a program under a false name.
import { readFile } from "node:fs/promises";
import { expect } from "vitest";
import { expectFitApp } from "./fitness.ts";
import { STAFF, type World } from "./world.ts";

/** A photo and a PDF of two pages, made by the browser itself. */
async function photoAndPdf(world: World) {
  const page = await world.mailbox("nobody@example.net");
  await page.setContent("<body style='background:linear-gradient(teal,orange)'><h1>Jackan</h1>");
  const photo = await page.screenshot({ type: "jpeg" });
  await page.setContent("<h1>Kvitto 4711</h1><div style='page-break-before:always'>Öppet köp</div>");
  return { photo, pdf: await page.pdf() };
}

/** An agent sees the photo and the receipt's pages, saves a file, and is warned of the program. */
export async function expectFiles(world: World): Promise<void> {
  const { photo, pdf } = await photoAndPdf(world);
  const file = (name: string, bytes: Buffer) => ({
    name,
    contentType: "application/octet-stream",
    content: bytes.toString("base64"),
  });
  await world.control("/mail/write", {
    from: "wilma@example.net",
    to: world.shop("fjallrum").email,
    subject: "Sömmen har släppt",
    text: "Se bilden.",
    attachments: [
      file("jackan.jpg", photo),
      file("kvitto.pdf", pdf),
      file("faktura.pdf.exe", Buffer.from("MZ\0\0")),
    ],
  });
  const agent = await world.admin({ staff: STAFF.english });
  const row = agent.app.getByTestId("ticket-row").filter({ hasText: "Sömmen har släppt" });
  await row.getByRole("img", { name: "Has files" }).or(row.getByTestId("has-files")).first().waitFor();
  await row.click();
  const files = agent.app.getByTestId("files");

  await agent.app.getByRole("button", { name: "Show jackan.jpg" }).click();
  const picture = agent.app.getByTestId("large-picture");
  await expect
    .poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth))
    .toBeGreaterThan(100);
  await agent.page.keyboard.press("ArrowRight");
  const pages = agent.app.locator('[data-testid="pdf-page"][data-state="drawn"]');
  await expect.poll(() => pages.count()).toBe(2);
  const dark = await pages.first().evaluate((canvas: HTMLCanvasElement) => {
    const { data } = canvas.getContext("2d")?.getImageData(0, 0, canvas.width, canvas.height) ?? { data: [] };
    return Array.from(data).filter((value, index) => index % 4 === 0 && value < 100).length;
  });
  expect(dark).toBeGreaterThan(100);
  await agent.page.keyboard.press("Escape");
  await picture.waitFor({ state: "detached" });

  const save = async (press: () => Promise<void>) => {
    const [saved] = await Promise.all([agent.page.waitForEvent("download"), press()]);
    return { name: saved.suggestedFilename(), bytes: await readFile(await saved.path()) };
  };
  const receipt = await save(() => files.getByRole("button", { name: "Download kvitto.pdf" }).click());
  expect(receipt.name).toBe("kvitto.pdf");
  expect(receipt.bytes.equals(pdf)).toBe(true);

  expect(await files.getByTestId("file-remark").innerText()).toBe("Is not what its name says.");
  await files.getByRole("button", { name: "Download faktura.pdf.exe" }).click();
  const program = await save(() => agent.app.getByRole("button", { name: "Download anyway" }).click());
  expect(program.name).toBe("faktura.pdf.exe");
  await expectFitApp(agent);
}
