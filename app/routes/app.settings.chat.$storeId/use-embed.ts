import { useAppBridge } from "@shopify/app-bridge-react";
import { useEffect, useState } from "react";

export type EmbedState = "on" | "off" | "unknown";

/** The name of the chat's file among the theme extension's blocks. */
const HANDLE = "chat";

/** Whether the published theme has the chat switched on, as far as Shopify says; null until it has said. */
export function useEmbed(): EmbedState | null {
  const shopify = useAppBridge();
  const [state, setState] = useState<EmbedState | null>(null);
  useEffect(() => {
    let gone = false;
    const look = () =>
      void askShopify(shopify).then((found) => {
        if (!gone) setState(found);
      });
    look();
    // They come back from the theme editor.
    window.addEventListener("focus", look);
    return () => {
      gone = true;
      window.removeEventListener("focus", look);
    };
  }, [shopify]);
  return state;
}

async function askShopify(shopify: ReturnType<typeof useAppBridge>): Promise<EmbedState> {
  try {
    const extensions = await shopify.app.extensions();
    const embeds = extensions
      .flatMap(({ activations }) => [...activations])
      .filter((one) => "handle" in one && one.handle === HANDLE);
    if (!embeds.length) return "unknown";
    return embeds.some((one) => "status" in one && one.status === "active") ? "on" : "off";
  } catch {
    return "unknown";
  }
}
