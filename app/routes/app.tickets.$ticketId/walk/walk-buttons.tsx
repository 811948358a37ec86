// Previous and next ticket, beside what the ticket is about.
import { Button, ButtonGroup } from "@shopify/polaris";
import { ChevronDownIcon, ChevronUpIcon } from "@shopify/polaris-icons";
import { useTranslation } from "react-i18next";
import type { Walk } from "./use-walk.ts";

export function WalkButtons({ walk: { previous, next, go } }: { walk: Walk }) {
  const { t } = useTranslation();
  return (
    <ButtonGroup variant="segmented">
      <Button
        icon={ChevronUpIcon}
        accessibilityLabel={t("conversation.previous")}
        disabled={!previous}
        onClick={() => go("previous")}
      />
      <Button
        icon={ChevronDownIcon}
        accessibilityLabel={t("conversation.next")}
        disabled={!next}
        onClick={() => go("next")}
      />
    </ButtonGroup>
  );
}
