import { useTranslation } from "react-i18next";
import { previewOf } from "../../../files/preview.ts";
import type { ShownFile } from "../../../files/file.ts";

/** What is to be said of a file beside its size: why it is not here, why to be careful; null for an ordinary one. */
export function useRemark(): (file: ShownFile) => string | null {
  const { t } = useTranslation();
  return (file) => {
    if (file.missing) return t(`files.missing.${file.missing}`);
    if (file.danger) return t(`files.danger.${file.danger}`);
    if (isOutlooks(file)) return t("files.outlook");
    return previewOf(file) === "too-big" ? t("files.tooBig") : null;
  };
}

/** A TNEF container: what Outlook makes of a mail when it is set to rich text. */
const isOutlooks = ({ name, contentType }: ShownFile): boolean =>
  /ms-tnef$/.test(contentType) || /^winmail\.dat$/i.test(name);
