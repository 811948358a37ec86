import { Box, OptionList, Text, TextField } from "@shopify/polaris";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Choice } from "./choices.ts";

const LONG = 8;
const MOST_SHOWN = 100;

/** Some of many: a long list can be searched. */
export function ChooseValues(props: {
  title: string;
  choices: Choice[];
  selected: string[];
  onChange: (selected: string[]) => void;
}) {
  const { t } = useTranslation();
  const [words, setWords] = useState("");
  const wanted = words.trim().toLocaleLowerCase();
  const shown = props.choices.filter(({ label }) => label.toLocaleLowerCase().includes(wanted));
  return (
    <>
      {props.choices.length > LONG ? (
        <Box padding="200" paddingBlockEnd="0">
          <TextField
            label={t("lists.filters.find", { what: props.title })}
            labelHidden
            placeholder={t("lists.filters.find", { what: props.title })}
            value={words}
            onChange={setWords}
            autoComplete="off"
            autoFocus
          />
        </Box>
      ) : null}
      {shown.length ? (
        <OptionList
          title={props.title}
          allowMultiple
          options={shown.slice(0, MOST_SHOWN)}
          // What is chosen but not shown stays chosen.
          selected={props.selected}
          onChange={(selected) => {
            const hidden = props.selected.filter((value) => !shown.some((one) => one.value === value));
            props.onChange([...new Set([...hidden, ...selected])]);
          }}
        />
      ) : (
        <Box padding="300">
          <Text as="p" tone="subdued">
            {t("lists.filters.none")}
          </Text>
        </Box>
      )}
    </>
  );
}
