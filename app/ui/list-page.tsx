// A page that is one list: what stands in it, the way back, and what to know when there is nothing.
import { useNavigate } from "@remix-run/react";
import { TitleBar } from "@shopify/app-bridge-react";
import { BlockStack, Box, Card, Page, Text } from "@shopify/polaris";
import type { ReactNode } from "react";
import styles from "./list-page.module.css";

export function ListPage(props: {
  title: string;
  /** said above the list when there is one */
  intro: string;
  back: { words: string; to: string };
  /** instead of the list */
  empty: { title: string; text: string };
  testId?: string;
  /** `<li>`s; none shows `empty` */
  children: ReactNode[];
}) {
  const { title, intro, back, empty, testId, children } = props;
  const navigate = useNavigate();
  return (
    <main className={styles.page}>
      <TitleBar title={title} />
      <Page
        title={title}
        backAction={{ content: back.words, onAction: () => navigate(back.to) }}
        {...(children.length ? { subtitle: intro } : {})}
        narrowWidth
      >
        <Card padding="0">
          {children.length ? (
            <ul className={styles.items} {...(testId ? { "data-testid": testId } : {})}>
              {children}
            </ul>
          ) : (
            <Box padding="600">
              <BlockStack gap="200" inlineAlign="center">
                <Text as="h2" variant="headingSm">
                  {empty.title}
                </Text>
                <Text as="p" tone="subdued" alignment="center">
                  {empty.text}
                </Text>
              </BlockStack>
            </Box>
          )}
        </Card>
      </Page>
    </main>
  );
}
