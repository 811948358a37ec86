// One ticket. Its page is a module of its own, so that the list can fetch it before it is asked for.
import { json, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData, type ClientLoaderFunctionArgs } from "@remix-run/react";
import { page } from "../../auth.server.ts";
import type { TicketView } from "../../tickets/ticket-view.ts";
import { Failure } from "../../ui/failure.tsx";
import { asksFor } from "../../ui/live/scope.ts";
import { VerbsProvider } from "./controls/verbs.tsx";
import { openTicket } from "./open-ticket.ts";
import { Ticket } from "./ticket.tsx";
import { useCameFrom } from "./use-came-from.ts";
import { viewTicket } from "./view.server.ts";

export const loader = page(async (args: LoaderFunctionArgs) => json(await viewTicket(args)));

export const shouldRevalidate = asksFor("ticket", ({ pathname }) => pathname);

export const clientLoader = ({ request, params, serverLoader }: ClientLoaderFunctionArgs) =>
  openTicket(
    params.ticketId ?? "",
    request.signal,
    () => serverLoader<typeof loader>() as Promise<TicketView>,
  );

export default function TicketRoute() {
  const ticket = useLoaderData<typeof loader>() as TicketView;
  const cameFrom = useCameFrom(ticket.id);
  return (
    <VerbsProvider key={ticket.id} ticket={ticket}>
      <Ticket ticket={ticket} cameFrom={cameFrom} />
    </VerbsProvider>
  );
}

export function ErrorBoundary() {
  return <Failure />;
}
