// The models of prisma/schema.prisma, as the lint rules need them. A comment `/// directory.` above a model
// makes it a directory table; every other one belongs to a workspace.
import { readFileSync } from "node:fs";

const schema = readFileSync(new URL("../../prisma/schema.prisma", import.meta.url), "utf8");

export interface Model {
  /** as in the schema and the database: "OutgoingMail" */
  name: string;
  directory: boolean;
}

/** By the name the client gives them: "outgoingMail". */
export const models: ReadonlyMap<string, Model> = readModels(schema);

/** Reads the models of a schema's text. */
export function readModels(text: string): Map<string, Model> {
  const found = [...text.matchAll(/((?:^\/\/\/.*\n)*)^model (\w+) \{/gm)].map(
    ([, comment = "", name = ""]) => ({
      name,
      directory: /^\/\/\/ directory\b/.test(comment),
    }),
  );
  return new Map(found.map((model) => [model.name.charAt(0).toLowerCase() + model.name.slice(1), model]));
}
