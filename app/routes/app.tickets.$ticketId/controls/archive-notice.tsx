import { useNavigate } from "@remix-run/react";
import { Banner } from "@shopify/polaris";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { mayDelete } from "../../../team/roles.ts";
import { daysLeft } from "../../../tickets/archive.ts";
import { useAgent } from "../../../ui/agent.tsx";
import { useClock } from "../../../ui/clock.tsx";
import { DeleteForGood } from "./delete-for-good.tsx";
import { useVerbs } from "./verbs.tsx";

/** Above an archived conversation: how long it is still here, the way back, and the way out. */
export function ArchiveNotice() {
  const { t } = useTranslation();
  const { now: time } = useClock();
  const me = useAgent();
  const navigate = useNavigate();
  const { id, number, now, restore } = useVerbs();
  const [deleting, setDeleting] = useState(false);
  if (!now.archivedAt) return null;
  const forGood = { content: t("state.archive.delete"), onAction: () => setDeleting(true) };
  return (
    <div data-testid="archive-notice">
      <Banner
        tone="warning"
        action={{ content: t("state.archive.restore"), onAction: restore }}
        {...(mayDelete(me.role) ? { secondaryAction: forGood } : {})}
      >
        {t("state.archive.notice", { count: daysLeft(new Date(now.archivedAt), time) })}
      </Banner>
      {deleting ? (
        <DeleteForGood
          id={id}
          number={number}
          onClose={() => setDeleting(false)}
          onDone={() => navigate("/app/tickets?view=archived")}
        />
      ) : null}
    </div>
  );
}
