import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { KeptForm } from "../../channels/form/manage.server.ts";
import { labelIn } from "../../channels/form/editing.ts";
import type { StorefrontLanguage } from "../../i18n/storefront-language.ts";
import { Ago } from "../../ui/moment.tsx";
import styles from "./forms.module.css";

/** One form of the list: its name, what the theme calls it, what it asks. */
export function FormRow({ form, language }: { form: KeptForm; language: StorefrontLanguage }) {
  const { t } = useTranslation();
  const asked = form.definition.fields.map((field) => labelIn(field, language)).filter(Boolean);
  return (
    <li className={styles.row} data-testid="form-row">
      <div className={styles.head}>
        <Link to={`/app/settings/forms/${form.storeId}/${form.id}`} className={styles.name}>
          {form.name}
        </Link>
        <code className={styles.handle}>{form.handle}</code>
      </div>
      <p className={styles.asked}>{asked.join(" · ")}</p>
      <p className={styles.changed}>
        {t("forms.changed")} <Ago at={form.updatedAt} />
      </p>
    </li>
  );
}
