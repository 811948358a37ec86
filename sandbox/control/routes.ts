// The sandbox's remote control, for tests and for people with curl. Reachable from this machine only, so unguarded.
//
//   POST /reset                         world, mail, objects, calls, failures, clock and installations as at the start
//   POST /fail {service, match, times?, status? | drop?, delayMs?}   the next matching requests go wrong
//   GET  /calls?service=&shop=          what was called, oldest first
//   POST /session-token {shop, staff, claims?, alg?, secret?}   -> {token}; staff is an id or an e-mail address
//   POST /clock {now}                   moves sandbox and app; null = back to the machine's time. GET: see clock.ts
//   POST /shop {shop, protectedData?, scopes?, points?}   approval for customer data, granted scopes, query budget
//   POST /plan {shop, plan}             the merchant chooses Free, Smart or Plus, and the app is told
//   POST /uninstall {shop} · /install {shop} · /scopes {shop, scopes}   what a merchant does, with its webhook
//   POST /order {shop, order, what, quietly?}   something happens to an order (by id or name; shopify/order-life.ts), and
//                                       the app is told, unless quietly -> {order, updatedAt}
//   POST /customer {shop, customer, note?, tags?, emailMarketing?}   a merchant changes a customer (id or e-mail), and the
//                                       app is told
//   POST /customer-merge {shop, customer, other}   staff make one of two customers; the first is kept
//   POST /webhook {shop, topic, payload?, customer?, duplicate?, swapHeaders?, path?}   -> {path, webhookId, statuses}
//   POST /dns {domain, record?: "dkim" | "return-path", published?}   records Postmark asked for: there, or not
// What was asked wrongly is answered 400 {error}.

import express from "express";
import type { ErrorRequestHandler, Request, RequestHandler, Router } from "express";
import type { z } from "zod";
import { publish } from "../mail/dns.ts";
import { createMailStore } from "../mail/store.ts";
import {
  changeScopes,
  choosePlan,
  installApp,
  installationIn,
  payloadFor,
  uninstallApp,
} from "../shopify/app-life.ts";
import { createInstallations } from "../shopify/installation.ts";
import { changeCustomer, mergeCustomers } from "../shopify/customer-changes.ts";
import { happen } from "../shopify/order-life.ts";
import { mintSessionToken } from "../shopify/session-token.ts";
import { sendWebhook } from "../shopify/webhooks.ts";
import type { SandboxState } from "../state.ts";
import { createClock } from "./clock.ts";
import * as wanted from "./wanted.ts";

