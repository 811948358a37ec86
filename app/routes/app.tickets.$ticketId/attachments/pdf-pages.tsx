import { Banner, Button, Spinner } from "@shopify/polaris";
import type { PDFDocumentProxy } from "pdfjs-dist";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { ShownFile } from "../../../files/file.ts";
import { drawPage, openPdf, PdfNotShown, type PdfTrouble } from "./pdf.ts";
import styles from "./attachments.module.css";

/** So many at first, and so many more each time they are asked for: each is a canvas of some megabytes. */
const AT_ONCE = 5;

/** A PDF's pages, one below the other. */
export function PdfPages({ file }: { file: ShownFile }) {
  const { t } = useTranslation();
  const { document, trouble } = useDocument(file.url ?? "");
  const [wanted, setWanted] = useState(AT_ONCE);
  if (trouble) return <Banner tone="warning">{t(`files.pdf.${trouble}`)}</Banner>;
  if (!document) {
    return (
      <div className={styles.waiting}>
        <Spinner accessibilityLabel={t("files.pdf.loading")} />
      </div>
    );
  }
  const pages = Math.min(wanted, document.numPages);
  return (
    <div className={styles.pages}>
      {Array.from({ length: pages }, (_, index) => (
        <Page key={index} document={document} number={index + 1} />
      ))}
      {pages < document.numPages ? (
        <Button onClick={() => setWanted(wanted + AT_ONCE)}>
          {t("files.pdf.more", { shown: pages, count: document.numPages })}
        </Button>
      ) : null}
    </div>
  );
}

function Page({ document, number }: { document: PDFDocumentProxy; number: number }) {
  const { t } = useTranslation();
  const canvas = useRef<HTMLCanvasElement>(null);
  const [state, setState] = useState<"drawing" | "drawn" | "failed">("drawing");
  useEffect(() => {
    const place = canvas.current;
    if (!place) return;
    let gone = false;
    drawPage(document, number, place, place.parentElement?.clientWidth ?? 600).then(
      () => gone || setState("drawn"),
      () => gone || setState("failed"),
    );
    return () => {
      gone = true;
    };
  }, [document, number]);
  if (state === "failed") return <Banner tone="warning">{t("files.pdf.page", { number })}</Banner>;
  return (
    <canvas
      ref={canvas}
      className={styles.page}
      role="img"
      aria-label={t("files.pdf.label", { number, count: document.numPages })}
      data-testid="pdf-page"
      data-state={state}
    />
  );
}

function useDocument(url: string): { document: PDFDocumentProxy | null; trouble: PdfTrouble | null } {
  const [document, setDocument] = useState<PDFDocumentProxy | null>(null);
  const [trouble, setTrouble] = useState<PdfTrouble | null>(null);
  useEffect(() => {
    let gone = false;
    let close = (): void => undefined;
    openPdf(url).then(
      (opened) => {
        if (gone) return opened.close();
        close = opened.close;
        setDocument(opened.document);
      },
      (error: unknown) => gone || setTrouble(error instanceof PdfNotShown ? error.trouble : "damaged"),
    );
    return () => {
      gone = true;
      close();
    };
  }, [url]);
  return { document, trouble };
}
