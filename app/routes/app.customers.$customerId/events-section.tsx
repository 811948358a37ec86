import type { CustomerView } from "./customer-view.ts";

export function EventsSection({ view: _ }: { view: CustomerView }) {
  return null;
}
