// The merchant's colour, and in words whether it can be read and seen.
import { BlockStack, Button, InlineStack, Text, TextField } from "@shopify/polaris";
import { useTranslation } from "react-i18next";
import { readColour, type ChatDraft } from "../../channels/chat/draft-settings.ts";
import { contrast, SHAPE_NEEDS, standingOut, textOn } from "../../lib/contrast.ts";
import { useClock } from "../../ui/clock.tsx";
import { pageOf } from "./page-colours.ts";
import styles from "./chat.module.css";

export function Colour(props: {
  value: string;
  theme: ChatDraft["theme"];
  onChange: (colour: string) => void;
  changes: boolean;
  refused: boolean;
}) {
  const { t } = useTranslation();
  const { value, theme, onChange, changes } = props;
  const colour = readColour(value);
  return (
    <BlockStack gap="200">
      <div className={styles.colour}>
        <input
          type="color"
          className={styles.picker}
          value={colour ?? "#000000"}
          onChange={(event) => onChange(event.target.value)}
          aria-label={t("chatSettings.pickColour")}
          disabled={!changes}
        />
        <TextField
          label={t("chatSettings.colour")}
          value={value}
          onChange={(typed) => onChange(typed || "#")}
          autoComplete="off"
          spellCheck={false}
          maxLength={9}
          error={!colour || props.refused ? t("chatSettings.contrast.invalid") : undefined}
          readOnly={!changes}
        />
      </div>
      {colour ? <Readable colour={colour} theme={theme} onChange={changes ? onChange : null} /> : null}
    </BlockStack>
  );
}

/** What WCAG says of it: the text on it is chosen to be read; the button must stand out from the page. */
function Readable(props: {
  colour: string;
  theme: ChatDraft["theme"];
  onChange: ((colour: string) => void) | null;
}) {
  const { t } = useTranslation();
  const { reader } = useClock();
  const { colour, theme, onChange } = props;
  const digits = new Intl.NumberFormat(reader.locale, { maximumFractionDigits: 1 });
  const text = textOn(colour);
  const page = pageOf(theme);
  const stands = contrast(colour, page);
  const better = standingOut(colour, page);
  return (
    <div role="status" data-testid="contrast" data-stands={stands >= SHAPE_NEEDS}>
      <BlockStack gap="200">
        <Text as="p" tone="success">
          {t(text === "#ffffff" ? "chatSettings.contrast.white" : "chatSettings.contrast.black", {
            ratio: digits.format(contrast(colour, text)),
          })}
        </Text>
        {stands < SHAPE_NEEDS ? (
          <>
            <Text as="p" tone="caution">
              {t(theme === "dark" ? "chatSettings.contrast.tooDark" : "chatSettings.contrast.tooPale", {
                ratio: digits.format(stands),
              })}
            </Text>
            {onChange ? (
              <InlineStack>
                <Button onClick={() => onChange(better)}>
                  {t("chatSettings.contrast.use", { colour: better })}
                </Button>
              </InlineStack>
            ) : null}
          </>
        ) : null}
      </BlockStack>
    </div>
  );
}
