// What the app reaches at https://{shop}.myshopify.com. The preload sends it here with the host in x-emulated-host.

import { randomUUID } from "node:crypto";
import express from "express";
import type { Request, Response, Router } from "express";
import type { SandboxState } from "../state.ts";
import { failIfAsked, recordCall } from "../state.ts";
import { sendBulkFile } from "./bulk-file.ts";
import { callerOf } from "./caller.ts";
import { runGraphql } from "./execute.ts";
import { API_VERSION } from "./schema.ts";
import { answerTokenRequest } from "./token-endpoint.ts";

/** The token endpoint and the Admin GraphQL API, for every shop of the world. */
export function shopifyRoutes(state: SandboxState): Router {
  const router = express.Router();
  router.use(express.json({ limit: "5mb" }), express.urlencoded({ extended: false }));
  router.use((req, res, next) => {
    const shop = domainOf(req);
    res.set("X-Request-Id", randomUUID());
    recordCall(state, req, res, { service: "shopify", body: req.body as unknown, shop });
    failIfAsked(state, req, res, { service: "shopify", body: req.body as unknown }).then(
      (answered) => void (answered || next()),
      next,
    );
  });

  router.get("/bulk-operation-outputs/:id", (req, res) => sendBulkFile(state, req, res));
  router.post("/admin/oauth/access_token", (req, res) => answerTokenRequest(state, req, res, domainOf(req)));
  router.post("/admin/api/:version/graphql.json", (req, res, next) => {
    answerGraphql(state, req, res).catch(next);
  });
  router.use((_req, res) => void res.status(404).json({ errors: "Not Found" }));
  return router;
}

async function answerGraphql(state: SandboxState, req: Request, res: Response): Promise<void> {
  const { version } = req.params;
  const caller = callerOf(state, domainOf(req), req.get("X-Shopify-Access-Token"));
  if (!caller) {
    const errors = "[API] Invalid API key or access token (unrecognized login or wrong password)";
    res.status(401).json({ errors });
  } else if (version !== API_VERSION) {
    res.status(404).json({ errors: `The sandbox speaks API version ${API_VERSION} only, not ${version}.` });
  } else {
    const { status, body } = await runGraphql(caller, req.body as Record<string, unknown>);
    res.locals.points = costIn(body);
    res.status(status).set("X-Shopify-API-Version", API_VERSION).json(body);
  }
}

const costIn = (body: Record<string, unknown>) =>
  (body.extensions as { cost?: { actualQueryCost?: number } } | undefined)?.cost?.actualQueryCost;

const domainOf = (req: Request) => req.get("x-emulated-host") ?? "";
