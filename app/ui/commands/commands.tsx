// The keyboard of the whole app: shortcuts, the command menu and their list.
import { useTranslation } from "react-i18next";
import { useStore } from "../store.ts";
import { ShortcutHelp } from "./help.tsx";
import { CommandMenu } from "./menu.tsx";
import { useCommands } from "./registry.ts";
import { commandDialog, shortcutsOn } from "./switch.ts";
import { useShortcuts } from "./use-shortcuts.ts";

export function Commands() {
  const { t } = useTranslation();
  const open = useStore(commandDialog, null);
  useShortcuts();
  useCommands([
    {
      id: "app.commands",
      label: t("commands.menu"),
      section: "app",
      keys: "mod+k",
      run: () => commandDialog.change(() => "menu"),
    },
    {
      id: "app.help",
      label: t("commands.help"),
      section: "app",
      keys: "?",
      run: () => commandDialog.change(() => "help"),
    },
    {
      id: "app.shortcuts",
      label: t("commands.switch"),
      section: "app",
      run: () => shortcutsOn.change((on) => !on),
    },
  ]);
  const close = () => commandDialog.change(() => null);
  if (open === "menu") return <CommandMenu onClose={close} />;
  return open === "help" ? <ShortcutHelp onClose={close} /> : null;
}
