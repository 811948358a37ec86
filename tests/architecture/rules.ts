// The nine rules of who may import whom. Each takes the code and returns what breaks it.
import ts from "typescript";
import { everyNode, loadedBy, packageOf, type Code, type Import } from "./code.ts";
import { isApp, isBrowserCode, isRouteModule, isServerOnly, isTest, layerOf } from "./layers.ts";

export type Rule = (code: Code) => string[];

const at = ({ from, line, specifier }: Import, why: string) => `${from}:${line} imports ${specifier}: ${why}`;

const appImports = ({ imports }: Code) => imports.filter(({ from }) => isApp(from));

/** 1. Left may import right; names side by side never import each other; every file has its place. */
export const keepsOrder: Rule = (code) => {
  const placeless = [...code.files.keys()].filter((path) => isApp(path) && !layerOf(path));
  const wrong = appImports(code).flatMap((one) => {
    const from = layerOf(one.from);
    const to = one.to && isApp(one.to) ? layerOf(one.to) : null;
    if (!from || !to || from.name === to.name || from.step < to.step) return [];
    return [
      at(one, from.step === to.step ? `${from.name} · ${to.name} never meet` : `${to.name} > ${from.name}`),
    ];
  });
  return [...placeless.map((path) => `${path} has no place in the order`), ...wrong];
};

/** 2. Tickets know nothing of channels. */
export const ticketsIgnoreChannels: Rule = (code) =>
  appImports(code)
    .filter(({ from, to }) => from.startsWith("app/tickets/") && to?.startsWith("app/channels/"))
    .map((one) => at(one, "tickets never import channels"));

