// Settings: what they are about at the side, one page each.
import { NavLink, Outlet } from "@remix-run/react";
import { TitleBar } from "@shopify/app-bridge-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Failure } from "../../ui/failure.tsx";
import styles from "./layout.module.css";

export default function Settings() {
  return (
    <Frame>
      <Outlet />
    </Frame>
  );
}

export function ErrorBoundary() {
  return (
    <Frame>
      <Failure />
    </Frame>
  );
}

function Frame({ children }: { children: ReactNode }) {
  const { t } = useTranslation();
  return (
    <div className={styles.frame}>
      <TitleBar title={t("settings.title")} />
      <nav className={styles.nav} aria-label={t("settings.title")}>
        <NavLink to="/app/settings/email" className={styles.link}>
          {t("settings.nav.email")}
        </NavLink>
        <NavLink to="/app/settings/forms" className={styles.link}>
          {t("forms.title")}
        </NavLink>
        <NavLink to="/app/settings/chat" className={styles.link}>
          {t("channels.chat")}
        </NavLink>
        <NavLink to="/app/settings/hours" className={styles.link}>
          {t("settings.nav.hours")}
        </NavLink>
        <NavLink to="/app/settings/stores" className={styles.link}>
          {t("settings.nav.stores")}
        </NavLink>
        <NavLink to="/app/settings/macros" className={styles.link}>
          {t("settings.nav.macros")}
        </NavLink>
        <NavLink to="/app/settings/labels" className={styles.link}>
          {t("state.settings.title")}
        </NavLink>
        <NavLink to="/app/settings/own" className={styles.link}>
          {t("settings.nav.own")}
        </NavLink>
      </nav>
      <main className={styles.page}>{children}</main>
    </div>
  );
}
