// Postmark's domain API: add a domain, see what its DNS must hold, have it looked up. Needs the account's token.
// "DNS" is what the page /mail/dns and POST /control/dns publish. Faithful in status and error codes and in where
// the DKIM key stands (pending until found). Not there: editing, SPF, key rotation, sender signatures.

import { randomBytes } from "node:crypto";
import express from "express";
import type { Request, Response, Router } from "express";
import { z } from "zod";
import type { SandboxState } from "../state.ts";
import type { Refusal } from "./message.ts";

export interface OwnDomain {
  id: number;
  name: string;
  dkim: { host: string; value: string; found: boolean };
  returnPath: { host: string; value: string; found: boolean };
}

export const ACCOUNT_TOKEN = "samla-sandbox-account";

const wish = z.object({ Name: z.string().default(""), ReturnPathDomain: z.string().nullish() });
const PUBLIC = /^(gmail|googlemail|hotmail|outlook|live|yahoo|icloud|aol|protonmail|gmx|msn)\./;
const NAME = /^(?=.{1,255}$)([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z]([a-z0-9-]*[a-z0-9])?$/;

/** The routes, to be mounted at /domains inside the API; bodies are text by then. */
export function domainRoutes(state: SandboxState): Router {
  const router = express.Router();
  router.use((req, res, next) => {
    if (req.get("X-Postmark-Account-Token") === (state.config.postmarkAccountToken ?? ACCOUNT_TOKEN))
      return next();
    res.status(401).json({ ErrorCode: 10, Message: "Request does not contain a valid Account token." });
  });

  router.get("/", (_req, res) => {
    const { domains } = state.mail;
    res.json({ TotalCount: domains.length, Domains: domains.map(brief) });
  });

  router.post("/", (req, res) => {
    const asked = wish.safeParse(json(req.body));
    if (!asked.success) return refuse(res, { ErrorCode: 402, Message: "Received invalid JSON input." });
    const name = asked.data.Name.trim().toLowerCase();
    const returnPath = asked.data.ReturnPathDomain?.trim().toLowerCase() || `pm-bounces.${name}`;
    const refusal = whyNot(state, name, returnPath);
    if (refusal) return refuse(res, refusal);
    const domain = newDomain(state, name, returnPath);
    state.mail.domains.push(domain);
    state.mail.changed();
    res.json(details(domain));
  });

  router.get("/:id", (req, res) => withDomain(req, res, (domain) => domain));

  router.delete("/:id", (req, res) =>
    withDomain(req, res, (domain) => {
      state.mail.domains = state.mail.domains.filter((other) => other !== domain);
      state.mail.verifiedDomains.delete(domain.name);
      state.mail.changed();
      return null;
    }),
  );

  router.put("/:id/verifyDkim", (req, res) =>
    withDomain(req, res, (domain) => {
      domain.dkim.found = state.mail.published.has(domain.dkim.host);
      if (domain.dkim.found) state.mail.verifiedDomains.add(domain.name);
      else state.mail.verifiedDomains.delete(domain.name);
      state.mail.changed();
      return domain;
    }),
  );

  router.put("/:id/verifyReturnPath", (req, res) =>
    withDomain(req, res, (domain) => {
      domain.returnPath.found = state.mail.published.has(domain.returnPath.host);
      state.mail.changed();
      return domain;
    }),
  );

  function withDomain(req: Request, res: Response, work: (domain: OwnDomain) => OwnDomain | null): void {
    const domain = state.mail.domains.find(({ id }) => String(id) === req.params.id);
    if (!domain) return refuse(res, { ErrorCode: 510, Message: "This domain was not found." });
    const after = work(domain);
    res.json(after ? details(after) : { ErrorCode: 0, Message: `Domain ${domain.name} removed.` });
  }
  return router;
}

function whyNot(state: SandboxState, name: string, returnPath: string): Refusal | null {
  if (!name) return { ErrorCode: 514, Message: "The 'Name' field is required to create a Domain." };
  if (name.length > 255)
    return { ErrorCode: 515, Message: "The 'Name' field is longer than 255 characters." };
  if (!NAME.test(name)) return { ErrorCode: 516, Message: `The 'Name' field is invalid: '${name}'.` };
  if (PUBLIC.test(name)) return { ErrorCode: 503, Message: `You can't use a public domain: '${name}'.` };
  if (state.mail.domains.some((domain) => domain.name === name) || name === "samla.example")
    return { ErrorCode: 512, Message: `This domain already exists: '${name}'.` };
  if (!returnPath.endsWith(`.${name}`))
    return { ErrorCode: 511, Message: "The Return-Path domain must be a subdomain of the domain." };
  return null;
}

let lastId = 36_000;

function newDomain(state: SandboxState, name: string, returnPath: string): OwnDomain {
  const selector = state.now().toISOString().replace(/\D/g, "").slice(0, 14);
  const key = Buffer.concat([Buffer.from("30819f300d06092a864886f70d01", "hex"), randomBytes(148)]);
  return {
    id: ++lastId,
    name,
    dkim: {
      host: `${selector}pm._domainkey.${name}`,
      value: `k=rsa;p=${key.toString("base64")}`,
      found: false,
    },
    returnPath: { host: returnPath, value: "pm.mtasv.net", found: false },
  };
}

const brief = ({ id, name, dkim, returnPath }: OwnDomain) => ({
  ID: id,
  Name: name,
  SPFVerified: true,
  DKIMVerified: dkim.found,
  WeakDKIM: false,
  ReturnPathDomainVerified: returnPath.found,
});

const details = (domain: OwnDomain) => ({
  ...brief(domain),
  SPFHost: domain.name,
  SPFTextValue: "",
  DKIMHost: domain.dkim.found ? domain.dkim.host : "",
  DKIMTextValue: domain.dkim.found ? domain.dkim.value : "",
  DKIMPendingHost: domain.dkim.found ? "" : domain.dkim.host,
  DKIMPendingTextValue: domain.dkim.found ? "" : domain.dkim.value,
  DKIMRevokedHost: "",
  DKIMRevokedTextValue: "",
  SafeToRemoveRevokedKeyFromDNS: false,
  DKIMUpdateStatus: domain.dkim.found ? "Verified" : "Pending",
  ReturnPathDomain: domain.returnPath.host,
  ReturnPathDomainCNAMEValue: domain.returnPath.value,
});

const refuse = (res: Response, refusal: Refusal): void => void res.status(422).json(refusal);

function json(body: unknown): unknown {
  try {
    return typeof body === "string" ? JSON.parse(body) : undefined;
  } catch {
    return undefined;
  }
}
