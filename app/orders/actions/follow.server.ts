// A job of Shopify's is usually done within seconds: the agent sees its end at once, and the worker sees to the rest.
import { setTimeout as wait } from "node:timers/promises";
import type { OrderIntent } from "@prisma/client";
import { StaffCallFailed } from "../../clients/shopify-staff.server.ts";
import type { Acting } from "./acting.server.ts";
import { finishIntent } from "./intent.server.ts";
import { noteOnOrder } from "./note.server.ts";
import { asAgent } from "./read-order.server.ts";
import { judge } from "./settle.server.ts";

const LOOKS = [300, 500, 900, 1_300];

export async function follow(acting: Acting, intent: OrderIntent): Promise<void> {
  const by = { kind: "agent", id: acting.agent.id } as const;
  const ask = asAgent(acting);
  for (const pause of LOOKS) {
    await wait(pause);
    const end = await judge(ask, intent).catch((error: unknown) => {
      if (error instanceof StaffCallFailed) return null;
      throw error;
    });
    if (!end) continue;
    const won = await finishIntent(intent, end, by);
    if (won && end.state === "done") await noteOnOrder(ask, intent, acting);
    return;
  }
}
