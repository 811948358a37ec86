// Choosing a macro: it is shown as this customer would read it before it is taken.
import { Badge, Button } from "@shopify/polaris";
import { Link } from "@remix-run/react";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { now } from "../../lib/clock.ts";
import type { Macro } from "../../tickets/macros/macro.ts";
import { variablesLeft } from "../../tickets/variables-in-html.ts";
import { Finder, OptionName, type Place } from "../finder/finder.tsx";
import { useFacts } from "./facts.ts";
import { useMacros, type KnownMacros } from "./known.ts";
import { PickedMacro } from "./picked.tsx";
import { findMacros } from "./search.ts";

/** So many stand in the list; more are found by typing. */
const MOST_SHOWN = 60;

export function MacroPicker(props: {
  ticketId: string;
  at: Place | null;
  onChoose: (macro: Macro) => void;
  onClose: (typed: string | null) => void;
}) {
  const { t } = useTranslation();
  const { onChoose } = props;
  const known = useMacros();
  const { macros } = known;
  const [typed, setTyped] = useState("");
  const [moved, setMoved] = useState<string | null>(null);
  const own = useFacts(props.ticketId, { own: true, order: false });
  const found = useMemo(
    () => findMacros(macros ?? [], typed, { language: own.language, now: now() }),
    [macros, typed, own.language],
  );
  const shown = found.slice(0, MOST_SHOWN);
  const current = shown.find(({ id }) => id === moved) ?? shown[0];
  const { facts } = useFacts(props.ticketId, { own: true, order: asksShopify(current) });
  return (
    <Finder
      title={t("macros.title")}
      find={t("macros.find")}
      testId="macro-picker"
      at={props.at}
      typed={typed}
      onTyped={(text) => {
        setTyped(text);
        setMoved(null);
      }}
      shown={shown}
      current={current}
      onMove={(macro) => setMoved(macro?.id ?? null)}
      onTake={onChoose}
      // A finger looks first: there is no hovering.
      onTap={(macro) => (macro === current ? onChoose(macro) : setMoved(macro.id))}
      onClose={props.onClose}
      optionOf={(macro) => (
        <>
          <OptionName>{macro.name}</OptionName>
          {macro.locale && macro.locale !== own.language ? (
            <Badge size="small">{t(`macros.languages.${macro.locale}`)}</Badge>
          ) : null}
          {macro.own ? <Badge size="small">{t("macros.own")}</Badge> : null}
        </>
      )}
      nothing={<NoMacro known={known} typed={typed} />}
      beside={current ? <PickedMacro macro={current} facts={facts} onTake={() => onChoose(current)} /> : null}
    />
  );
}

function NoMacro({ known: { macros, failed, retry }, typed }: { known: KnownMacros; typed: string }) {
  const { t } = useTranslation();
  if (failed)
    return (
      <>
        <p>{t("macros.loadFailed")}</p>
        <Button onClick={retry}>{t("macros.retry")}</Button>
      </>
    );
  if (macros === null) return <p>{t("macros.loading")}</p>;
  return (
    <>
      <p>{macros.length ? t("macros.noHit", { typed }) : t("macros.none")}</p>
      <Link to={`/app/settings/macros/new${typed ? `?name=${encodeURIComponent(typed)}` : ""}`}>
        {t("macros.makeOne")}
      </Link>
    </>
  );
}

const asksShopify = (macro: Macro | undefined): boolean =>
  macro !== undefined && variablesLeft(macro.html).some((written) => /(?:order|tracking)\./.test(written));
