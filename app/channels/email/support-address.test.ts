// Connecting an address, from its token to its first ticket.
import { describe, expect, test } from "vitest";
import { makeDepartment, unique } from "../../../tests/factories.ts";
import { asBody, postmarkMail } from "../../../tests/mail-factory.ts";
import { mailbox, receive, someone, takeIn, ticketsOf } from "../../../tests/mailbox.ts";
import { db } from "../../db.server.ts";
import { SYSTEM } from "../../events/event.ts";
import { onTicketEvent } from "../../jobs/on-ticket-event.server.ts";
import { DAY, later, now } from "../../lib/clock.ts";
import { sendTestMail } from "../../workspace/address-test.server.ts";
import { findSupportAddress, listSupportAddresses } from "../../workspace/address-list.server.ts";
import { testMark } from "../../workspace/support-address.ts";
import {
  addSupportAddress,
  changeSupportAddress,
  reconnectSupportAddress,
  retireSupportAddress,
} from "../../workspace/support-addresses.server.ts";
import { acceptInbound } from "./accept.server.ts";
import { takeInMail } from "./take-in.server.ts";

const by = SYSTEM;

/** A workspace that typed an address. */
async function typed(address = `hej-${unique()}@bjork.example`, departmentId: string | null = null) {
  const box = await mailbox();
  const { id } = await addSupportAddress(
    box.workspace,
    { address, storeId: box.store.id, departmentId },
    { by },
  );
  const row = () =>
    db.supportAddress.findUniqueOrThrow({
      where: { workspaceId_id: { workspaceId: box.workspace.id, id } },
    });
  const { token: door, testCode } = await row();
  const shown = () => findSupportAddress(box.workspace, id);
  const directory = () => db.inboundAddress.findUnique({ where: { token: door } });
  /** the test mail as it comes back from the mailbox that forwards */
  const comesBack = (over: object = {}) =>
    receive({
      from: "mail@samla.example",
      token: door,
      subject: `VB: Testmejl ${testMark(testCode ?? "")}`,
      ...over,
    });
  return { ...box, id, address, door, code: testCode ?? "", row, shown, directory, comesBack };
}

type Typed = Awaited<ReturnType<typeof typed>>;

const eventsOf = async ({ workspace }: Typed) =>
  (await db.event.findMany({ where: { workspaceId: workspace.id }, orderBy: { id: "asc" } })).map(
    ({ type }) => type,
  );

describe("typing an address", () => {
  test.each([
    ["no address", "hej", "no-address"],
    ["two addresses", "a@bjork.example, b@bjork.example", "no-address"],
    ["our inbound domain", "0123+x@inbound.postmarkapp.com", "ours"],
    ["our sending domain", "Support@Samla.Example", "ours"],
  ])("%s is refused", async (_what, address, reason) => {
    const { workspace, store } = await mailbox();
    const wish = { address, storeId: store.id, departmentId: null };
    await expect(addSupportAddress(workspace, wish, { by })).rejects.toMatchObject({
      code: "invalid",
      detail: { field: "address", reason },
    });
  });

  test("the same one twice is refused, and says which it is", async () => {
    const it = await typed();
    const wish = { address: ` ${it.address.toUpperCase()} `, storeId: it.store.id, departmentId: null };
    await expect(addSupportAddress(it.workspace, wish, { by })).rejects.toMatchObject({
      detail: { reason: "connected", id: it.id },
    });
  });

  test("a store or a department of others does not exist", async () => {
    const [a, b] = [await mailbox(), await mailbox()];
    const department = await makeDepartment(b.workspace);
    const address = `hej-${unique()}@bjork.example`;
    for (const wish of [
      { address, storeId: b.store.id, departmentId: null },
      { address, storeId: a.store.id, departmentId: department.id },
    ])
      await expect(addSupportAddress(a.workspace, wish, { by })).rejects.toMatchObject({ code: "not-found" });
  });

  test("another workspace's address may be typed: nothing is said of it before there is proof", async () => {
    const first = await typed();
    await first.comesBack();
    const second = await typed(first.address);
    expect((await second.shown()).state).toBe("waiting");
  });
});

