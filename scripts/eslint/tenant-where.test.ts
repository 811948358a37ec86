import { ruleTester } from "./rule-tester.ts";
import { samla } from "./samla.ts";

const missing = (model: string) => ({
  messageId: "missing",
  data: { model, wanted: model === "Workspace" ? "id" : "workspaceId, or a key that begins with it" },
});

ruleTester.run("queries of tenant tables name the workspace", samla.rules["tenant-where"], {
  valid: [
    `db.ticket.findUnique({ where: { workspaceId_id: { workspaceId, id } } })`,
    `tx.ticket.findFirst({ where: { workspaceId, status: "open" } })`,
    `const where = { workspaceId, status }; db.ticket.count({ where });`,
    `const mine = { workspaceId }; db.ticket.findMany({ where: { ...mine, status } });`,
    `const query = { where: { workspaceId } }; db.ticket.findMany(query);`,
    `tx.workspace.update({ where: { id: workspaceId }, data: { lastTicketNumber: { increment: 1 } } })`,
    `db.ticket.create({ data: { workspaceId, id } })`,
    // Directory tables find the workspace.
    `db.replyToken.findUnique({ where: { token } })`,
    `db.received.updateMany({ where: { id }, data: { state: "done" } })`,
    `db.session.deleteMany({ where: { shop } })`,
    `db.shopDomain.findUnique({ where: { domain } })`,
    `db.inboundAddress.findUnique({ where: { address } })`,
    `list.ticket.forEach((one) => one)`,
    'tx.$queryRaw`SELECT 1 FROM "Ticket" WHERE "workspaceId" = ${workspaceId}::uuid`',
    'tx.$queryRaw`SELECT 1 FROM "Received" WHERE state = ${state}`',
    "tx.$executeRaw`SELECT pg_notify(${channel}, ${text})`",
  ],
  invalid: [
    { code: `db.ticket.findMany()`, errors: [missing("Ticket")] },
    { code: `db.ticket.findFirst({ where: { id } })`, errors: [missing("Ticket")] },
    { code: `db.ticket.findUnique({ where: { id, status: { workspaceId } } })`, errors: [missing("Ticket")] },
    { code: `db.ticket.findMany({ where: { workspaceId: undefined } })`, errors: [missing("Ticket")] },
    { code: `db.ticket.findMany({ where: { OR: [{ workspaceId }] } })`, errors: [missing("Ticket")] },
    { code: `tx.message.update({ where: { id }, data })`, errors: [missing("Message")] },
    { code: `tx.message.updateMany({ where: { externalId }, data })`, errors: [missing("Message")] },
    { code: `db.customer.delete({ where: { id } })`, errors: [missing("Customer")] },
    { code: `db.customer.deleteMany({})`, errors: [missing("Customer")] },
    { code: `db.agent.count({ where: { email } })`, errors: [missing("Agent")] },
    { code: `db.event.aggregate({ _max: { createdAt: true } })`, errors: [missing("Event")] },
    { code: `db.event.groupBy({ by: ["type"], where: { type } })`, errors: [missing("Event")] },
    { code: `db.setting.upsert({ where: { name }, create, update })`, errors: [missing("Setting")] },
    { code: `const find = (where) => db.ticket.findMany({ where });`, errors: [missing("Ticket")] },
    { code: `db.workspace.findMany({ where: { name } })`, errors: [missing("Workspace")] },
    {
      code: 'db.$queryRaw`SELECT * FROM "Ticket" WHERE id = ${id}`',
      errors: [{ messageId: "sql", data: { table: "Ticket" } }],
    },
    {
      code: 'tx.$executeRaw<number>`UPDATE "Customer" SET name = ${name}`',
      errors: [{ messageId: "sql", data: { table: "Customer" } }],
    },
  ],
});
