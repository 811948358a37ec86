// Labels: the colours they may have. Pure.

/** Polaris' badge and avatar colours, by name; ui/label.tsx says how each looks. */
export const LABEL_COLORS = ["grey", "blue", "green", "yellow", "orange", "red", "purple", "teal"] as const;
export type LabelColor = (typeof LABEL_COLORS)[number];

/** Reads a colour from a form or a row; grey for anything else. */
export const colorOf = (text: unknown): LabelColor => LABEL_COLORS.find((color) => color === text) ?? "grey";

export const LONGEST_LABEL = 60;

/** In use in one workspace. */
export const MOST_LABELS = 500;
export const MOST_ON_TICKET = 30;

/** A label's name as it is kept: one line, no blanks around it. */
export const cleanLabelName = (text: string): string =>
  text.replace(/\s+/g, " ").trim().slice(0, LONGEST_LABEL).trim();
