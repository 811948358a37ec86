import { v7 } from "uuid";

/** A new UUIDv7: sorts by the time it was made, so index pages stay warm. */
export const newId = (): string => v7();

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Whether text from outside can be an id at all (PostgreSQL would throw on anything else). */
export const isId = (text: string | undefined): text is string => text !== undefined && UUID.test(text);