/** 3. Remix and Shopify are known at the edge only. */
export const frameworksStayAtTheEdge: Rule = (code) =>
  appImports(code)
    .filter(({ specifier }) => /^@(remix-run|shopify)\//.test(specifier))
    .filter(
      ({ from }) =>
        !["server, worker, routes", "ui", "auth.server", "shopify.server"].includes(
          layerOf(from)?.name ?? "",
        ),
    )
    .map((one) => at(one, "only routes, ui, auth.server, server and shopify.server know Remix or Shopify"));

/** 4. What runs in a browser imports only pure files and types. */
export const browserCodeIsPure: Rule = (code) =>
  appImports(code)
    .filter(({ from }) => !isServerOnly(from) && !isRouteModule(from) && !/^(server|worker)\.ts$/.test(from))
    .filter(
      ({ to, typeOnly, specifier }) =>
        !typeOnly && ((to && isServerOnly(to)) || specifier.startsWith("node:")),
    )
    .map((one) => at(one, "a file without .server is safe in the browser"));

const NETWORK =
  /^(node:(https?|http2|net|tls|dgram)|undici|postmark|openai|twilio|nodemailer|@aws-sdk\/.+|axios|got|ky)$/;

/** 5. Only clients/ calls out; only env.server.ts reads the environment. */
export const oneDoorOut: Rule = (code) => {
  const outside = (path: string) => isApp(path) && !path.startsWith("app/clients/");
  const packages = appImports(code)
    .filter(({ from, specifier }) => outside(from) && NETWORK.test(packageOf(specifier) ?? ""))
    // server.ts listens; it does not call.
    .filter(({ from, typeOnly }) => from !== "server.ts" && !typeOnly)
    .map((one) => at(one, "only clients/ calls out"));
  const fetches = places(code, (path) => outside(path) && !isBrowserCode(path), isGlobalFetch);
  const environment = places(code, (path) => isApp(path) && path !== "app/env.server.ts", isEnvironment);
  return [
    ...packages,
    ...fetches.map((place) => `${place} fetches: only clients/ calls out`),
    ...environment.map((place) => `${place} reads process.env: only env.server.ts does`),
  ];
};

const isGlobalFetch = (node: ts.Node): boolean =>
  (ts.isCallExpression(node) && ts.isIdentifier(node.expression) && node.expression.text === "fetch") ||
  (ts.isPropertyAccessExpression(node) &&
    node.name.text === "fetch" &&
    /^(globalThis|window)$/.test(node.expression.getText()));

const isEnvironment = (node: ts.Node): boolean =>
  (ts.isPropertyAccessExpression(node) &&
    node.name.text === "env" &&
    node.expression.getText() === "process") ||
  (ts.isVariableDeclaration(node) && node.initializer?.getText() === "process") ||
  (ts.isImportDeclaration(node) && /^["'](node:)?process["']$/.test(node.moduleSpecifier.getText()));

/** 6. No index files, no file that passes on what lives in another. */
export const noBarrels: Rule = ({ files, imports }) => [
  ...[...files.keys()]
    .filter((path) => /(^|\/)index\.[cm]?[jt]sx?$/.test(path))
    .map((path) => `${path} is an index file`),
  ...imports.filter(({ reExport, to }) => reExport && to).map((one) => at(one, "passed on, not used")),
];

/** 7. The app never imports the sandbox or tests. */
export const appStandsAlone: Rule = (code) =>
  appImports(code)
    .filter(({ to }) => to && (/^(sandbox|tests)\//.test(to) || isTest(to)))
    .map((one) => at(one, "nothing in the app imports sandbox/ or tests/"));

/** 8. The sandbox checks the app, so it never uses the app's code, not even through another file. */
export const sandboxStandsAlone: Rule = (code) =>
  code.imports
    .filter(
      ({ from, to, typeOnly }) =>
        from.startsWith("sandbox/") && to && !to.startsWith("sandbox/") && !typeOnly,
    )
    .flatMap((one) => {
      const used = [...loadedBy(code, [one.to ?? ""])].find(isApp);
      return used
        ? [at(one, `that runs ${used}; the sandbox may import types of the app, nothing else`)]
        : [];
    });

const STARTS = /^(scripts|sandbox|bench)\/|^(server|worker|prisma\.config|vitest\.config|prisma\/seed)\.ts$/;

/** 9. What Node runs has whole file names in its imports, no aliases, and only syntax that can be stripped. */
export const runsOnNode =
  (packages: ReadonlySet<string>): Rule =>
  (code) => {
    const relative = code.imports.filter(({ specifier }) => specifier.startsWith("."));
    const unresolved = relative.filter(({ specifier, to }) => to && !to.endsWith(lastPart(specifier)));
    const foreign = code.imports.filter(({ specifier, typeOnly }) => {
      const name = packageOf(specifier);
      return name !== null && !typeOnly && !name.startsWith("node:") && !packages.has(name);
    });
    const started = loadedBy(
      code,
      [...code.files.keys()].filter((path) => STARTS.test(path)),
    );
    const jsx = code.imports.filter(
      ({ from, to, typeOnly }) => started.has(from) && to?.endsWith(".tsx") && !typeOnly,
    );
    const syntax = places(code, (path) => /\.tsx?$/.test(path), isNotErasable);
    return [
      ...unresolved.map((one) => at(one, "write the file's whole name")),
      ...foreign.map((one) => at(one, "neither relative, nor node:, nor a dependency of package.json")),
      ...jsx.map((one) => at(one, "Node cannot run .tsx")),
      ...syntax.map((place) => `${place} cannot be stripped to JavaScript`),
    ];
  };

const lastPart = (specifier: string): string => specifier.split("?")[0]?.split("/").at(-1) ?? "";

function isNotErasable(node: ts.Node): boolean {
  const declared =
    ts.canHaveModifiers(node) &&
    (ts.getModifiers(node)?.some(({ kind }) => kind === ts.SyntaxKind.DeclareKeyword) ?? false);
  if (ts.isEnumDeclaration(node) || ts.isModuleDeclaration(node)) return !declared;
  if (ts.isParameter(node)) return ts.isParameterPropertyDeclaration(node, node.parent);
  return (
    ts.isImportEqualsDeclaration(node) ||
    ts.isTypeAssertionExpression(node) ||
    (ts.isExportAssignment(node) && node.isExportEquals === true)
  );
}

/** "path:line" of every node that matches, in the files asked for. */
function places(
  { files }: Code,
  where: (path: string) => boolean,
  matches: (node: ts.Node) => boolean,
): string[] {
  const found: string[] = [];
  for (const [path, file] of files) {
    if (!where(path)) continue;
    everyNode(file, (node) => {
      if (matches(node))
        found.push(`${path}:${file.getLineAndCharacterOfPosition(node.getStart()).line + 1}`);
    });
  }
  return found;
}
