// Whether one colour can be read on another, by WCAG 2. Colours are "#rrggbb". Pure.

/** What normal text needs on its background (1.4.3, AA), and what a button needs against the page (1.4.11). */
export const TEXT_NEEDS = 4.5;
export const SHAPE_NEEDS = 3;

/** From 1 (the same) to 21 (black on white). */
export function contrast(one: string, other: string): number {
  const [bright, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number];
  return (bright + 0.05) / (dark + 0.05);
}

/** The text colour for a background: white where it can be read, else black. One of the two always can. */
export const textOn = (background: string): string =>
  contrast("#ffffff", background) >= TEXT_NEEDS ? "#ffffff" : "#000000";

/** The same colour, as much darker (or lighter) as it takes to stand out from the page it is on. */
export function standingOut(colour: string, page: string): string {
  const towards = luminance(page) > 0.5 ? 0 : 255;
  for (let step = 0; step <= 100; step += 2) {
    const mixed = mix(colour, towards, step / 100);
    if (contrast(mixed, page) >= SHAPE_NEEDS) return mixed;
  }
  return colour;
}

const channels = (colour: string): number[] =>
  [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = channels(colour).map((value) => {
    const share = value / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

const mix = (colour: string, towards: number, share: number): string =>
  `#${channels(colour)
    .map((value) =>
      Math.round(value + (towards - value) * share)
        .toString(16)
        .padStart(2, "0"),
    )
    .join("")}`;
