// A text with the words that were searched for marked in it: from the text itself, never from HTML.
import { createContext, useContext } from "react";
import { piecesOf } from "../tickets/search/marks.ts";
import styles from "./marked.module.css";

const NONE: readonly string[] = [];
const MarksContext = createContext(NONE);

/** What is marked in the rows inside; nothing without it. */
export const MarksProvider = MarksContext.Provider;

export function Marked({ text }: { text: string }) {
  const marks = useContext(MarksContext);
  if (!marks.length) return <>{text}</>;
  return (
    <>
      {piecesOf(text, marks).map((piece, index) =>
        piece.marked ? (
          <mark key={index} className={styles.mark}>
            {piece.text}
          </mark>
        ) : (
          piece.text
        ),
      )}
    </>
  );
}
