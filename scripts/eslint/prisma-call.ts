// Finds Prisma calls in code, and reads the object literals they are given.
import type { Rule, Scope } from "eslint";
import type { CallExpression, Expression, Node, ObjectExpression, Property } from "estree";
import { models, type Model } from "./models.ts";

export interface PrismaCall {
  model: Model;
  method: string;
  argument: Node | undefined;
}

/** `db.ticket.update(…)`, `tx.ticket.update(…)`: any call of a method on a property named like a model. */
export function prismaCall(node: CallExpression): PrismaCall | null {
  const { callee } = node;
  if (callee.type !== "MemberExpression" || callee.object.type !== "MemberExpression") return null;
  const method = nameOf(callee.property, callee.computed);
  const model = models.get(nameOf(callee.object.property, callee.object.computed) ?? "");
  return method && model ? { model, method, argument: node.arguments[0] } : null;
}

/** The name of a property key, when it can be read without running the code. */
export function nameOf(key: Node, computed = false): string | null {
  if (key.type === "Identifier" && !computed) return key.name;
  return key.type === "Literal" && typeof key.value === "string" ? key.value : null;
}

/**
 * The properties of an object, those of spread objects too. `open` says that some of them cannot be seen
 * from here (a parameter, a call's result).
 */
export function propertiesOf(
  node: Node,
  context: Rule.RuleContext,
): { properties: Property[]; open: boolean } {
  const branches = objectsOf(node, context);
  const properties: Property[] = [];
  let open = branches.length === 0;
  for (const element of branches.flatMap((branch) => branch.properties)) {
    if (element.type === "Property") properties.push(element);
    else {
      const inner = propertiesOf(element.argument, context);
      properties.push(...inner.properties);
      open ||= inner.open;
    }
  }
  return { properties, open };
}

/** The object literals an expression can be: itself, either arm of a condition, the constant it names. */
function objectsOf(node: Node, context: Rule.RuleContext): ObjectExpression[] {
  const inner = unwrapped(node);
  if (inner.type === "ObjectExpression") return [inner];
  if (inner.type === "ConditionalExpression")
    return [...objectsOf(inner.consequent, context), ...objectsOf(inner.alternate, context)];
  if (inner.type === "LogicalExpression")
    return [...objectsOf(inner.left, context), ...objectsOf(inner.right, context)];
  if (inner.type === "Identifier") {
    const value = constant(inner, context);
    return value ? objectsOf(value, context) : [];
  }
  return [];
}

/** What a `const` in reach was given. */
export function constant(node: Node, context: Rule.RuleContext): Expression | null {
  if (node.type !== "Identifier") return null;
  let scope: Scope.Scope | null = context.sourceCode.getScope(node);
  while (scope) {
    const definition = scope.set.get(node.name)?.defs[0];
    if (definition?.type === "Variable") {
      const isPlain = definition.node.id.type === "Identifier" && definition.parent.kind === "const";
      return isPlain ? (definition.node.init ?? null) : null;
    }
    if (definition) return null;
    scope = scope.upper;
  }
  return null;
}

/** Without `as X`, `satisfies X`, `await` and brackets around it. */
export function unwrapped(node: Node): Node {
  const wrapped = node as { type: string; expression?: Node; argument?: Node };
  const types = ["TSAsExpression", "TSSatisfiesExpression", "TSNonNullExpression"];
  return types.includes(wrapped.type) && wrapped.expression ? unwrapped(wrapped.expression) : node;
}
