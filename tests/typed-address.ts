// A support address somebody typed, and the test mail as it comes back.
import { unique } from "./factories.ts";
import { mailbox, receive } from "./mailbox.ts";
import { db } from "../app/db.server.ts";
import { SYSTEM } from "../app/events/event.ts";
import { findSupportAddress } from "../app/workspace/address-list.server.ts";
import { testMark } from "../app/workspace/support-address.ts";
import { addSupportAddress } from "../app/workspace/support-addresses.server.ts";

/** A workspace that typed an address. */
export async function typed(address = `hej-${unique()}@bjork.example`, departmentId: string | null = null) {
  const box = await mailbox();
  const { id } = await addSupportAddress(
    box.workspace,
    { address, storeId: box.store.id, departmentId },
    { by: SYSTEM },
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

export type Typed = Awaited<ReturnType<typeof typed>>;

/** What has happened in its workspace, oldest first. */
export const eventsOf = async ({ workspace }: Typed) =>
  (await db.event.findMany({ where: { workspaceId: workspace.id }, orderBy: { id: "asc" } })).map(
    ({ type }) => type,
  );
