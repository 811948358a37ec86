// A form the merchant made, from the shopper's post to the ticket (rows 5–8 of the spec).
import "../../../tests/setup/sandbox.ts";
import { expect, test } from "vitest";
import { makeDepartment } from "../../../tests/factories.ts";
import { merchantForm } from "../../../tests/merchant-form.ts";
import { someone, ticketsOf } from "../../../tests/storefront-call.ts";
import { db } from "../../db.server.ts";
import { handlers } from "../../jobs/handlers.server.ts";
import { newId } from "../../lib/id.ts";
import { takeBackForwarded } from "./forward.server.ts";

const errorsOf = async (response: Response) =>
  ((await response.json()) as { errors?: Record<string, string> }).errors;

const pdf = (name = "kvitto.pdf") => new File([Buffer.from("%PDF-1.7\nhej")], name);

test("what it demands is demanded, and only where its conditions hold", async () => {
  const { send } = await merchantForm();
  expect(await errorsOf(await send({ topic: "" }))).toEqual({ topic: "required" });
  expect(await errorsOf(await send({ topic: "return" }))).toEqual({ order_number: "required" });
  expect((await send({ topic: "other" })).status).toBe(200);
  const wrong = await send({ topic: "x", field_size: "xl", field_day: "2026-02-31" });
  expect(await errorsOf(wrong)).toEqual({
    topic: "invalid-option",
    field_size: "invalid-option",
    field_day: "invalid-date",
  });
});

test("a page that shows an older form, or one nobody knows, is taken as it is", async () => {
  const { send, form, workspace } = await merchantForm();
  expect((await send({ topic: "", form_revision: "0" })).status).toBe(200);
  expect((await send({ topic: "gone", form_id: newId() })).status).toBe(200);
  await db.contactForm.updateMany({
    where: { workspaceId: workspace.id, id: form.id },
    data: { retiredAt: new Date() },
  });
  expect((await send({ topic: "return", field_size: "s" })).status).toBe(200);
  const tickets = await ticketsOf(workspace);
  expect(tickets.map(({ topic }) => topic)).toEqual([null, "gone", "Retur"]);
});

test("hostile text in an answer is kept as text on one line, and makes no other header", async () => {
  const { send, workspace } = await merchantForm();
  const evil = "X\r\nBcc: a@b \0\ud800 {{ 7 | times: 6 }}<script>";
  expect((await send({ topic: evil, form_revision: "0", field_size: evil })).status).toBe(200);
  const [ticket] = await ticketsOf(workspace);
  const kept = "X Bcc: a@b \ufffd {{ 7 | times: 6 }}<script>";
  expect(ticket).toMatchObject({ topic: kept, subject: kept });
  expect(ticket?.messages[0]?.answers).toContainEqual({ label: "Storlek", value: kept });
});

test("its answers stand by the message in the store's own words, and are found", async () => {
  const { send, workspace } = await merchantForm();
  await send({ locale: "en", topic: "return", order_number: "2188", field_size: "s", field_fine: "yes" });
  const [ticket] = await ticketsOf(workspace);
  expect(ticket).toMatchObject({ topic: "Retur", orderName: "#2188", subject: "Retur · #2188" });
  expect(ticket?.messages[0]?.answers).toEqual([
    { label: "Vad gäller det?", value: "Retur" },
    { label: "Ordernummer", value: "2188" },
    { label: "Storlek", value: "Liten" },
    { label: "Oanvänd", value: "Ja" },
  ]);
  const event = await db.event.findFirstOrThrow({
    where: { workspaceId: workspace.id, type: "ticket-opened" },
  });
  await handlers["ticket-event"]({ workspaceId: workspace.id, eventId: event.id }, { lastTry: false });
  const found = await db.$queryRaw<object[]>`
    SELECT FROM "SearchDocument" WHERE "workspaceId" = ${workspace.id}::uuid AND words @@ to_tsquery('simple', 'liten')`;
  expect(found).toHaveLength(1);
});

test("a topic decides department, label and priority; what was retired since decides nothing", async () => {
  const { send, form, workspace } = await merchantForm();
  const workspaceId = workspace.id;
  const department = await makeDepartment(workspace);
  const label = await db.label.create({ data: { workspaceId, id: newId(), name: "Retur" } });
  const route = { departmentId: department.id, labelId: label.id, priority: "high" };
  const definition = {
    fields: [
      { id: "email", kind: "email" },
      { id: "topic", kind: "topic", options: [{ id: "return", label: { sv: "Retur" }, ...route }] },
      { id: "message", kind: "message" },
    ],
  };
  await db.contactForm.updateMany({ where: { workspaceId, id: form.id }, data: { definition } });
  await send({ topic: "return" });
  const [routed] = await ticketsOf(workspace);
  expect(routed).toMatchObject({ departmentId: department.id, priority: "high" });
  const labels = await db.ticketLabel.findMany({ where: { workspaceId, ticketId: routed?.id ?? "" } });
  expect(labels.map(({ labelId }) => labelId)).toEqual([label.id]);
  await db.department.updateMany({ where: { workspaceId }, data: { retiredAt: new Date() } });
  await db.label.updateMany({ where: { workspaceId }, data: { retiredAt: new Date() } });
  await send({ topic: "return" });
  expect((await ticketsOf(workspace))[1]).toMatchObject({ departmentId: null, priority: "high" });
});

