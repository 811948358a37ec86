// Colours of the page the chat stands on, and what is readable on them. Pure, but for the styles it is handed.

type Rgb = number[];

/** The parts of a computed colour; undefined for what is see-through, or written in another way. */
export function rgbOf(colour: string): Rgb | undefined {
  const [red, green, blue, alpha = 1] = /^rgb/.test(colour)
    ? (colour.match(/[\d.]+/g) ?? []).map(Number)
    : [];
  return red !== undefined && green !== undefined && blue !== undefined && alpha > 0.5
    ? [red, green, blue]
    : undefined;
}

/** Whether white is easier to read on it than black: by its luminance, near enough to WCAG's. */
export const isDark = ([red = 0, green = 0, blue = 0]: Rgb): boolean =>
  0.2126 * red ** 2.2 + 0.7152 * green ** 2.2 + 0.0722 * blue ** 2.2 < 0.18 * 255 ** 2.2;
