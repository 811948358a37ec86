import { OrganizationIcon } from "@shopify/polaris-icons";
import { useTranslation } from "react-i18next";
import { useDirectory } from "../../../ui/directory.tsx";
import { Picker } from "../../../ui/picker.tsx";
import { ControlButton } from "./control-button.tsx";
import type { ControlProps } from "./use-opened.ts";
import { useVerbs } from "./verbs.tsx";

const NONE = "none";

/** Whose business it is; only where there are departments. */
export function DepartmentControl({ open, onOpen, onClose, compact = false }: ControlProps) {
  const { t } = useTranslation();
  const { departments } = useDirectory();
  const { now, setDepartment } = useVerbs();
  const value = now.department?.name ?? t("state.department.none");
  return (
    <Picker
      open={open}
      onClose={onClose}
      label={t("state.department.label")}
      chosen={[now.department?.id ?? NONE]}
      choices={[{ id: NONE, name: t("state.department.none") }, ...departments]}
      onPick={(id) => setDepartment(id === NONE ? null : id)}
      activator={
        <span data-testid="department">
          <ControlButton
            icon={OrganizationIcon}
            value={compact && !now.department ? null : value}
            label={t("state.department.is", { value })}
            open={open}
            compact={compact}
            onClick={onOpen}
          />
        </span>
      }
    />
  );
}
