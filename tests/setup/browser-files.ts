// Global set-up of the browser flows: what they need that other tests do not.
import { buildApp } from "../../scripts/build.mjs";
import { unpackChromium } from "../../scripts/chromium.mjs";

/** Builds the app and unpacks Chromium, unless both are there; browsers are told where by the environment. */
export default async function setup(): Promise<void> {
  await buildApp();
  Object.assign(process.env, await unpackChromium());
}