describe("the test mail", () => {
  test("goes to the address, says its code in the subject only, and looks like a person's mail", async () => {
    const it = await typed();
    await sendTestMail(it.workspace, it.id, { by, language: "sv" });
    const [mail] = await db.outgoingMail.findMany({ where: { workspaceId: it.workspace.id, kind: "test" } });
    expect(mail).toMatchObject({ toAddress: it.address, replyTo: null, fromAddress: "mail@samla.example" });
    expect(mail?.subject).toBe(`Testmejl från Samla ${testMark(it.code)}`);
    expect(`${mail?.text}${mail?.html}`).not.toContain(it.code);
    expect(JSON.stringify(mail?.headers)).not.toMatch(/auto/i);
  });

  test("its code is shown nowhere else: not on the page, not in an event", async () => {
    const it = await typed();
    await sendTestMail(it.workspace, it.id, { by, language: "en" });
    const events = await db.event.findMany({ where: { workspaceId: it.workspace.id } });
    const said = JSON.stringify([await it.shown(), await listSupportAddresses(it.workspace), events]);
    expect(said).toContain(it.address);
    expect(said).not.toContain(it.code);
  });

  test("can't be sent again at once, nor without end", async () => {
    const it = await typed();
    await sendTestMail(it.workspace, it.id, { by, language: "en" });
    const again = () => sendTestMail(it.workspace, it.id, { by, language: "en" });
    await expect(again()).rejects.toMatchObject({ code: "too-many" });
    const rest = async () =>
      db.supportAddress.updateMany({
        where: { workspaceId: it.workspace.id },
        data: { testSentAt: later(now(), -DAY / 2) },
      });
    for (let n = 1; n < 30; n++) await rest().then(again);
    await rest();
    await expect(again()).rejects.toMatchObject({ code: "too-many" });
  });

  test("coming back through the token connects the address, live, and makes no ticket", async () => {
    const it = await typed();
    const received = await it.comesBack();
    expect(received).toMatchObject({ state: "done", reason: "address-test" });
    expect(await it.directory()).toMatchObject({ address: it.address });
    expect((await it.shown()).state).toBe("connected");
    expect(await ticketsOf(it.workspace)).toEqual([]);
    expect(await eventsOf(it)).toEqual(["address-added", "address-connected"]);
  });

  test("coming back twice, also side by side, changes nothing more", async () => {
    const it = await typed();
    const payload = postmarkMail({ from: "mail@samla.example", token: it.door, subject: testMark(it.code) });
    await acceptInbound(asBody(payload));
    const { id } = await db.received.findFirstOrThrow({ where: { providerId: payload.MessageID } });
    await Promise.all([1, 2, 3].map(() => takeInMail({ receivedId: id })));
    const { confirmedAt } = await it.row();
    await it.comesBack();
    expect((await it.row()).confirmedAt).toEqual(confirmedAt);
    expect(await ticketsOf(it.workspace)).toEqual([]);
    expect((await eventsOf(it)).filter((type) => type === "address-connected")).toHaveLength(2);
  });

  test.each([
    ["with the right code by the store's own address", (it: Typed) => ({ token: it.token })],
    [
      "with the right code, naming the address only",
      (it: Typed) => ({ token: it.token, to: undefined, headers: { "X-Forwarded-To": it.address } }),
    ],
    ["through the token with another code", (_it: Typed) => ({ subject: testMark("0123456789abcd") })],
    [
      "through the token without any code, though addressed to it",
      (it: Typed) => ({ subject: "Test", headers: { "X-Forwarded-For": it.address } }),
    ],
  ])("%s proves nothing: it is a mail like any other", async (_how, over) => {
    const it = await typed();
    await it.comesBack(over(it));
    expect((await it.row()).confirmedAt).toBeNull();
    expect((await it.directory())?.address).toBeNull();
    expect(await ticketsOf(it.workspace)).toHaveLength(1);
  });

  test("of an address that another workspace holds says so, and takes nothing from it", async () => {
    const first = await typed();
    await first.comesBack();
    const other = await typed(first.address);
    await other.comesBack();
    expect((await other.shown()).state).toBe("taken");
    expect(await first.directory()).toMatchObject({ address: first.address });
    expect(await eventsOf(other)).toEqual(["address-added", "address-taken"]);
    // Once it is let go, the next test mail connects it.
    await retireSupportAddress(first.workspace, first.id, { by });
    await other.comesBack();
    expect((await other.shown()).state).toBe("connected");
    expect(await reconnectSupportAddress(first.workspace, first.id, { by })).toEqual({ proven: false });
    expect((await first.shown()).state).toBe("waiting");
  });

  test("takes the address over from the workspace's own store", async () => {
    const it = await typed();
    await db.inboundAddress.update({ where: { token: it.token }, data: { address: it.address } });
    await it.comesBack();
    expect(await it.directory()).toMatchObject({ address: it.address, supportAddressId: it.id });
    expect((await db.inboundAddress.findUnique({ where: { token: it.token } }))?.address).toBeNull();
  });
});

