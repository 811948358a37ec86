// Tags as they will be once Shopify has done what was asked, with a way back.
import { useAppBridge } from "@shopify/app-bridge-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { callVerb, type VerbFailure } from "../verb.ts";
import { fieldsOf, type Place } from "./place.ts";

type Method = "POST" | "DELETE";

export function useTags(place: Place, there: string[]) {
  const { t } = useTranslation();
  const shopify = useAppBridge();
  const [asked, setAsked] = useState<Map<string, Method>>(new Map());
  const [failure, setFailure] = useState<VerbFailure | null>(null);
  const put = (tag: string, method: Method | null) =>
    setAsked((before) => {
      const next = new Map(before);
      if (method) next.set(tag, method);
      else next.delete(tag);
      return next;
    });
  const change = async (method: Method, tag: string, back: boolean): Promise<boolean> => {
    put(tag, method);
    const path = `/app/customers/${place.customerId}/tags`;
    const result = await callVerb(method, path, { ...fieldsOf(place), tag });
    setFailure(result.ok ? null : result);
    if (!result.ok) put(tag, null);
    else if (back) {
      const said = method === "POST" ? t("customer.tagAdded", { tag }) : t("customer.tagRemoved", { tag });
      const undo = () => void change(method === "POST" ? "DELETE" : "POST", tag, false);
      shopify.toast.show(said, { action: t("ticket.undo"), onAction: undo });
    }
    return result.ok;
  };
  return {
    tags: shown(there, asked),
    failure,
    add: (tag: string) => change("POST", tag, true),
    remove: (tag: string) => change("DELETE", tag, true),
  };
}

/** What is there, and what was asked for since. */
function shown(there: string[], asked: Map<string, Method>): string[] {
  const added = [...asked].filter(([tag, method]) => method === "POST" && !there.includes(tag));
  return [...there.filter((tag) => asked.get(tag) !== "DELETE"), ...added.map(([tag]) => tag)];
}
