import { json, type LoaderFunctionArgs } from "@remix-run/node";
import { handled } from "../auth.server.ts";
import { viewTicket } from "./app.tickets.$ticketId/view.server.ts";

/** A ticket's page as data, before anybody has opened it: nothing is marked read. */
export const loader = handled(async (args: LoaderFunctionArgs) => json(await viewTicket(args)));
