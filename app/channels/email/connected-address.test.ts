// What a connected address makes of the mail that comes through it.
import { describe, expect, test } from "vitest";
import { makeDepartment } from "../../../tests/factories.ts";
import { asBody, postmarkMail } from "../../../tests/mail-factory.ts";
import { receive, someone, takeIn, ticketsOf } from "../../../tests/mailbox.ts";
import { typed, type Typed } from "../../../tests/typed-address.ts";
import { db } from "../../db.server.ts";
import { SYSTEM } from "../../events/event.ts";
import { onTicketEvent } from "../../jobs/on-ticket-event.server.ts";
import { DAY, later, now } from "../../lib/clock.ts";
import {
  changeSupportAddress,
  reconnectSupportAddress,
  retireSupportAddress,
} from "../../workspace/support-addresses.server.ts";
import { acceptInbound } from "./accept.server.ts";

const by = SYSTEM;

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

  const next = async (it: Typed, token: string) => {
    await receive({ from: someone(), token });
    return (await ticketsOf(it.workspace)).at(-1);
  };
  const storeSays = (it: Typed, acknowledge: boolean) =>
    db.setting.create({
      data: { workspaceId: it.workspace.id, scope: it.store.id, name: "email", value: { acknowledge } },
    });

  test("is acknowledged as the address says, whatever the store does for its own", async () => {
    const it = await connected();
    await storeSays(it, false);
    expect(await acknowledged(it, await next(it, it.door))).toBe(true);
    expect(await acknowledged(it, await next(it, it.token))).toBe(false);
  });

  test("is not acknowledged once the address says so, and as the store does after a disconnection", async () => {
    const it = await connected();
    await changeSupportAddress(it.workspace, it.id, { acknowledge: false }, { by });
    expect(await acknowledged(it, await next(it, it.door))).toBe(false);
    await retireSupportAddress(it.workspace, it.id, { by });
    expect(await acknowledged(it, await next(it, it.door))).toBe(true);
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
