// Reads a tree with TypeScript: what each file imports, and where that leads.
import ts from "typescript";
import type { Tree } from "./tree.ts";

export interface Import {
  from: string;
  line: number;
  specifier: string;
  /** the file of the tree it leads to; null for a package, a built-in or nothing */
  to: string | null;
  /** erased before anything runs */
  typeOnly: boolean;
  reExport: boolean;
}

export interface Code {
  files: Map<string, ts.SourceFile>;
  imports: Import[];
}

const TOP = "/tree/";

const options: ts.CompilerOptions = {
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  allowImportingTsExtensions: true,
  allowJs: true,
  noEmit: true,
};

/** Parses every file and resolves every import: types, dynamic imports and re-exports too. */
export function readCode(tree: Tree): Code {
  const files = new Map(
    tree.paths.map((path) => [
      path,
      ts.createSourceFile(path, tree.read(path), ts.ScriptTarget.Latest, true),
    ]),
  );
  const host: ts.ModuleResolutionHost = {
    fileExists: (path) => files.has(path.slice(TOP.length)),
    readFile: (path) => files.get(path.slice(TOP.length))?.text,
  };
  const imports = [...files].flatMap(([from, file]) =>
    importsOf(file).map(({ node, ...rest }) => {
      const specifier = node.text;
      const found = ts.resolveModuleName(specifier, TOP + from, options, host).resolvedModule;
      const line = file.getLineAndCharacterOfPosition(node.getStart()).line + 1;
      return { from, line, specifier, to: found ? found.resolvedFileName.slice(TOP.length) : null, ...rest };
    }),
  );
  return { files, imports };
}

type Found = { node: ts.StringLiteral; typeOnly: boolean; reExport: boolean };

function importsOf(file: ts.SourceFile): Found[] {
  const found: Found[] = [];
  const add = (node: ts.Node | undefined, typeOnly: boolean, reExport = false) => {
    if (node && ts.isStringLiteral(node)) found.push({ node, typeOnly, reExport });
  };
  everyNode(file, (node) => {
    // `import { type A }` is not erased: Node still loads the file. Only `import type` counts as types.
    if (ts.isImportDeclaration(node)) add(node.moduleSpecifier, node.importClause?.isTypeOnly ?? false);
    else if (ts.isExportDeclaration(node)) add(node.moduleSpecifier, node.isTypeOnly, true);
    else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument))
      add(node.argument.literal, true);
    else if (ts.isExternalModuleReference(node)) add(node.expression, false);
    else if (ts.isCallExpression(node) && loads(node.expression)) add(node.arguments[0], false);
  });
  return found;
}

const loads = (callee: ts.Expression): boolean =>
  callee.kind === ts.SyntaxKind.ImportKeyword || (ts.isIdentifier(callee) && callee.text === "require");

/** Visits a node and everything below it. */
export function everyNode(node: ts.Node, visit: (node: ts.Node) => void): void {
  visit(node);
  ts.forEachChild(node, (child) => everyNode(child, visit));
}

/** The package of a specifier that is no path: "zod", "@remix-run/node", "node:fs". */
export function packageOf(specifier: string): string | null {
  if (specifier.startsWith(".") || specifier.startsWith("/")) return null;
  const [first = "", second] = specifier.split("/");
  return first.startsWith("@") && second !== undefined ? `${first}/${second}` : first;
}

/** Everything that is loaded when these files are: along imports that are not erased. */
export function loadedBy({ imports }: Code, starts: string[]): Set<string> {
  const reached = new Set(starts);
  // A set visits what is added while it is walked.
  for (const path of reached) {
    for (const { from, to, typeOnly } of imports) if (from === path && to && !typeOnly) reached.add(to);
  }
  return reached;
}
