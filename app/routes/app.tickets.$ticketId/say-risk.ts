// An order was at risk, or is not any more, in words for the thread.
import type { TFunction } from "i18next";
import { wishOf } from "../../orders/wish.ts";
import type { ThreadEvent } from "../../tickets/thread.server.ts";

export function sayRisk(t: TFunction, name: string, data: ThreadEvent["data"]): string {
  const order = typeof data.order === "string" ? data.order : t("state.wait.order");
  const wish = wishOf(data.wish);
  if (wish) return t(`risk.events.at.${wish}`, { order });
  if (data.because === "dismissed") return t("risk.events.dismissed", { name, order });
  const because = (["sent", "cancelled", "gone"] as const).find((known) => known === data.because);
  return t(`risk.events.${because ?? "sent"}`, { order });
}
