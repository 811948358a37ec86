// Which signals say that something stands around every page: the team, labels, departments, stores, settings, and what
// the bell no longer rings for because it is gone. Pure.
import type { LiveSignal } from "../../live/news.ts";

const ABOUT_APP =
  /^(agent|role|profile|label|department|store|setting|contact-form|domain|view|macro|installed|uninstalled|ticket-deleted|privacy-done)/;

export const isAboutApp = ({ type, ticketId }: LiveSignal): boolean => !ticketId && ABOUT_APP.test(type);

/** Something happened to many tickets, which are not named one by one. */
export const isAboutMany = ({ type }: LiveSignal): boolean =>
  type === "bulk" || type.startsWith("customers-");

/** What lists do not get with a row: notices above them, tickets that are no more. */
export const isAboutLists = ({ type }: LiveSignal): boolean =>
  /^(inbound-|ticket-deleted|privacy-done)/.test(type);
