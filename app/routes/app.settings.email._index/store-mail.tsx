// One store: the addresses customers write to, and the face its answers have.
import { Link, useNavigate } from "@remix-run/react";
import { BlockStack, Box, Button, Card, InlineStack, Text } from "@shopify/polaris";
import { useTranslation } from "react-i18next";
import { Ago } from "../../ui/moment.tsx";
import { AddressBadge } from "../../ui/settings/address-badge.tsx";
import { Copyable } from "../../ui/settings/copyable.tsx";
import type { ShownAddress, ShownStore } from "../../workspace/address-list.server.ts";
import type { Sender } from "../../workspace/sender.server.ts";
import styles from "./email.module.css";

interface Department {
  id: string;
  name: string;
}

export function StoreMail(props: {
  store: ShownStore;
  sender: Sender | null;
  departments: Department[];
  changes: boolean;
}) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { store, sender, departments, changes } = props;
  const live = store.addresses.filter(({ state }) => state !== "retired");
  const connect = () => navigate(`/app/settings/email/addresses/new?store=${store.id}`);
  return (
    <Card padding="0">
      <section aria-labelledby={`store-${store.id}`} data-testid="store-mail" data-store={store.name}>
        <Box padding="400">
          <InlineStack align="space-between" blockAlign="center" gap="200">
            <Text as="h2" variant="headingMd" id={`store-${store.id}`}>
              {store.name}
            </Text>
            {changes && live.length ? (
              <Button onClick={connect}>{t("settings.addresses.connect")}</Button>
            ) : null}
          </InlineStack>
        </Box>
        {live.length ? null : <Nothing store={store} changes={changes} onConnect={connect} />}
        <ul className={styles.rows}>
          {store.addresses.map((address) => (
            <AddressRow key={address.id} address={address} departments={departments} />
          ))}
        </ul>
        {sender ? <Face sender={sender} changes={changes} /> : null}
      </section>
    </Card>
  );
}

function Nothing({
  store,
  changes,
  onConnect,
}: {
  store: ShownStore;
  changes: boolean;
  onConnect: () => void;
}) {
  const { t } = useTranslation();
  return (
    <Box padding="400" paddingBlockStart="0">
      <BlockStack gap="300">
        <Text as="p">{t("settings.addresses.none")}</Text>
        {store.ownAddress ? <Copyable label={t("settings.addresses.own")} value={store.ownAddress} /> : null}
        <Text as="p" tone="subdued">
          {t("settings.addresses.next")}
        </Text>
        {changes ? (
          <InlineStack>
            <Button variant="primary" onClick={onConnect}>
              {t("settings.addresses.connect")}
            </Button>
          </InlineStack>
        ) : null}
      </BlockStack>
    </Box>
  );
}

function AddressRow({ address, departments }: { address: ShownAddress; departments: Department[] }) {
  const { t } = useTranslation();
  const department = departments.find(({ id }) => id === address.departmentId);
  return (
    <li className={styles.row} data-testid="address-row" data-state={address.state}>
      <div className={styles.what}>
        <Link to={`/app/settings/email/addresses/${address.id}`} className={styles.name}>
          {address.address}
        </Link>
        <p className={styles.small}>
          {department ? `${department.name} · ` : ""}
          {address.lastMailAt ? (
            <>
              {t("settings.addresses.lastMail")} <Ago at={address.lastMailAt} />
            </>
          ) : (
            t("settings.addresses.noMail")
          )}
        </p>
      </div>
      <AddressBadge state={address.state} />
    </li>
  );
}

function Face({ sender, changes }: { sender: Sender; changes: boolean }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const waits = sender.senderAddress !== null && sender.senderAddress !== sender.effective;
  return (
    <div className={styles.row}>
      <div className={styles.what}>
        <Text as="h3" variant="headingSm">
          {t("settings.sender.title")}
        </Text>
        <p className={styles.from} data-testid="from">
          {`${sender.senderName} <${sender.effective}>`}
        </p>
        {waits ? (
          <p className={styles.small}>{t("settings.sender.waits", { address: sender.senderAddress })}</p>
        ) : null}
      </div>
      <Button
        onClick={() => navigate(`/app/settings/email/stores/${sender.storeId}`)}
        accessibilityLabel={
          changes
            ? t("settings.sender.editOf", { store: sender.storeName })
            : t("settings.sender.seeOf", { store: sender.storeName })
        }
      >
        {changes ? t("settings.sender.edit") : t("settings.sender.see")}
      </Button>
    </div>
  );
}
