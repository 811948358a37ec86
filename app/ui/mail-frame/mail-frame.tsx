// One message's HTML as it was sent, in a frame whose origin is its own: whatever is in it reaches nothing of ours.
import { Button } from "@shopify/polaris";
import { ImageIcon } from "@shopify/polaris-icons";
import { useEffect, useMemo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { ShownFile } from "../../files/file.ts";
import { useAgent } from "../agent.tsx";
import { MAIL_SANDBOX, mailDocument } from "./mail-document.ts";
import { useFrameHeight } from "./use-frame-height.ts";
import { useNear } from "./use-near.ts";
import { usePictures, type Pictures } from "./use-pictures.ts";
import styles from "./mail-frame.module.css";

export interface FramedMail {
  id: string;
  html: string;
  files: ShownFile[];
  /** whose mail it is, for who hears the page */
  sender: string;
}

export function MailFrame(props: {
  mail: FramedMail;
  /** where its pictures from elsewhere can be asked for */
  picturesPath: string;
  /** with its quotes unfolded */
  whole: boolean;
}) {
  const { mail, whole, picturesPath } = props;
  const { t, i18n } = useTranslation();
  const place = useRef<HTMLDivElement>(null);
  const frame = useRef<HTMLIFrameElement>(null);
  const near = useNear(place);
  const nonce = useNonce();
  const { id: me } = useAgent();
  const height = useFrameHeight(frame, mail.id, guessHeight(mail.html));
  const pictures = usePictures(mail.html, mail.files, picturesPath);
  const unfold = t("reading.unfold");
  const srcDoc = useMemo(
    () =>
      nonce &&
      near &&
      mailDocument(mail.html, {
        nonce,
        origin: window.location.origin,
        pictureAt: pictures.at,
        whole,
        lang: i18n.language,
        me,
        unfold,
      }),
    [nonce, near, mail.html, pictures.at, whole, i18n.language, me, unfold],
  );
  return (
    <div ref={place} className={styles.mail} data-mail-frame>
      {pictures.missing ? <AskForPictures pictures={pictures} /> : null}
      {srcDoc ? (
        <iframe
          ref={frame}
          className={styles.frame}
          title={t("reading.frame", { name: mail.sender })}
          sandbox={MAIL_SANDBOX}
          referrerPolicy="no-referrer"
          srcDoc={srcDoc}
          style={{ height }}
        />
      ) : (
        <div className={styles.frame} style={{ height }} aria-busy="true" />
      )}
    </div>
  );
}

function AskForPictures({ pictures: { asked, ask } }: { pictures: Pictures }) {
  const { t } = useTranslation();
  return (
    <div className={styles.bar} data-testid="remote-pictures">
      <span aria-live="polite">
        {asked === "failed" ? t("reading.picturesFailed") : t("reading.picturesHidden")}
      </span>
      <Button
        size="micro"
        icon={ImageIcon}
        loading={asked === "asking"}
        onClick={() => void ask()}
        accessibilityLabel={t("reading.showPictures")}
      >
        {t("reading.show")}
      </Button>
    </div>
  );
}

/** Made in the browser, for one frame: the server's page has none. */
function useNonce(): string | null {
  const [nonce, setNonce] = useState<string | null>(null);
  useEffect(() => setNonce([...crypto.getRandomValues(new Uint32Array(4))].join("-")), []);
  return nonce;
}

/** Room for about what it says, until the frame knows. */
function guessHeight(html: string): number {
  const words = html.replace(/<style>[^]*?<\/style>|<[^<>]*>/g, "").length;
  const pictures = html.split("<img").length - 1;
  return Math.min(600, 40 + Math.ceil(words / 80) * 21 + pictures * 60);
}
