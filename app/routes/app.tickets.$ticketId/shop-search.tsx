// A field that finds what the store sells, by what is typed in it. What is found stands below.
import { Spinner, Text, TextField } from "@shopify/polaris";
import { useEffect, useState, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { callVerb } from "../../ui/verb.ts";

type Found<Item> = Item[] | "asking" | "failed" | null;

/** `path` answers `{ found }` to the words in `?q=`; `children` draws what it answered, also when that is nothing. */
export function ShopSearch<Item>(props: {
  label: string;
  placeholder: string;
  path: string;
  children: (found: Item[]) => ReactNode;
}) {
  const { t } = useTranslation();
  const { label, placeholder, path, children } = props;
  const [typed, setTyped] = useState("");
  const found = useFound<Item>(path, typed.trim());
  return (
    <>
      <TextField
        label={label}
        placeholder={placeholder}
        value={typed}
        onChange={setTyped}
        maxLength={100}
        autoComplete="off"
        suffix={found === "asking" ? <Spinner size="small" /> : undefined}
      />
      <div role="status">
        {found === "failed" ? <Text as="p">{t("orderActions.problem.shopify")}</Text> : null}
        {Array.isArray(found) && !found.length ? (
          <Text as="p" tone="subdued">
            {t("orderActions.nothingFound")}
          </Text>
        ) : null}
      </div>
      {Array.isArray(found) ? children(found) : null}
    </>
  );
}

const TYPING = 250;

function useFound<Item>(path: string, typed: string): Found<Item> {
  const [found, setFound] = useState<Found<Item>>(null);
  useEffect(() => {
    if (!typed) return setFound(null);
    let gone = false;
    setFound("asking");
    const timer = setTimeout(() => {
      void callVerb<{ found: Item[] }>("GET", `${path}?q=${encodeURIComponent(typed)}`).then((result) => {
        if (!gone) setFound(result.ok ? result.data.found : "failed");
      });
    }, TYPING);
    return () => {
      gone = true;
      clearTimeout(timer);
    };
  }, [path, typed]);
  return found;
}
