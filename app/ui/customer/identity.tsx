// How sure we are that the person is who they say, why, and what an agent can do about it.
import { Badge, BlockStack, Button, InlineStack, Text } from "@shopify/polaris";
import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";
import type { Identity } from "../../customers/customer.ts";
import type { IdentityDetail, IdentityReason } from "../../customers/identity.ts";
import { useClock } from "../clock.tsx";
import { formatAgo } from "../dates.ts";
import { useConfirmIdentity } from "./use-confirm-identity.ts";

interface OfTicket {
  id: string;
  identity: Identity;
  identityReason: IdentityReason | null;
  identityDetail: IdentityDetail;
}

const TONES = { verified: "success", claimed: undefined, mismatch: "warning" } as const;

export function IdentityLine({ ticket }: { ticket: OfTicket }) {
  const { t } = useTranslation();
  const { now, reader } = useClock();
  const { identity, identityReason } = ticket;
  const { confirm, takeBack, busy, failed } = useConfirmIdentity(ticket.id);
  return (
    <div data-testid="identity" data-identity={identity} data-reason={identityReason}>
      <BlockStack gap="100" inlineAlign="start">
        <InlineStack>
          <Badge tone={TONES[identity]}>{t(`identity.${identity}`)}</Badge>
        </InlineStack>
        <Text as="p" tone={identity === "mismatch" ? "caution" : "subdued"} variant="bodySm" breakWord>
          {sayReason(t, ticket, (at) => formatAgo(new Date(at), now, reader) ?? t("time.now"))}
        </Text>
        {identity === "mismatch" ? (
          <Button size="slim" onClick={() => void confirm()} loading={busy}>
            {t("identity.confirm")}
          </Button>
        ) : null}
        {identityReason === "agent" ? (
          <Button variant="plain" onClick={() => void takeBack()} loading={busy}>
            {t("identity.takeBack")}
          </Button>
        ) : null}
        {failed ? (
          <Text as="p" tone="critical" variant="bodySm">
            {t("identity.failed")}
          </Text>
        ) : null}
      </BlockStack>
    </div>
  );
}

/** In a sentence an agent can repeat. */
function sayReason(
  t: TFunction,
  { identity, identityReason: reason, identityDetail: detail }: OfTicket,
  when: (at: string) => string,
): string {
  if (!reason) return t(`identity.${identity}Help`);
  if (reason === "agent")
    return t("identity.because.agent", {
      name: detail.byName ?? t("message.team"),
      at: detail.at ? when(detail.at) : "",
    });
  if (reason === "other-account" && detail.account && detail.address)
    return t("identity.because.otherAccount", { account: detail.account, address: detail.address });
  return t(`identity.because.${CODES[reason]}`);
}

const CODES = {
  "signed-in": "signedIn",
  "shopify-address": "shopifyAddress",
  "signed-reply": "signedReply",
  address: "address",
  stranger: "stranger",
  unanswered: "unanswered",
  "other-account": "otherAccountUnnamed",
} as const;
