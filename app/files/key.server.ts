// Where a file's bytes lie. A key says nothing of the file and cannot be guessed.
import { createHmac } from "node:crypto";
import { env } from "../env.server.ts";
import { once } from "../lib/once.server.ts";
import { newToken } from "../lib/token.server.ts";
import { MOST_FILES } from "./file.ts";

/** A key nobody had yet, for an upload. */
export const newKey = (): string => fanned(newToken());

/**
 * The key of a raw input's n-th file: random to everybody else, the same again when the input is read again, so that
 * a reading that was cut short leaves nothing behind.
 */
export const keyOfPart = (receivedId: string, position: number): string =>
  fanned(createHmac("sha256", secret()).update(`${receivedId} ${position}`).digest("hex").slice(0, 40));

/** Every key a raw input may have used, whether it ever became a message or not. */
export const keysOfInput = (receivedId: string): string[] =>
  Array.from({ length: MOST_FILES }, (_, position) => keyOfPart(receivedId, position));

/** Two levels of folders: no folder holds more than a disk likes to list. */
const fanned = (token: string): string => `${token.slice(0, 2)}/${token.slice(2, 4)}/${token.slice(4)}`;

const secret = () =>
  once("file-keys", () =>
    createHmac("sha256", Buffer.from(env.TOKEN_ENCRYPTION_KEY, "base64")).update("file keys").digest(),
  );
