import { expect, test } from "vitest";
import { makeConversation, makeTicket } from "../../tests/factories.ts";
import { tenant, visit } from "../../tests/admin-call.ts";
import { db } from "../db.server.ts";
import { SYSTEM } from "../events/event.ts";
import { action as change } from "../routes/app.labels.$labelId.ts";
import {
  bringBackLabel,
  changeLabel,
  mergeLabel,
  moveMergedLabel,
  retireLabel,
} from "./label-changes.server.ts";
import { listLabels } from "./label-list.server.ts";
import { LONGEST_LABEL, MOST_LABELS } from "./label.ts";
import { addLabel, addLabelNamed } from "./labelling.server.ts";
import { makeLabel } from "./labels.server.ts";

const by = { by: SYSTEM };

test("merged, its tickets follow once each, and the old name finds the other", async () => {
  const { workspace, store, ticket } = await makeConversation();
  const workspaceId = workspace.id;
  const [both, onlyOld] = [ticket, await makeTicket(store)];
  const old = await addLabelNamed(both, { name: "Retur", color: "red" }, by);
  const kept = await addLabelNamed(both, { name: "Returer", color: "blue" }, by);
  await addLabel(onlyOld, old.id, by);
  const ref = (id: string) => ({ workspaceId, id });
  await mergeLabel(ref(old.id), ref(kept.id), by);
  await expect(addLabel(onlyOld, old.id, by)).rejects.toMatchObject({ code: "not-found" });
  await moveMergedLabel({ workspaceId, labelId: old.id });
  await moveMergedLabel({ workspaceId, labelId: old.id });
  const rows = await db.ticketLabel.findMany({
    where: { workspaceId },
    select: { ticketId: true, labelId: true },
  });
  expect(rows).toHaveLength(2);
  expect(rows).toEqual(
    expect.arrayContaining([both, onlyOld].map(({ id }) => ({ ticketId: id, labelId: kept.id }))),
  );
  expect(await makeLabel(workspace, { name: "RETUR", color: "grey" }, by)).toEqual(kept);
  expect(await listLabels(workspace)).toEqual([{ ...kept, tickets: 2 }]);
});

test("a name is another's whatever the case, and a label taken out of use gives its name away", async () => {
  const { workspace, ticket } = await makeConversation();
  const vip = await addLabelNamed(ticket, { name: "VIP", color: "purple" }, by);
  const other = await addLabelNamed(ticket, { name: "Leverans", color: "teal" }, by);
  const ref = { workspaceId: workspace.id, id: other.id };
  await expect(changeLabel(ref, { name: "vip", color: "teal" }, by)).rejects.toMatchObject({
    code: "invalid",
  });
  await changeLabel(ref, { name: "leverans", color: "green" }, by);
  await retireLabel(ref, by);
  expect(await listLabels(workspace)).toEqual([{ ...vip, tickets: 1 }]);
  await bringBackLabel(ref, by);
  expect((await listLabels(workspace)).map(({ name, tickets }) => [name, tickets])).toEqual([
    ["leverans", 1],
    ["VIP", 1],
  ]);
  await retireLabel(ref, by);
  await makeLabel(workspace, { name: "Leverans", color: "red" }, by);
  await expect(bringBackLabel(ref, by)).rejects.toMatchObject({ code: "invalid" });
});

test("a name is cut to sixty letters, and there are at most five hundred", async () => {
  const { workspace } = await makeConversation();
  const { name } = await makeLabel(workspace, { name: "å".repeat(80), color: "grey" }, by);
  expect(name).toHaveLength(LONGEST_LABEL);
  await db.$executeRaw`INSERT INTO "Label" ("workspaceId", id, name)
    SELECT ${workspace.id}::uuid, gen_random_uuid(), 'L' || n FROM generate_series(2, ${MOST_LABELS}) n`;
  await expect(makeLabel(workspace, { name: "One more", color: "grey" }, by)).rejects.toMatchObject({
    code: "too-many",
  });
});

test("managers change labels, others don't, and other workspaces' do not exist", async () => {
  const [mine, theirs] = [await tenant(), await tenant()];
  const label = await makeLabel(theirs.workspace, { name: "Retur", color: "red" }, by);
  const ask = (of: typeof mine) =>
    visit(change, {
      token: of.token(),
      method: "POST",
      params: { labelId: label.id },
      form: { name: "Returer", color: "blue" },
    });
  expect((await ask(mine)).status).toBe(404);
  await db.agent.update({
    where: { workspaceId_id: { workspaceId: theirs.workspace.id, id: theirs.agent.id } },
    data: { role: "support" },
  });
  expect((await ask(theirs)).status).toBe(403);
});
