// A mail's frame is as high as what is in it, by its own word: taken from that frame alone, and within reason.
import { useEffect, useState, type RefObject } from "react";

const LOWEST = 24;
const HIGHEST = 20_000;

/** What frames said before, so that one that is made again does not move what stands below it. */
const known = new Map<string, number>();

/** The height of the frame that shows this message, in pixels; `guess` until it says. */
export function useFrameHeight(
  frame: RefObject<HTMLIFrameElement>,
  messageId: string,
  guess: number,
): number {
  const [height, setHeight] = useState(known.get(messageId) ?? guess);
  useEffect(() => {
    const hear = ({ source, data }: MessageEvent<unknown>) => {
      if (!frame.current || source !== frame.current.contentWindow) return;
      const said = heightIn(data);
      if (said === null) return;
      known.set(messageId, said);
      setHeight(said);
    };
    window.addEventListener("message", hear);
    return () => window.removeEventListener("message", hear);
  }, [frame, messageId]);
  return height;
}

function heightIn(data: unknown): number | null {
  if (typeof data !== "object" || data === null || !("height" in data)) return null;
  const { height } = data;
  if (typeof height !== "number" || !Number.isFinite(height)) return null;
  return Math.min(HIGHEST, Math.max(LOWEST, Math.ceil(height)));
}
