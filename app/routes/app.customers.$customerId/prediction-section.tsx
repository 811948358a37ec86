import type { CustomerView } from "./customer-view.ts";

export function PredictionSection({ view: _ }: { view: CustomerView }) {
  return null;
}
