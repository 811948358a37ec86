// The mail part of the sandbox's remote control, mounted at /control/mail.
//
//   GET  /?to=            what Postmark was asked to send (its field names) and what became of it (ours), newest last
//   GET  /written?from=   what customers wrote, with the app's answers
//   POST /inbound[?to=]   a raw RFC 5322 message, or Postmark's inbound JSON: delivered to the app as Postmark would
//   POST /reply           {to, text, html?, from?, cc?, subject?, attachments?, headers?, forged?}: answers the newest mail
//                         to `to`; forged: from a server that may not send for the address, without its signature
//   POST /write           {from, to, subject, text, …}: a new mail to a support address
//   POST /bounce          {to, type?: "HardBounce" | "SoftBounce" | "SpamComplaint", id?}
//   POST /open            {to, id?}: the newest mail to them (or that one) is opened, and Postmark hears of it if it was asked to
//   POST /activate        {address}: Postmark sends to a suppressed address again
//   POST /forward         {address, to}: the merchant forwards `address` to a Postmark inbound address
//   POST /ask-forward     {address, to}: the same the way Gmail does it, which asks the target first -> {code}
//   POST /confirm-forward {address, code}
//   POST /domains         {domain, verified}: whether From may be at this domain

import express from "express";
import type { Router } from "express";
import { z } from "zod";
import { bounce, changeSubscription, open } from "../postmark/events.ts";
import type { SandboxState } from "../state.ts";
import { forwardedTo } from "./addresses.ts";
import { newestTo, outcomeAt } from "./conversations.ts";
import { askToForward, confirmForward } from "./forwarding.ts";
import { inboundFromRaw } from "./inbound.ts";
import type { PostmarkInbound } from "./inbound.ts";
import { answerMail, deliverInbound, recordOf, writeMail } from "./write.ts";

const typed = {
  text: z.string(),
  html: z.string().optional(),
  cc: z.string().optional(),
  subject: z.string().optional(),
  headers: z.record(z.string(), z.string()).optional(),
  forged: z.boolean().optional(),
  attachments: z
    .array(z.object({ name: z.string(), contentType: z.string(), content: z.string() }))
    .optional(),
};
const reply = z.object({ ...typed, to: z.string(), from: z.string().optional() });
const fresh = z.object({ ...typed, from: z.string(), to: z.string(), subject: z.string() });
const returned = z.object({
  to: z.string(),
  id: z.string().optional(),
  type: z.enum(["HardBounce", "SoftBounce", "SpamComplaint"]).default("HardBounce"),
});
const activated = z.object({ address: z.string() });
const forward = z.object({ address: z.string(), to: z.string() });
const confirmation = z.object({ address: z.string(), code: z.string() });
const domain = z.object({ domain: z.string(), verified: z.boolean().default(true) });

