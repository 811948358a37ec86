import { BlockStack, Button, Checkbox, Icon, InlineStack, TextField } from "@shopify/polaris";
import { useState, type FormEvent } from "react";
import { useTranslation } from "react-i18next";
import { mayShareViews } from "../../../team/roles.ts";
import {
  LONGEST_VIEW_NAME,
  MOST_VIEWS,
  VIEW_ICONS,
  type SavedView,
  type ViewIcon,
} from "../../../tickets/saved-view.ts";
import { useAgent } from "../../../ui/agent.tsx";
import { Dialog } from "../../../ui/dialog.tsx";
import { useFailureText } from "../../../ui/failure.tsx";
import { useLive } from "../../../ui/live/live.tsx";
import { callVerb, type VerbFailure } from "../../../ui/verb.ts";
import { DRAWN } from "./view-icons.ts";
import { useViews } from "./views-context.tsx";
import styles from "./views.module.css";

/** Names a new view, or changes one. */
export function ViewForm(props: {
  /** to be changed; none makes a new one of `query` */
  view?: SavedView;
  query: string;
  onClose: () => void;
  onSaved?: (id: string) => void;
}) {
  const { t } = useTranslation();
  const agent = useAgent();
  const { refresh } = useLive();
  const failureText = useFailureText();
  const { saved } = useViews();
  const { view } = props;
  const [name, setName] = useState(view?.name ?? "");
  const [icon, setIcon] = useState<ViewIcon>(view?.icon ?? "star");
  const [shared, setShared] = useState(view?.shared ?? false);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<VerbFailure | null>(null);
  const full = !view && saved.filter(({ own }) => own).length >= MOST_VIEWS;
  const tooMany = full || failure?.detail.reason === "too-many";
  const save = async (event?: FormEvent) => {
    event?.preventDefault();
    setBusy(true);
    const fields = { name, icon, shared: String(shared), ...(view ? {} : { query: props.query }) };
    const result = await callVerb<{ id: string }>(
      "POST",
      view ? `/app/views/${view.id}` : "/app/views",
      fields,
    );
    setBusy(false);
    if (!result.ok) return setFailure(result);
    refresh();
    props.onClose();
    props.onSaved?.(view?.id ?? result.data.id);
  };
  return (
    <Dialog title={view ? t("lists.views.edit") : t("lists.views.new")} onClose={props.onClose}>
      {tooMany ? (
        <p role="alert" data-testid="too-many-views" className={styles.say}>
          {t("lists.views.tooMany", { most: MOST_VIEWS })}
        </p>
      ) : (
        <form onSubmit={(event) => void save(event)} className={styles.form}>
          <BlockStack gap="400">
            <TextField
              label={t("lists.views.name")}
              value={name}
              onChange={setName}
              maxLength={LONGEST_VIEW_NAME}
              autoComplete="off"
              autoFocus
              {...(failure ? { error: failureText(failure.error) } : {})}
            />
            <fieldset className={styles.icons}>
              <legend>{t("lists.views.icon")}</legend>
              {VIEW_ICONS.map((one) => (
                <label key={one} className={styles.choice} title={t(`lists.views.icons.${one}`)}>
                  <input type="radio" name="icon" checked={icon === one} onChange={() => setIcon(one)} />
                  <Icon source={DRAWN[one]} accessibilityLabel={t(`lists.views.icons.${one}`)} />
                </label>
              ))}
            </fieldset>
            {mayShareViews(agent.role) ? (
              <Checkbox label={t("lists.views.share")} checked={shared} onChange={setShared} />
            ) : null}
            <InlineStack gap="200" align="end">
              <Button onClick={props.onClose}>{t("lists.views.cancel")}</Button>
              <Button variant="primary" submit loading={busy} disabled={!name.trim()}>
                {t("lists.views.save")}
              </Button>
            </InlineStack>
          </BlockStack>
        </form>
      )}
    </Dialog>
  );
}
