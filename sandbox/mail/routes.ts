// Mailboxes for every address the shops write to: read, answer as the customer, let it bounce, complain.
// Everything a customer does here reaches the app through Postmark's inbound and event hooks, never directly.

import { fileURLToPath } from "node:url";
import express from "express";
import type { Request, Response as Answer, Router } from "express";
import { bounce } from "../postmark/events.ts";
import type { SandboxState } from "../state.ts";
import { conversationsOf } from "./conversations.ts";
import { dnsRoutes } from "./dns.ts";
import { askToForward, confirmForward } from "./forwarding.ts";
import { mailboxPath } from "./frame.ts";
import { mailDocument } from "./letters.ts";
import { conversationPage, mailboxPage, newPage, startPage } from "./pages.ts";
import type { MailAttachment } from "./store.ts";
import { answerMail, writeMail } from "./write.ts";

const ASSETS = fileURLToPath(new URL("./assets/", import.meta.url));

/** The mail client, to be mounted at /mail. */
export function mailRoutes(state: SandboxState): Router {
  const router = express.Router();
  const wide = express.raw({ type: "multipart/form-data", limit: "60mb" });
  const plain = express.urlencoded({ extended: false });
  router.use("/assets", express.static(ASSETS));

  router.get("/", (_req, res) => void res.send(startPage(state)));
  router.get("/revision", (_req, res) => void res.type("text").send(`${state.mail.revision}`));
  router.get("/open", (req, res) => res.redirect(303, mailboxPath(String(req.query.address ?? "").trim())));

  router.post("/forwards", plain, (req, res) => {
    state.mail.forwards.set(String(req.body.address).toLowerCase(), String(req.body.to).trim());
    state.mail.changed();
    res.redirect(303, "/mail");
  });

  router.use("/dns", dnsRoutes(state));

  router.post("/:email/forwarding", plain, async (req, res) => {
    await askToForward(state, req.params.email, String(req.body.to).trim());
    res.redirect(303, mailboxPath(req.params.email));
  });
  router.post("/:email/forwarding/code", plain, (req, res) => {
    const right = confirmForward(state, req.params.email, String(req.body.code));
    if (right) res.redirect(303, mailboxPath(req.params.email));
    else res.status(422).send(mailboxPage(state, req.params.email));
  });

  router.get("/html/:id", (req, res) => {
    const mail = sentMail(req.params.id);
    if (!mail) return void res.sendStatus(404);
    // what the mail brings may look, but not run, call home or send a form
    res.set(
      "Content-Security-Policy",
      "default-src 'none'; img-src data: http: https:; style-src 'unsafe-inline'",
    );
    res.type("html").send(mailDocument(mail));
  });

  router.get("/file/:id/:index", (req, res) => {
    const file = sentMail(req.params.id)?.attachments[Number(req.params.index)];
    if (!file) return void res.sendStatus(404);
    res.attachment(file.name).type(file.contentType).set("X-Content-Type-Options", "nosniff");
    res.send(Buffer.from(file.content, "base64"));
  });

  router.get("/:email", (req, res) => void res.send(mailboxPage(state, req.params.email)));
  router.get("/:email/new", (req, res) => void res.send(newPage(state, req.params.email)));

  router.post("/:email/new", wide, async (req, res) => {
    const form = await formIn(req);
    const [to, subject, text] = ["to", "subject", "text"].map((field) => String(form.get(field) ?? ""));
    const { email } = req.params;
    const written = await writeMail(state, {
      email,
      to: to ?? "",
      subject: subject ?? "",
      text: lines(text),
      attachments: await filesIn(form),
    });
    back(res, email, written.id);
  });

  router.post("/:email/answer", wide, async (req, res) => {
    const form = await formIn(req);
    const { email } = req.params;
    const conversation = conversationsOf(state.mail, email).find(({ id }) => id === form.get("conversation"));
    const newest = conversation?.letters.findLast((letter) => letter.kind === "arrived");
    if (!conversation || newest?.kind !== "arrived") return void res.sendStatus(404);
    const text = lines(String(form.get("text") ?? ""));
    const forged = form.has("forged");
    await answerMail(state, newest.mail, { email, text, attachments: await filesIn(form), forged });
    back(res, email, conversation.id);
  });

  router.post("/:email/outcome", plain, async (req, res) => {
    const { email } = req.params;
    const mail = sentMail(String(req.body.id));
    if (!mail) return void res.sendStatus(404);
    await bounce(state, mail, email, req.body.type === "SpamComplaint" ? "SpamComplaint" : "HardBounce");
    const conversation = conversationsOf(state.mail, email).find(({ letters }) =>
      letters.some((letter) => letter.mail === mail),
    );
    back(res, email, conversation?.id ?? "");
  });

  router.get("/:email/:id", (req, res) => {
    const { email, id } = req.params;
    const conversations = conversationsOf(state.mail, email);
    const conversation = conversations.find(({ letters }) => letters.some(({ mail }) => mail.id === id));
    if (!conversation) return void res.redirect(303, mailboxPath(email));
    res.send(conversationPage(state, email, conversation));
  });

  const sentMail = (id: string) => state.mail.sent.find((mail) => mail.id === id);
  return router;
}

const back = (res: Answer, email: string, id: string) => res.redirect(303, mailboxPath(email, `/${id}`));

/** Browsers send line ends as CRLF; mails are kept with LF. */
const lines = (text = "") => text.replace(/\r\n/g, "\n");

const formIn = (req: Request): Promise<FormData> =>
  new Response(Buffer.isBuffer(req.body) ? new Uint8Array(req.body) : "", {
    headers: { "Content-Type": req.get("Content-Type") ?? "" },
  }).formData();

async function filesIn(form: FormData): Promise<MailAttachment[]> {
  const files = form.getAll("files").filter((entry) => typeof entry !== "string" && entry.size > 0);
  return Promise.all(
    files.map(async (file) => ({
      name: file instanceof File ? file.name : "file",
      contentType:
        file instanceof File ? file.type || "application/octet-stream" : "application/octet-stream",
      content: file instanceof File ? Buffer.from(await file.arrayBuffer()).toString("base64") : "",
    })),
  );
}
