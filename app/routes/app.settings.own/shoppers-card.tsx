// What shoppers see of the agent they chat with: a name and a picture.
import { Avatar, BlockStack, Button, Card, InlineStack, Text, TextField } from "@shopify/polaris";
import { useRef, useState, type ChangeEvent } from "react";
import { useTranslation } from "react-i18next";
import { shownNameOf } from "../../team/shown.ts";
import { useLive } from "../../ui/live/live.tsx";
import { Refusal } from "../../ui/settings/refusal.tsx";
import { refusal, type VerbFailure } from "../../ui/verb.ts";
import { squareOf } from "./square-picture.ts";

const PATH = "/app/settings/own/picture";

export function ShoppersCard(props: {
  name: string;
  shownName: string;
  onShownName: (shownName: string) => void;
  refused: string | undefined;
  picture: string | null;
}) {
  const { t } = useTranslation();
  const { name, shownName } = props;
  const seen = shownNameOf({ name, shownName: shownName.trim() || null });
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          {t("ownFace.heading")}
        </Text>
        <Text as="p" tone="subdued">
          {t("ownFace.text")}
        </Text>
        <Picture picture={props.picture} seen={seen} />
        <TextField
          label={t("ownFace.name")}
          value={shownName}
          placeholder={shownNameOf({ name, shownName: null })}
          onChange={props.onShownName}
          helpText={t("ownFace.nameHelp")}
          maxLength={40}
          autoComplete="off"
          error={props.refused}
        />
      </BlockStack>
    </Card>
  );
}

/** Takes effect at once: there is nothing to lose. */
function Picture({ picture, seen }: { picture: string | null; seen: string }) {
  const { t } = useTranslation();
  const { refresh } = useLive();
  const [shown, setShown] = useState(picture);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<VerbFailure | null>(null);
  const field = useRef<HTMLInputElement>(null);
  const ask = async (method: "POST" | "DELETE", body: Blob | null) => {
    setBusy(true);
    const answer = await send(method, body);
    setBusy(false);
    if (!answer.ok) return setFailure(answer);
    setFailure(null);
    setShown(answer.url);
    refresh();
  };
  const take = async (event: ChangeEvent<HTMLInputElement>) => {
    const [file] = event.target.files ?? [];
    event.target.value = "";
    if (!file) return;
    const square = await squareOf(file);
    if (square) await ask("POST", square);
    else setFailure({ ok: false, error: "invalid", detail: { reason: "type" } });
  };
  return (
    <BlockStack gap="200">
      <InlineStack gap="300" blockAlign="center">
        <Avatar
          size="xl"
          customer={false}
          initials={seen.slice(0, 1).toUpperCase()}
          name={seen}
          {...(shown ? { source: shown } : {})}
        />
        <Button onClick={() => field.current?.click()} loading={busy}>
          {t(shown ? "ownFace.change" : "ownFace.add")}
        </Button>
        {shown ? (
          <Button variant="tertiary" disabled={busy} onClick={() => void ask("DELETE", null)}>
            {t("ownFace.remove")}
          </Button>
        ) : null}
        <input
          ref={field}
          type="file"
          accept="image/png,image/jpeg"
          hidden
          aria-label={t("ownFace.add")}
          onChange={(event) => void take(event)}
          data-testid="own-picture"
        />
      </InlineStack>
      {failure?.error === "invalid" ? (
        <Text as="p" tone="critical">
          <span role="alert">{t("ownFace.wrong")}</span>
        </Text>
      ) : (
        <Refusal failure={failure} />
      )}
    </BlockStack>
  );
}

async function send(
  method: "POST" | "DELETE",
  body: Blob | null,
): Promise<{ ok: true; url: string | null } | VerbFailure> {
  try {
    const response = await fetch(PATH, { method, body });
    const answer: unknown = await response.json().catch(() => null);
    if (response.ok) return { ok: true, url: (answer as { url: string | null }).url };
    return { ok: false, error: "unexpected", detail: {}, ...refusal(answer) };
  } catch {
    return { ok: false, error: "network", detail: {} };
  }
}
