// Connecting an address, from its token to its first ticket.
import { describe, expect, test } from "vitest";
import { makeDepartment, unique } from "../../../tests/factories.ts";
import { asBody, postmarkMail } from "../../../tests/mail-factory.ts";
import { mailbox, receive, ticketsOf } from "../../../tests/mailbox.ts";
import { eventsOf, typed, type Typed } from "../../../tests/typed-address.ts";
import { db } from "../../db.server.ts";
import { SYSTEM } from "../../events/event.ts";
import { DAY, later, now } from "../../lib/clock.ts";
import { sendTestMail } from "../../workspace/address-test.server.ts";
import { listSupportAddresses } from "../../workspace/address-list.server.ts";
import { testMark } from "../../workspace/support-address.ts";
import {
  addSupportAddress,
  reconnectSupportAddress,
  retireSupportAddress,
} from "../../workspace/support-addresses.server.ts";
import { acceptInbound } from "./accept.server.ts";
import { takeInMail } from "./take-in.server.ts";

const by = SYSTEM;

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
