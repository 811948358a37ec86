import { useRevalidator } from "@remix-run/react";
import { BlockStack, Button, Card, InlineStack, List, Page, Text } from "@shopify/polaris";
import { useTranslation } from "react-i18next";

/** For staff whom no owner has let in yet. */
export function NoAccess({ name, owners }: { name: string; owners: string[] }) {
  const { t } = useTranslation();
  const { revalidate, state } = useRevalidator();
  return (
    <Page narrowWidth>
      <Card padding="600">
        <main data-testid="no-access">
          <BlockStack gap="400">
            <Text as="h1" variant="headingLg">
              {t("access.title")}
            </Text>
            <Text as="p">{t("access.text", { name })}</Text>
            <Text as="p">{owners.length ? t("access.owners") : t("access.noOwners")}</Text>
            {owners.length ? (
              <List>
                {owners.map((owner) => (
                  <List.Item key={owner}>{owner}</List.Item>
                ))}
              </List>
            ) : null}
            <InlineStack>
              <Button onClick={() => revalidate()} loading={state === "loading"}>
                {t("access.again")}
              </Button>
            </InlineStack>
          </BlockStack>
        </main>
      </Card>
    </Page>
  );
}
