// Cuts a document in two at a leaf, the way an editor splits a paragraph. Pure.
import { Element, isTag, isText, type ChildNode, type ParentNode } from "domhandler";

/**
 * Makes the leaf the beginning of one of the root's children, and returns that child. Elements that begin further
 * up are continued by a copy of theirs, so that the second half looks as it did.
 */
export function splitBefore(root: ParentNode, leaf: ChildNode): ChildNode {
  let node = leaf;
  for (let parent = node.parent; parent && parent !== root; parent = node.parent) {
    if (!isTag(parent)) break;
    node = startsWith(parent, node) ? parent : cut(parent, node);
  }
  return node;
}

/** Nothing to see in the element before the node? */
function startsWith(element: Element, node: ChildNode): boolean {
  for (const child of element.children) {
    if (child === node) return true;
    if (!isText(child) || child.data.trim()) return false;
  }
  return false;
}

/** Moves the node and all after it into a copy of its parent, right behind the parent. */
function cut(parent: Element, node: ChildNode): Element {
  const at = parent.children.indexOf(node);
  const moved = parent.children.splice(at);
  const { id: _, ...attribs } = parent.attribs;
  const copy = new Element(parent.name, attribs, moved);
  for (const child of moved) child.parent = copy;
  const siblings = parent.parent?.children ?? [];
  siblings.splice(siblings.indexOf(parent) + 1, 0, copy);
  copy.parent = parent.parent;
  return copy;
}
