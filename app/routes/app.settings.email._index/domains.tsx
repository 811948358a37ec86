// The domains answers may leave from.
import { Link, useNavigate } from "@remix-run/react";
import { BlockStack, Box, Button, Card, Text, TextField } from "@shopify/polaris";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { DomainBadge } from "../../ui/settings/domain-badge.tsx";
import { Refusal, useRefusalOf } from "../../ui/settings/refusal.tsx";
import { useVerb } from "../../ui/settings/use-verb.ts";
import type { ShownDomain } from "../../workspace/sending-domains.server.ts";
import styles from "./email.module.css";

export function Domains({ domains, changes }: { domains: ShownDomain[] | null; changes: boolean }) {
  const { t } = useTranslation();
  return (
    <Card padding="0">
      <section aria-labelledby="domains" data-testid="domains">
        <Box padding="400">
          <BlockStack gap="200">
            <Text as="h2" variant="headingMd" id="domains">
              {t("settings.domains.title")}
            </Text>
            <Text as="p" tone="subdued">
              {domains ? t("settings.domains.intro") : t("settings.domains.off")}
            </Text>
          </BlockStack>
        </Box>
        <ul className={styles.rows}>
          {(domains ?? []).map((domain) => (
            <li key={domain.name} className={styles.row} data-testid="domain-row" data-state={domain.state}>
              <div className={styles.what}>
                <Link to={`/app/settings/email/domains/${domain.name}`} className={styles.name}>
                  {domain.name}
                </Link>
              </div>
              <DomainBadge state={domain.state} />
            </li>
          ))}
        </ul>
        {domains && changes ? <AddDomain first={domains.length === 0} /> : null}
      </section>
    </Card>
  );
}

function AddDomain({ first }: { first: boolean }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [name, setName] = useState("");
  const verb = useVerb();
  const refusalOf = useRefusalOf(verb.failure);
  const add = async () => {
    const added = await verb.ask<{ name: string }>("POST", "/app/settings/email/domains", { name });
    if (added) navigate(`/app/settings/email/domains/${added.name}`);
  };
  return (
    <form
      className={styles.add}
      onSubmit={(event) => {
        event.preventDefault();
        void add();
      }}
    >
      <div className={styles.field}>
        <TextField
          label={first ? t("settings.domains.yours") : t("settings.domains.another")}
          value={name}
          onChange={setName}
          placeholder={t("settings.domains.example")}
          autoComplete="off"
          spellCheck={false}
          error={refusalOf("domain")}
          connectedRight={
            <Button submit loading={verb.busy} disabled={!name.trim()}>
              {t("settings.domains.add")}
            </Button>
          }
        />
        <Refusal failure={verb.failure} />
      </div>
    </form>
  );
}
