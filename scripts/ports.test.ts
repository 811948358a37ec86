import { createServer } from "node:net";
import { expect, test } from "vitest";
import { demandFreePort, freePort } from "./ports.mjs";

test("a port that is taken is named, with what it was wanted for and what to do", async () => {
  const port = await freePort();
  await demandFreePort(port, "the app");
  const other = createServer();
  await new Promise<void>((resolve) => other.listen(port, "127.0.0.1", resolve));
  await expect(demandFreePort(port, "the app")).rejects.toThrow(
    `Port ${port}, wanted for the app, is taken by another program. Stop that program, or choose another port: PORT=`,
  );
  await new Promise((resolve) => other.close(resolve));
});

test("a program that listens on every address takes the port too", async () => {
  const port = await freePort();
  const other = createServer();
  await new Promise<void>((resolve) => other.listen(port, resolve));
  await expect(demandFreePort(port, "the sandbox")).rejects.toThrow("is taken");
  await new Promise((resolve) => other.close(resolve));
});
