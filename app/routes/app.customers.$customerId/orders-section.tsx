import type { CustomerView } from "./customer-view.ts";

export function OrdersSection({ view: _ }: { view: CustomerView }) {
  return null;
}
