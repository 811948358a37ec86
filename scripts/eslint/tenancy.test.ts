import { ruleTester } from "./rule-tester.ts";
import { samla } from "./samla.ts";

const relation = (key: string) => ({ messageId: "relation", data: { key } });
const move = { messageId: "move" };

ruleTester.run("writes never move a row to another workspace", samla.rules.tenancy, {
  valid: [
    `tx.ticket.create({ data: { workspaceId, id, customerId } })`,
    `db.ticket.update({ where: { workspaceId_id: { workspaceId, id } }, data: { customerId } })`,
    `db.ticket.updateMany({ where: { workspaceId, id }, data: { status: "closed" } })`,
    `db.ticketRead.upsert({ where: { workspaceId_ticketId_agentId: key }, create: { ...key, readAt }, update: { readAt } })`,
    `tx.mailReference.createMany({ data: ids.map((messageId) => ({ workspaceId, messageId, ticketId })) })`,
    `db.ticket.update({ where, data: { preview: shorten({ workspaceId, set: 1 }) } })`,
    `db.ticket.findMany({ where: { workspaceId }, select: { id: true } })`,
    // Raw input learns whose it is when that is known.
    `tx.received.update({ where: { id }, data: { workspaceId } })`,
    `socket.connect({ port })`,
    `const options = { connect: true }`,
    `cache.things.update({ data: { connect: 1 } })`,
    `db.ticket.update({ where, data: { messages: { updateMany: { where: { workspaceId }, data: { delivery } } } } })`,
  ],
  invalid: [
    {
      code: `db.ticket.create({ data: { id, customer: { connect: { workspaceId_id: key } } } })`,
      errors: [relation("connect")],
    },
    {
      code: `db.ticket.create({ data: { id, customer: { "connectOrCreate": { where, create } } } })`,
      errors: [relation("connectOrCreate")],
    },
    {
      code: `tx.ticket.update({ where, data: { assignee: { disconnect: true } } })`,
      errors: [relation("disconnect")],
    },
    { code: `tx.ticket.update({ where, data: { messages: { set: [] } } })`, errors: [relation("set")] },
    { code: `tx.ticket.updateMany({ where, data: { workspaceId } })`, errors: [move] },
    { code: `tx.ticket.update({ where, data: { "workspaceId": other, status: "open" } })`, errors: [move] },
    { code: `db.agent.updateManyAndReturn({ where, data: { workspaceId } })`, errors: [move] },
    {
      code: `db.setting.upsert({ where, create: { workspaceId }, update: { workspaceId } })`,
      errors: [move],
    },
    {
      code: `db.setting.upsert({ where, create: { store: { connect: { id } } }, update: {} })`,
      errors: [relation("connect")],
    },
    // Written elsewhere in the file, spread in, chosen, made by a callback, nested, or cast.
    { code: `const data = { workspaceId }; db.ticket.update({ where, data });`, errors: [move] },
    {
      code: `const key = { workspaceId, id }; db.ticket.update({ where, data: { ...key, status } });`,
      errors: [move],
    },
    { code: `const query = { where, data: { workspaceId } }; db.ticket.update(query);`, errors: [move] },
    { code: `db.ticket.update({ where, data: closed ? { workspaceId } : {} })`, errors: [move] },
    { code: `db.ticket.update({ where, data: { status, ...(moved && { workspaceId }) } })`, errors: [move] },
    {
      code: `db.file.createMany({ data: files.map((file) => ({ ...file, message: { connect: { id } } })) })`,
      errors: [relation("connect")],
    },
    {
      code: `db.ticket.update({ where, data: { messages: { update: { where: { id }, data: { workspaceId } } } } })`,
      errors: [move],
    },
    {
      code: `db.ticket.update({ where, data: { workspaceId } as Prisma.TicketUncheckedUpdateInput })`,
      errors: [move],
    },
    { code: `client["ticket"].update({ where, data: { workspaceId } })`, errors: [move] },
  ],
});