/** The router, to be mounted at /control (after /control/mail). */
export function controlRoutes(state: SandboxState): Router {
  const pristine = structuredClone(state.world);
  const clock = createClock(state);
  const router = express.Router();
  router.use(express.json({ limit: "50mb", strict: false }));

  router.get("/clock", (req, res) => clock.listen(req, res));
  router.get(
    "/calls",
    answer(({ query: { service, shop } }) =>
      state.calls.filter((call) => (!service || call.service === service) && (!shop || call.shop === shop)),
    ),
  );
  router.post(
    "/reset",
    answer(async () => {
      state.world = structuredClone(pristine);
      state.mail.close();
      state.mail = createMailStore();
      state.objects.clear();
      state.calls.length = 0;
      state.failures.length = 0;
      state.installations = createInstallations(pristine);
      await clock.move(null);
      return { ok: true };
    }),
  );
  router.post(
    "/fail",
    answer(({ body }) => {
      state.failures.push(wanted.failure.parse(body));
      return { ok: true, waiting: state.failures };
    }),
  );
  router.post(
    "/clock",
    answer(async ({ body }) => {
      await clock.move(wanted.clock.parse(body).now);
      return { now: state.now().toISOString(), offsetMs: state.clockOffsetMs };
    }),
  );
  router.post(
    "/dns",
    answer(({ body }) => changeDns(state, wanted.dns.parse(body))),
  );
  router.post(
    "/session-token",
    answer(({ body }) => ({ token: sessionToken(state, wanted.sessionToken.parse(body)) })),
  );
  router.post(
    "/shop",
    answer(({ body }) => changeShop(state, wanted.shop.parse(body))),
  );
  router.post(
    "/uninstall",
    answer(({ body }) => uninstallApp(state, wanted.inShop.parse(body).shop)),
  );
  router.post(
    "/install",
    answer(({ body }) => {
      installApp(state, wanted.inShop.parse(body).shop);
      return { ok: true };
    }),
  );
  router.post(
    "/scopes",
    answer(({ body }) => {
      const { shop, scopes } = wanted.scopes.parse(body);
      return changeScopes(state, shop, scopes);
    }),
  );
  router.post(
    "/plan",
    answer(({ body }) => {
      const { shop, plan } = wanted.plan.parse(body);
      return choosePlan(state, shop, plan);
    }),
  );
  router.post(
    "/order",
    answer(({ body }) => {
      const { shop, ...wish } = wanted.order.parse(body);
      const { name, updatedAt } = happen(state, installationIn(state, shop).shop, wish);
      return { order: name, updatedAt };
    }),
  );
  router.post(
    "/customer",
    answer(({ body }) => {
      const { shop, ...wish } = wanted.customer.parse(body);
      const { note, tags, updatedAt } = changeCustomer(state, installationIn(state, shop).shop, wish);
      return { note, tags, updatedAt };
    }),
  );
  router.post(
    "/customer-merge",
    answer(async ({ body }) => {
      const { shop, ...wish } = wanted.customerMerge.parse(body);
      const told = await mergeCustomers(state, installationIn(state, shop).shop, wish);
      return { topic: "customers/merge", ...told };
    }),
  );
  router.post(
    "/webhook",
    answer(({ body }) => {
      const { shop, topic, payload, customer, duplicate, swapHeaders, path } = wanted.webhook.parse(body);
      return sendWebhook(state, {
        shop,
        topic,
        payload: payload === undefined ? payloadFor(state, shop, topic, customer) : payload,
        copies: 1 + Number(duplicate ?? 0),
        headers: swapHeaders,
        path,
      });
    }),
  );

  router.use(
    (req, res) =>
      void res.status(404).json({ error: `The remote control has no ${req.method} ${req.path}.` }),
  );
  router.use(plainError);
  return router;
}

/** A handler that answers what `work` returns, as JSON, and hands on what it throws. */
const answer =
  (work: (req: Request) => unknown): RequestHandler =>
  (req, res, next) => {
    Promise.resolve(req)
      .then(work)
      .then((body) => res.json(body))
      .catch(next);
  };

function changeDns(state: SandboxState, { domain, record, published }: z.infer<typeof wanted.dns>) {
  const found = state.mail.domains.find(({ name }) => name === domain.toLowerCase());
  if (!found) throw new Error(`Postmark has no domain ${domain}.`);
  if (record !== "return-path") publish(state, found.dkim.host, published);
  if (record !== "dkim") publish(state, found.returnPath.host, published);
  return { ok: true };
}

function sessionToken(state: SandboxState, wish: z.infer<typeof wanted.sessionToken>): string {
  const { shop: domain, staff, ...overrides } = wish;
  const { shop } = installationIn(state, domain);
  const member = shop.staff.find(
    (one) => one.id === staff || one.email.toLowerCase() === staff.toLowerCase(),
  );
  if (!member) throw new Error(`${shop.name} has no ${staff} on its staff.`);
  const { apiKey, apiSecret } = state.config;
  return mintSessionToken(
    { shop: domain, userId: member.id, apiKey, apiSecret, now: state.now() },
    overrides,
  );
}

function changeShop(state: SandboxState, wish: z.infer<typeof wanted.shop>) {
  const { shop, installation } = installationIn(state, wish.shop);
  installation.protectedData = wish.protectedData ?? installation.protectedData;
  shop.scopes = wish.scopes ?? shop.scopes;
  if (wish.points !== undefined) installation.bucket = { available: wish.points, at: state.now().getTime() };
  const { installed, protectedData } = installation;
  return { shop: shop.domain, installed, protectedData, scopes: shop.scopes };
}

const plainError: ErrorRequestHandler = (error: unknown, _req, res, _next) => {
  res.status(400).json({ error: wanted.sentence(error) });
};
