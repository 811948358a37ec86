// What the chat stands on, light and dark. Pure.
import type { ChatDraft } from "../../channels/chat/draft-settings.ts";

const LIGHT = "#ffffff";
const DARK = "#1b1b1b";

/** The page a button must stand out from. By the theme's own choice most pages are white. */
export const pageOf = (theme: ChatDraft["theme"]): string => (theme === "dark" ? DARK : LIGHT);
