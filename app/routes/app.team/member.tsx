import { useAppBridge } from "@shopify/app-bridge-react";
import { Badge, BlockStack, InlineError, InlineStack, Text } from "@shopify/polaris";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { TeamMember } from "../../team/agents.server.ts";
import type { Role } from "../../team/roles.ts";
import { useFailureText } from "../../ui/failure.tsx";
import { useLive } from "../../ui/live/live.tsx";
import { Ago } from "../../ui/moment.tsx";
import { callVerb, type VerbFailure } from "../../ui/verb.ts";
import { GiveAccess, RemoveAccess, RoleChoice } from "./access.tsx";
import styles from "./team.module.css";

/** One colleague: who, where, when last here, and for owners what they may do. */
export function Member(props: { member: TeamMember; manages: boolean; itsMe: boolean; onlyOwner: boolean }) {
  const { t } = useTranslation();
  const { member, manages, onlyOwner } = props;
  const { name, role } = member;
  const { ask, busy, failure } = useRoleChange(member);
  const words = useFailureText();
  return (
    <li className={styles.member} data-testid="member" data-email={member.email} data-role={role ?? "none"}>
      <div className={styles.who}>
        <InlineStack gap="200" blockAlign="center">
          <Text as="h3" variant="headingSm" breakWord>
            {name}
          </Text>
          {props.itsMe ? <Badge>{t("team.you")}</Badge> : null}
        </InlineStack>
        <Text as="p" tone="subdued" breakWord>
          {member.email}
        </Text>
        <p className={styles.small}>
          {member.stores.join(", ")}
          {member.stores.length ? " · " : ""}
          {t("team.lastSeen")} {member.lastSeenAt ? <Ago at={member.lastSeenAt} /> : t("time.never")}
        </p>
      </div>
      <BlockStack gap="200" inlineAlign="end">
        {!manages ? role ? <Badge>{t(`roles.${role}`)}</Badge> : null : null}
        {manages && !role ? <GiveAccess name={name} busy={busy} onGive={(given) => ask(given)} /> : null}
        {manages && role ? (
          <InlineStack gap="200" blockAlign="center">
            <RoleChoice
              name={name}
              role={role}
              disabled={onlyOwner || busy}
              onChoose={(given) => ask(given)}
            />
            <RemoveAccess name={name} disabled={onlyOwner || busy} onRemove={() => ask(null)} />
          </InlineStack>
        ) : null}
        {failure ? <InlineError fieldID={member.id} message={words(failure.error)} /> : null}
      </BlockStack>
      {manages && onlyOwner ? <p className={styles.hint}>{t("team.lastOwner")}</p> : null}
    </li>
  );
}

function useRoleChange({ id, name }: TeamMember) {
  const { t } = useTranslation();
  const shopify = useAppBridge();
  const { refresh } = useLive();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<VerbFailure | null>(null);
  const ask = async (role: Role | null) => {
    setBusy(true);
    const path = `/app/team/${id}/role`;
    const result = role ? await callVerb("POST", path, { role }) : await callVerb("DELETE", path);
    setBusy(false);
    setFailure(result.ok ? null : result);
    if (result.ok) shopify.toast.show(role ? t("team.given", { name }) : t("team.removed", { name }));
    refresh();
  };
  return { ask: (role: Role | null) => void ask(role), busy, failure };
}
