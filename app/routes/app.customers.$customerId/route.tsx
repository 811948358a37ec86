// One customer: who they are, what they are worth, what they bought, what they wrote about.
import { json, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData, useNavigate, type ClientLoaderFunctionArgs } from "@remix-run/react";
import { TitleBar } from "@shopify/app-bridge-react";
import { Page } from "@shopify/polaris";
import { useTranslation } from "react-i18next";
import { page } from "../../auth.server.ts";
import { Failure } from "../../ui/failure.tsx";
import { useFresh } from "../../ui/customer/use-fresh.ts";
import { orLastGood } from "../../ui/last-good.ts";
import { AddressesSection } from "./addresses-section.tsx";
import type { CustomerView } from "./customer-view.ts";
import { ContactSection } from "./contact-section.tsx";
import { EventsSection } from "./events-section.tsx";
import { FiguresSection } from "./figures-section.tsx";
import { NoteSection } from "./note-section.tsx";
import { OrdersSection } from "./orders-section.tsx";
import { PredictionSection } from "./prediction-section.tsx";
import { TicketsSection } from "./tickets-section.tsx";
import { viewCustomer } from "./view.server.ts";
import styles from "./customer.module.css";

export const loader = page(async (args: LoaderFunctionArgs) => json(await viewCustomer(args)));

export const clientLoader = ({ request, serverLoader }: ClientLoaderFunctionArgs) =>
  orLastGood("customer", request, () => serverLoader<typeof loader>() as Promise<CustomerView>);

export default function CustomerPage() {
  const { t } = useTranslation();
  const read = useLoaderData<typeof loader>() as CustomerView;
  const navigate = useNavigate();
  const { customer, store } = read;
  const path = `/app/customers/${customer.id}/card?store=${store?.id ?? ""}`;
  const state = useFresh(path, store && customer.id, read.card);
  const view = { ...read, card: state.card };
  const name = customer.name || customer.email || t("card.unnamed");
  return (
    <main className={styles.page} data-testid="customer-page">
      <TitleBar title={name} />
      <Page
        title={name}
        {...(customer.name && customer.email ? { subtitle: customer.email } : {})}
        backAction={{ content: t("nav.inbox"), onAction: () => navigate("/app/tickets") }}
      >
        <div className={styles.columns}>
          <div className={styles.column}>
            <FiguresSection view={view} state={state} />
            <PredictionSection view={view} />
            <div id="orders">
              <OrdersSection view={view} />
            </div>
            <TicketsSection view={view} />
            <EventsSection view={view} />
          </div>
          <div className={styles.column}>
            <AddressesSection view={view} />
            <NoteSection view={view} />
            <ContactSection view={view} />
          </div>
        </div>
      </Page>
    </main>
  );
}

export function ErrorBoundary() {
  return (
    <main>
      <Failure />
    </main>
  );
}