/** The router; state.mail is read on every call, so a reset shows at once. */
export function controlMailRoutes(state: SandboxState): Router {
  const router = express.Router();
  router.use(express.raw({ type: () => true, limit: "80mb" }));

  router.get("/", (req, res) => {
    const to = String(req.query.to ?? "");
    const mails = state.mail.sent.filter((mail) => !to || outcomeAt(mail, to) !== undefined);
    res.json(
      mails.map(({ request, ...mail }) => ({
        ...request,
        MessageID: mail.id,
        SubmittedAt: mail.at,
        ...mail,
      })),
    );
  });

  router.get("/written", (req, res) => {
    const from = String(req.query.from ?? "").toLowerCase();
    res.json(state.mail.written.filter((mail) => !from || mail.from.email.toLowerCase() === from));
  });

  router.post("/inbound", async (req, res) => {
    const body = bytesOf(req.body);
    const given = readJson(body);
    const inbound = isInbound(given) ? given : await rawInbound(state, body, String(req.query.to ?? ""));
    const text = isInbound(given) ? body.toString("utf8") : JSON.stringify(inbound);
    const record = recordOf(state, inbound);
    res.json({ status: await deliverInbound(state, record, text), id: record.id, state: record.state });
  });

  router.post("/reply", async (req, res) => {
    const asked = reply.safeParse(readJson(bytesOf(req.body)));
    if (!asked.success) return void res.status(400).json({ error: asked.error.issues });
    const { to, from, ...rest } = asked.data;
    const mail = newestTo(state.mail, to);
    if (!mail) return void res.status(404).json({ error: `No mail was sent to ${to}.` });
    res.json(summary(await answerMail(state, mail, { ...rest, email: from ?? to })));
  });

  router.post("/write", async (req, res) => {
    const asked = fresh.safeParse(readJson(bytesOf(req.body)));
    if (!asked.success) return void res.status(400).json({ error: asked.error.issues });
    const { from, ...rest } = asked.data;
    res.json(summary(await writeMail(state, { ...rest, email: from })));
  });

  router.post("/bounce", async (req, res) => {
    const asked = returned.safeParse(readJson(bytesOf(req.body)));
    if (!asked.success) return void res.status(400).json({ error: asked.error.issues });
    const { to, id, type } = asked.data;
    const mail = id ? state.mail.sent.find((candidate) => candidate.id === id) : newestTo(state.mail, to);
    if (!mail) return void res.status(404).json({ error: `No mail was sent to ${to}.` });
    res.json({ status: await bounce(state, mail, to, type), id: mail.id });
  });

  router.post("/open", async (req, res) => {
    const asked = returned.omit({ type: true }).safeParse(readJson(bytesOf(req.body)));
    if (!asked.success) return void res.status(400).json({ error: asked.error.issues });
    const { to, id } = asked.data;
    const mail = id ? state.mail.sent.find((candidate) => candidate.id === id) : newestTo(state.mail, to);
    if (!mail) return void res.status(404).json({ error: `No mail was sent to ${to}.` });
    await open(state, mail, to);
    res.json({ ok: true });
  });

  router.post("/activate", async (req, res) => {
    const asked = activated.safeParse(readJson(bytesOf(req.body)));
    if (!asked.success) return void res.status(400).json({ error: asked.error.issues });
    state.mail.suppressed.delete(asked.data.address.toLowerCase());
    await changeSubscription(state, asked.data.address, null);
    res.json({ ok: true });
  });

  router.post("/forward", (req, res) => {
    const asked = forward.safeParse(readJson(bytesOf(req.body)));
    if (!asked.success) return void res.status(400).json({ error: asked.error.issues });
    state.mail.forwards.set(asked.data.address.toLowerCase(), asked.data.to);
    state.mail.changed();
    res.json({ ok: true });
  });

  router.post("/ask-forward", async (req, res) => {
    const asked = forward.safeParse(readJson(bytesOf(req.body)));
    if (!asked.success) return void res.status(400).json({ error: asked.error.issues });
    res.json({ code: await askToForward(state, asked.data.address, asked.data.to) });
  });

  router.post("/confirm-forward", (req, res) => {
    const asked = confirmation.safeParse(readJson(bytesOf(req.body)));
    if (!asked.success) return void res.status(400).json({ error: asked.error.issues });
    res.json({ ok: confirmForward(state, asked.data.address, asked.data.code) });
  });

  router.post("/domains", (req, res) => {
    const asked = domain.safeParse(readJson(bytesOf(req.body)));
    if (!asked.success) return void res.status(400).json({ error: asked.error.issues });
    if (asked.data.verified) state.mail.verifiedDomains.add(asked.data.domain.toLowerCase());
    else state.mail.verifiedDomains.delete(asked.data.domain.toLowerCase());
    res.json({ ok: true });
  });
  return router;
}

/** The envelope's recipient: asked for, else the first address in To that Postmark takes mail for. */
async function rawInbound(state: SandboxState, raw: Buffer, to: string): Promise<PostmarkInbound> {
  const first = await inboundFromRaw(raw, { recipient: to || state.config.inboundAddress });
  if (to) return first;
  const recipient = [...first.ToFull, ...first.CcFull]
    .map(({ Email }) => forwardedTo(state, Email))
    .find(Boolean);
  return recipient ? inboundFromRaw(raw, { recipient }) : first;
}

const summary = ({ id, messageId, state, attempts }: Awaited<ReturnType<typeof answerMail>>) => ({
  id,
  messageId,
  state,
  status: attempts[0]?.status ?? 0,
});

/** Works below any body parser: takes what is left of the request in whatever shape it has. */
const bytesOf = (body: unknown): Buffer => {
  if (Buffer.isBuffer(body)) return body;
  return Buffer.from(typeof body === "string" ? body : JSON.stringify(body ?? {}));
};

function readJson(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString("utf8"));
  } catch {
    return undefined;
  }
}

const isInbound = (value: unknown): value is PostmarkInbound =>
  typeof value === "object" && value !== null && !Array.isArray(value);