test("a provider's question about the forwarding is shown in the guide, and makes no ticket", async () => {
  const it = await typed();
  const received = await receive({
    from: "forwarding-noreply@google.com",
    token: it.door,
    subject: `(#303882048) Gmail Forwarding Confirmation - Receive Mail from ${it.address}`,
    text: "https://mail-settings.google.com/mail/vf-1",
  });
  expect(received).toMatchObject({ state: "done", reason: "forwarding-asked" });
  expect((await it.shown()).forwarding).toMatchObject({
    code: "303882048",
    link: "https://mail-settings.google.com/mail/vf-1",
  });
  expect(await ticketsOf(it.workspace)).toEqual([]);
  expect(await db.outgoingMail.count({ where: { workspaceId: it.workspace.id } })).toBe(0);
  // By the store's own address nobody asked for a forwarding.
  await receive({ from: "forwarding-noreply@google.com", token: it.token, subject: "(#303882048) Gmail" });
  expect(await ticketsOf(it.workspace)).toHaveLength(1);
});

describe("mail through a connected address", () => {
  const connected = async () => {
    const it = await typed();
    const department = await makeDepartment(it.workspace);
    await it.comesBack();
    await changeSupportAddress(it.workspace, it.id, { departmentId: department.id }, { by });
    return { ...it, department };
  };
  const acknowledged = async (it: Typed, ticket: { id: string } | undefined) => {
    const event = await db.event.findFirstOrThrow({
      where: { workspaceId: it.workspace.id, ticketId: ticket?.id ?? "", type: "ticket-opened" },
    });
    await onTicketEvent({ workspaceId: it.workspace.id, eventId: event.id });
    const where = { workspaceId: it.workspace.id, kind: "acknowledgement", ticketId: ticket?.id ?? "" };
    return (await db.outgoingMail.count({ where })) === 1;
  };

  test("is a ticket of its store and department, and tells that the address is alive", async () => {
    const it = await connected();
    await receive({ from: someone(), token: it.door });
    expect((await ticketsOf(it.workspace))[0]).toMatchObject({
      storeId: it.store.id,
      supportAddressId: it.id,
      departmentId: it.department.id,
    });
    expect((await it.row()).lastMailAt).not.toBeNull();
  });

  test("finds its settings by its address too, when Postmark was given no token", async () => {
    const it = await connected();
    await receive({ from: someone(), to: it.address });
    expect((await ticketsOf(it.workspace))[0]).toMatchObject({ supportAddressId: it.id });
  });

  test("is acknowledged or not as the address says, whatever the store does for its own", async () => {
    const it = await connected();
    await db.setting.create({
      data: {
        workspaceId: it.workspace.id,
        scope: it.store.id,
        name: "email",
        value: { acknowledge: false },
      },
    });
    const next = async (token: string) => {
      await receive({ from: someone(), token });
      return (await ticketsOf(it.workspace)).at(-1);
    };
    expect(await acknowledged(it, await next(it.door))).toBe(true);
    expect(await acknowledged(it, await next(it.token))).toBe(false);
    await changeSupportAddress(it.workspace, it.id, { acknowledge: false }, { by });
    expect(await acknowledged(it, await next(it.door))).toBe(false);
    await retireSupportAddress(it.workspace, it.id, { by });
    expect(await acknowledged(it, await next(it.door))).toBe(false);
  });

  test("still becomes a ticket after it was disconnected, without its department", async () => {
    const it = await connected();
    await retireSupportAddress(it.workspace, it.id, { by });
    await receive({ from: someone(), token: it.door });
    expect((await ticketsOf(it.workspace))[0]).toMatchObject({ departmentId: null, supportAddressId: null });
    expect((await it.directory())?.address).toBeNull();
  });

  test("a disconnection can be taken back at once; later the address must be proven again", async () => {
    const it = await connected();
    await retireSupportAddress(it.workspace, it.id, { by });
    expect(await reconnectSupportAddress(it.workspace, it.id, { by })).toEqual({ proven: true });
    expect(await it.directory()).toMatchObject({ address: it.address });
    await retireSupportAddress(it.workspace, it.id, { by });
    await db.supportAddress.updateMany({
      where: { workspaceId: it.workspace.id },
      data: { retiredAt: later(now(), -DAY) },
    });
    expect(await reconnectSupportAddress(it.workspace, it.id, { by })).toEqual({ proven: false });
    // The old code is worth nothing any more.
    await it.comesBack();
    expect((await it.row()).confirmedAt).toBeNull();
  });
});

test("a mail taken in twice by a job that ran again stays one", async () => {
  const it = await typed();
  const payload = postmarkMail({ from: someone(), token: it.door });
  await acceptInbound(asBody(payload));
  await takeIn(payload.MessageID);
  await takeIn(payload.MessageID);
  expect(await ticketsOf(it.workspace)).toHaveLength(1);
});