test("the confirmation says what the merchant wrote for this form, in the shopper's language or else the store's", async () => {
  const { send, form, workspace } = await merchantForm();
  const workspaceId = workspace.id;
  const mail = { sv: "Tack! Vi tittar på din retur.", fi: "Kiitos! Käsittelemme palautuksesi." };
  const definition = { ...(form.definition as object), mail };
  await db.contactForm.updateMany({ where: { workspaceId, id: form.id }, data: { definition } });
  await send({ locale: "fi" });
  await send({ locale: "de" });
  const events = await db.event.findMany({
    where: { workspaceId, type: "ticket-opened" },
    orderBy: { id: "asc" },
  });
  for (const { id } of events)
    await handlers["ticket-event"]({ workspaceId, eventId: id }, { lastTry: false });
  const [fi, de] = await db.outgoingMail.findMany({
    where: { workspaceId, kind: "acknowledgement" },
    orderBy: { createdAt: "asc" },
  });
  expect(fi?.text).toContain("Hei!\n\nKiitos! Käsittelemme palautuksesi.\n\nTapauksesi numero on BC-1001.");
  expect(de?.text).toContain(
    "Guten Tag!\n\nTack! Vi tittar på din retur.\n\nIhre Vorgangsnummer lautet BC-1002.",
  );
});

test("files that come with it are the message's; one of another kind is asked for again", async () => {
  const { send, workspace } = await merchantForm();
  expect(await errorsOf(await send({}, { files: [new File(["<svg/>"], "x.png")] }))).toEqual({
    files: "bad-file",
  });
  expect((await send({}, { files: [pdf(), pdf("två.pdf")] })).status).toBe(200);
  const [ticket] = await ticketsOf(workspace);
  expect(ticket?.hasFiles).toBe(true);
  const files = await db.file.findMany({ where: { workspaceId: workspace.id }, orderBy: { id: "asc" } });
  expect(files.map(({ name, messageId }) => [name, messageId])).toEqual([
    ["kvitto.pdf", ticket?.messages[0]?.id],
    ["två.pdf", ticket?.messages[0]?.id],
  ]);
});

test("without script the same form comes back with what was typed and chosen", async () => {
  const { send } = await merchantForm();
  const page = await (await send({ topic: "return", field_size: "s", name: "Ebba" }, { headers: {} })).text();
  expect(page).toContain(`enctype="multipart/form-data"`);
  expect(page).toMatch(/<option value="return" selected>Retur/);
  expect(page).toMatch(/<option value="s" selected>Liten/);
  expect(page).toMatch(/name="order_number"[^>]*aria-invalid="true"/);
  expect(page).toContain(`name="form_revision" value="1"`);
});

test("a store whose forms make no tickets gets them by e-mail, answered straight to the shopper", async () => {
  const { send, workspace, store } = await merchantForm();
  const place = { workspaceId: workspace.id, scope: store.id, name: "contactForm" };
  await db.setting.create({
    data: { ...place, value: { tickets: false, forwardTo: "butik@bjork.example" } },
  });
  const email = someone();
  const response = await send({ email, topic: "return", order_number: "1" }, { files: [pdf()] });
  expect(await response.json()).toMatchObject({ ok: true, number: null });
  expect(await ticketsOf(workspace)).toEqual([]);
  const blocked = someone();
  await db.blockedSender.create({ data: { workspaceId: workspace.id, value: blocked } });
  const unwanted: Record<string, string>[] = [{ website: "https://cheap.example" }, { email: blocked }];
  for (const given of unwanted) expect(await (await send(given)).json()).toMatchObject({ ok: true });
  const [mail, ...more] = await db.outgoingMail.findMany({ where: { workspaceId: workspace.id } });
  if (!mail) throw new Error("no mail");
  expect(more).toEqual([]);
  expect(mail).toMatchObject({ kind: "form", toAddress: "butik@bjork.example", replyTo: email });
  expect(mail.text).toContain("Vad gäller det?: Retur");
  expect(mail.files).toHaveLength(1);

  await db.$transaction((tx) => takeBackForwarded(tx, mail, "suppressed"));
  const receivedId = mail.requestKey.replace("form:", "");
  await handlers["take-in-form"]({ receivedId }, { lastTry: false });
  const tickets = await ticketsOf(workspace);
  expect(tickets.map(({ spam, hasFiles }) => [spam, hasFiles])).toEqual([
    [true, false],
    [true, false],
    [false, true],
  ]);
  expect(await db.event.count({ where: { workspaceId: workspace.id, type: "form-not-forwarded" } })).toBe(1);
});
