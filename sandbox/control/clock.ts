// The world's clock. Every process with the preload keeps one request open here and hears of each change at once.

import { randomUUID } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import type { Request, Response } from "express";
import type { SandboxState } from "../state.ts";

const HOLD_MS = 20_000;
/** a process that was told and has not come back by then is dead, or busy beyond waiting for */
const PATIENCE_MS = 1_500;

export interface Clock {
  /** Moves the clock to `now` (null: back to the machine's); done when every listening process has followed. */
  move(now: Date | null): Promise<void>;
  /** GET ?client=&seen=: answers as soon as the clock is not the `seen` version any more. */
  listen(req: Request, res: Response): void;
}

interface Listener {
  seen: string;
  /** answers its open request, if there is one right now */
  answer: (() => void) | null;
  /** when it was last answered */
  told: number;
}

export function createClock(state: SandboxState): Clock {
  const listeners = new Map<string, Listener>();
  let version: string = randomUUID();

  const behind = () => [...listeners].filter(([, { seen }]) => seen !== version);
  const stillComing = () => behind().some(([, { told }]) => performance.now() - told < PATIENCE_MS);

  return {
    async move(now) {
      state.clockOffsetMs = now ? now.getTime() - Date.now() : 0;
      version = randomUUID();
      for (const listener of listeners.values()) listener.answer?.();
      while (stillComing()) await wait(5);
      for (const [client] of behind()) listeners.delete(client);
    },

    listen(req, res) {
      const client = String(req.query.client ?? "");
      const seen = String(req.query.seen ?? "");
      const listener: Listener = { seen: seen || version, answer: null, told: performance.now() };
      if (client) listeners.set(client, listener);

      const answer = () => {
        clearTimeout(timer);
        listener.answer = null;
        listener.told = performance.now();
        res.json({ version, offsetMs: state.clockOffsetMs });
      };
      const timer = setTimeout(answer, HOLD_MS);
      if (seen !== version || !client) return answer();
      listener.answer = answer;
      res.once("close", () => {
        clearTimeout(timer);
        const hungUp = !res.writableFinished && listeners.get(client) === listener;
        if (hungUp) listeners.delete(client);
      });
    },
  };
}
