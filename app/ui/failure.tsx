// A page, or a part of one, that could not be shown: says so where it happened, and offers the next step.
import { isRouteErrorResponse, useNavigate, useRevalidator, useRouteError } from "@remix-run/react";
import { BlockStack, Box, Button, InlineStack, Text } from "@shopify/polaris";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { refusal, type VerbFailure } from "./verb.ts";

type FailureCode = VerbFailure["error"];

/** What a loader's error says of itself; "unexpected" for a bug or a broken server. */
export function failureOf(error: unknown): Omit<VerbFailure, "ok"> {
  if (!isRouteErrorResponse(error) && (error instanceof TypeError || isOffline()))
    return { error: "network", detail: {} };
  const said = isRouteErrorResponse(error) ? refusal(error.data) : null;
  return said ?? { error: "unexpected", detail: {} };
}

/** Without a connection App Bridge finds no token, and what it throws then is no TypeError. */
const isOffline = (): boolean => typeof navigator !== "undefined" && navigator.onLine === false;

/** The words for a failure. Codes without words of their own are unexpected to the reader as well. */
export function useFailureText(): (code: FailureCode) => string {
  const { t } = useTranslation();
  return (code) => {
    switch (code) {
      case "network":
      case "not-found":
      case "forbidden":
      case "unavailable":
      case "too-many":
      case "last-owner":
        return t(`failure.${code}`);
      default:
        return t("failure.unexpected");
    }
  };
}

/** For the ErrorBoundary of a pane. */
export function Failure() {
  const { t } = useTranslation();
  const words = useFailureText();
  const navigate = useNavigate();
  const { revalidate, state } = useRevalidator();
  const thrown = useRouteError();
  // What it was when it happened: coming online again does not make it another failure.
  const { error } = useMemo(() => failureOf(thrown), [thrown]);
  return (
    <Box padding="800">
      <div role="alert">
        <BlockStack gap="300" inlineAlign="center">
          <Text as="h2" variant="headingMd">
            {t("failure.title")}
          </Text>
          <Text as="p" tone="subdued" alignment="center">
            {words(error)}
          </Text>
          <InlineStack gap="200">
            {error === "not-found" ? null : (
              <Button onClick={() => revalidate()} loading={state === "loading"}>
                {t("failure.retry")}
              </Button>
            )}
            <Button variant="plain" onClick={() => navigate("/app/tickets")}>
              {t("failure.toInbox")}
            </Button>
          </InlineStack>
        </BlockStack>
      </div>
    </Box>
  );
}
