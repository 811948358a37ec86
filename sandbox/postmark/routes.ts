// Postmark's API, as far as a support inbox uses it: send one, send a batch, find what was sent (by metadata), look at
// the server, lift a suppression.
// Faithful in status and error codes, limits, the Message-ID rule and the events that follow; domains in their own
// file. Not there: templates, statistics, search by anything else, clicks.
//
// Failures on demand (POST /control/fail {service: "postmark", …}):
//   match "POST /email"      before anything is kept: nothing was sent
//   match "accept"           after the mail was kept: {drop: true} cuts the line before the answer, so that the app
//                            cannot know; "accept ebba@" does so only for mails whose body contains "ebba@"

import express from "express";
import type { ErrorRequestHandler, Request, Response, Router } from "express";
import type { FailRule, SandboxState } from "../state.ts";
import { failIfAsked, recordCall } from "../state.ts";
import { accept } from "./accept.ts";
import type { Accepted } from "./accept.ts";
import { changeSubscription } from "./events.ts";
import { domainRoutes } from "./domains.ts";
import { postmarkMessage, refusal } from "./message.ts";
import type { Refusal } from "./message.ts";

/** The API, to be mounted where POSTMARK_API_URL points. */
export function postmarkRoutes(state: SandboxState): Router {
  const router = express.Router();
  router.use(express.text({ type: () => true, limit: "50mb" }));
  router.use(async (req, res, next) => {
    // a recorded mail with large attachments would only fill the memory
    const small = typeof req.body === "string" && req.body.length < 1_000_000;
    recordCall(state, req, res, { service: "postmark", body: small ? parsed(req.body) : undefined });
    if (!(await failsNow(state, req, res, (rule) => !afterwards(rule)))) next();
  });
  router.use("/domains", domainRoutes(state));
  router.use((req, res, next) => {
    const token = req.get("X-Postmark-Server-Token");
    if (token === state.config.postmarkToken) return next();
    res.status(401).json({
      ErrorCode: 10,
      Message: token
        ? "Request does not contain a valid Server token."
        : "No Account or Server API tokens were supplied in the HTTP headers. Please add a header for either X-Postmark-Account-Token or X-Postmark-Server-Token.",
    });
  });

  router.post("/email", async (req, res) => {
    const message = messageIn(req, res);
    if (message === undefined) return;
    const answer = sendOne(state, message);
    if (answer.ErrorCode !== 0) return void res.status(422).json(answer);
    if (!(await failsNow(state, req, res, afterwards))) res.json(answer);
  });

  router.post("/email/batch", async (req, res) => {
    const messages = messageIn(req, res);
    if (messages === undefined) return;
    if (!Array.isArray(messages)) return void res.status(422).json(INVALID_JSON);
    if (messages.length > 500) {
      return void res
        .status(422)
        .json({ ErrorCode: 410, Message: "Too many batch messages: the maximum is 500." });
    }
    const answers = messages.map((message: unknown) => sendOne(state, message));
    if (!(await failsNow(state, req, res, afterwards))) res.json(answers);
  });

  router.get("/messages/outbound", (req, res) => {
    const wanted = Object.entries(req.query).filter(([name]) => name.startsWith("metadata_"));
    const found = state.mail.sent
      .filter((mail) =>
        wanted.every(([name, value]) => mail.metadata[name.slice("metadata_".length)] === value),
      )
      .toReversed();
    const [offset, count] = [Number(req.query.offset ?? 0), Number(req.query.count ?? 100)];
    res.json({
      TotalCount: found.length,
      Messages: found.slice(offset, offset + count).map((mail) => ({
        MessageID: mail.id,
        MessageStream: mail.messageStream,
        Recipients: Object.keys(mail.outcomes),
        ReceivedAt: mail.at,
        From: mail.request.From ?? "",
        Subject: mail.subject,
        Status: "Sent",
        Metadata: mail.metadata,
      })),
    });
  });

  router.get("/server", (_req, res) => {
    res.json({
      ID: 23,
      Name: "Samla sandbox",
      ApiTokens: [],
      Color: "blue",
      SmtpApiActivated: false,
      RawEmailEnabled: true,
      DeliveryType: "Sandbox",
      InboundAddress: state.config.inboundAddress,
      InboundHookUrl: `${state.config.appUrl}/hooks/postmark/inbound`,
      InboundSpamThreshold: 0,
    });
  });

  router.post("/message-streams/:stream/suppressions/delete", (req, res) => {
    const asked = parsed(req.body);
    const list = asked && typeof asked === "object" && "Suppressions" in asked ? asked.Suppressions : [];
    const emails = (Array.isArray(list) ? list : []).map(
      (entry: { EmailAddress?: string }) => entry.EmailAddress ?? "",
    );
    for (const email of emails)
      if (state.mail.suppressed.delete(email.toLowerCase())) void changeSubscription(state, email, null);
    res.json({
      Suppressions: emails.map((EmailAddress) => ({ EmailAddress, Status: "Deleted", Message: null })),
    });
  });

  router.use((_req, res) => {
    res
      .status(404)
      .json({ ErrorCode: 404, Message: "This part of Postmark's API does not exist in the sandbox." });
  });
  const tooLarge: ErrorRequestHandler = (error, _req, res, next) => {
    if (error?.type !== "entity.too.large") return next(error);
    res.status(413).json({ ErrorCode: 413, Message: "The request is larger than 50 MB." });
  };
  router.use(tooLarge);
  return router;
}

function sendOne(state: SandboxState, candidate: unknown): Accepted | Refusal {
  const message = postmarkMessage.safeParse(candidate);
  if (!message.success)
    return { ErrorCode: 403, Message: `Incompatible JSON: ${message.error.issues[0]?.message ?? ""}` };
  return refusal(message.data, state.mail) ?? accept(state, message.data);
}

const INVALID_JSON: Refusal = { ErrorCode: 402, Message: "Received invalid JSON input." };

/** The body as JSON; answers the request itself (and returns undefined) when it is not JSON at all. */
function messageIn(req: Request, res: Response): unknown {
  if (!req.is("application/json")) {
    res.status(422).json({
      ErrorCode: 409,
      Message: "Your HTTP request does not have the Accept and Content-Type headers set to application/json.",
    });
    return undefined;
  }
  const body = parsed(req.body);
  if (body === undefined) res.status(422).json(INVALID_JSON);
  return body;
}

const afterwards = (rule: FailRule) => rule.service === "postmark" && /^accept\b/.test(rule.match);

/** Applies only those rules that `concerns` picks; "accept" rules see "accept" before the body. */
async function failsNow(
  state: SandboxState,
  req: Request,
  res: Response,
  concerns: (rule: FailRule) => boolean,
): Promise<boolean> {
  const rules = state.failures.filter(concerns);
  const late = rules.length > 0 && rules.every(afterwards);
  const picked = rules.find(
    ({ service, match }) =>
      service === "postmark" &&
      matches(match, `${req.method} ${req.path} ${typeof req.body === "string" ? req.body : ""}`, late),
  );
  if (!picked) return false;
  picked.times -= 1;
  if (picked.times <= 0) state.failures.splice(state.failures.indexOf(picked), 1);
  return failIfAsked({ ...state, failures: [{ ...picked, match: "" }] }, req, res, { service: "postmark" });
}

const matches = (match: string, text: string, late: boolean) =>
  text.includes(late ? match.replace(/^accept\s*/, "") : match);

function parsed(body: unknown): unknown {
  if (typeof body !== "string") return body;
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}
