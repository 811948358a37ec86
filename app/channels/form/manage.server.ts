// A store's contact forms: made, changed, put away. What is saved goes to the storefront at once.
import type { ContactForm } from "@prisma/client";
import { db, holdLock, type Tx } from "../../db.server.ts";
import { AppError } from "../../errors.ts";
import type { Actor } from "../../events/event.ts";
import { recordEvent } from "../../events/record.server.ts";
import { storefrontLanguage } from "../../i18n/storefront-language.ts";
import { cleanText } from "../../lib/clean-text.ts";
import { now } from "../../lib/clock.ts";
import { isId, newId } from "../../lib/id.ts";
import { askToPublish } from "../../settings/publish-storefront.server.ts";
import { definitionSchema, LONGEST, MOST_FORMS, type FormDefinition } from "./definition.ts";
import { problemsOf } from "./problems.ts";
import { madeForm } from "./published.server.ts";

export interface KeptForm {
  id: string;
  storeId: string;
  name: string;
  handle: string;
  definition: FormDefinition;
  updatedAt: string;
}

type Workspace = { id: string };

/** The forms of a store that are in use, by age. */
export async function listForms(workspace: Workspace, storeId: string): Promise<KeptForm[]> {
  const rows = await db.contactForm.findMany({
    where: { workspaceId: workspace.id, storeId, retiredAt: null },
    orderBy: { createdAt: "asc" },
    take: MOST_FORMS,
  });
  return rows.map(present);
}

/** One of them. Throws not-found. */
export async function findForm(workspace: Workspace, id: string | undefined): Promise<KeptForm> {
  return present(await findRow(db, workspace, id));
}

async function findRow(tx: Tx, workspace: Workspace, id: string | undefined): Promise<ContactForm> {
  const row = isId(id)
    ? await tx.contactForm.findUnique({ where: { workspaceId_id: { workspaceId: workspace.id, id } } })
    : null;
  if (!row) throw new AppError("not-found");
  return row;
}

const EMPTY = definitionSchema.parse({ fields: [] });

const present = (row: ContactForm): KeptForm => ({
  id: row.id,
  storeId: row.storeId,
  name: row.name,
  handle: row.handle,
  definition: madeForm(row)[0]?.definition ?? EMPTY,
  updatedAt: row.updatedAt.toISOString(),
});

interface Written {
  name: string;
  handle: string;
  definition: unknown;
}

type By = { by: Actor };

/** Makes a form of a store. Throws not-found, too-many, or invalid ({ field, problem }). */
export async function addForm(
  workspace: Workspace,
  storeId: string,
  written: Written,
  { by }: By,
): Promise<{ id: string }> {
  const workspaceId = workspace.id;
  return db.$transaction(async (tx) => {
    await holdLock(tx, `contact-forms:${workspaceId}:${storeId}`);
    const data = await checked(tx, workspace, storeId, null, written);
    if ((await tx.contactForm.count({ where: { workspaceId, storeId, retiredAt: null } })) >= MOST_FORMS)
      throw new AppError("too-many", { most: MOST_FORMS });
    const id = newId();
    const at = now();
    await tx.contactForm.create({
      data: { workspaceId, storeId, id, ...data, createdAt: at, updatedAt: at },
    });
    await told(tx, { workspaceId, storeId, id, name: data.name }, "contact-form-added", by);
    return { id };
  });
}

/** Changes it; pages that show what it was before are still taken. */
export async function changeForm(
  workspace: Workspace,
  id: string | undefined,
  written: Written,
  { by }: By,
): Promise<void> {
  await db.$transaction(async (tx) => {
    const { storeId, id: formId } = await findRow(tx, workspace, id);
    await holdLock(tx, `contact-forms:${workspace.id}:${storeId}`);
    const data = await checked(tx, workspace, storeId, formId, written);
    await tx.contactForm.update({
      where: { workspaceId_id: { workspaceId: workspace.id, id: formId } },
      data: { ...data, revision: { increment: 1 }, updatedAt: now() },
    });
    await told(
      tx,
      { workspaceId: workspace.id, storeId, id: formId, name: data.name },
      "contact-form-changed",
      by,
    );
  });
}

/** Takes it off the storefront. */
export async function retireForm(workspace: Workspace, id: string | undefined, { by }: By): Promise<void> {
  await db.$transaction(async (tx) => {
    const { workspaceId, storeId, id: formId, name } = await findRow(tx, workspace, id);
    const { count } = await tx.contactForm.updateMany({
      where: { workspaceId, id: formId, retiredAt: null },
      data: { retiredAt: now() },
    });
    if (count) await told(tx, { workspaceId, storeId, id: formId, name }, "contact-form-retired", by);
  });
}

/** Brings it back, if nothing has taken its place. Throws invalid ({ field: "handle", problem: "taken" }). */
export async function restoreForm(workspace: Workspace, id: string | undefined, { by }: By): Promise<void> {
  await db.$transaction(async (tx) => {
    const row = await findRow(tx, workspace, id);
    const { workspaceId, storeId, id: formId, name, handle } = row;
    await holdLock(tx, `contact-forms:${workspaceId}:${storeId}`);
    await refuseTaken(tx, { workspaceId, storeId, handle }, formId);
    const { count } = await tx.contactForm.updateMany({
      where: { workspaceId, id: formId, retiredAt: { not: null } },
      data: { retiredAt: null },
    });
    if (count) await told(tx, { workspaceId, storeId, id: formId, name }, "contact-form-added", by);
  });
}

type FormEvent = "contact-form-added" | "contact-form-changed" | "contact-form-retired";

async function told(
  tx: Tx,
  { workspaceId, storeId, id, name }: { workspaceId: string; storeId: string; id: string; name: string },
  type: FormEvent,
  by: Actor,
): Promise<void> {
  await recordEvent(tx, workspaceId, { type, by, data: { formId: id, storeId, name } });
  await askToPublish(tx, { workspaceId, storeId });
}

/** Shopify keeps at most 128 kB under a key, for all of a store's forms. */
const MOST_LETTERS = 12_000;
const HANDLE = /^[a-z0-9]+(-[a-z0-9]+)*$/;

async function checked(tx: Tx, workspace: Workspace, storeId: string, id: string | null, written: Written) {
  const workspaceId = workspace.id;
  const store = isId(storeId)
    ? await tx.store.findUnique({
        where: { workspaceId_id: { workspaceId, id: storeId } },
        select: { locale: true },
      })
    : null;
  if (!store) throw new AppError("not-found");
  const name = cleanText(written.name, Infinity).trim();
  const handle = written.handle.trim().toLowerCase();
  if (!name || name.length > LONGEST.name) throw new AppError("invalid", { field: "name" });
  if (!HANDLE.test(handle) || handle.length > LONGEST.name)
    throw new AppError("invalid", { field: "handle", problem: "letters" });
  await refuseTaken(tx, { workspaceId, storeId, handle }, id);
  const parsed = definitionSchema.safeParse(written.definition);
  if (!parsed.success) throw new AppError("invalid", { field: "definition", problem: "unreadable" });
  const [problem] = problemsOf(parsed.data, storefrontLanguage(store.locale));
  if (problem)
    throw new AppError("invalid", {
      field: "definition",
      ...problem,
      at: "field" in problem ? problem.field : null,
    });
  if (JSON.stringify(parsed.data).length > MOST_LETTERS)
    throw new AppError("invalid", { field: "definition", problem: "too-long" });
  return { name, handle, definition: parsed.data };
}

async function refuseTaken(
  tx: Tx,
  { workspaceId, storeId, handle }: { workspaceId: string; storeId: string; handle: string },
  id: string | null,
): Promise<void> {
  const other = await tx.contactForm.findFirst({
    where: { workspaceId, storeId, handle, retiredAt: null, ...(id ? { id: { not: id } } : {}) },
    select: { id: true },
  });
  if (other) throw new AppError("invalid", { field: "handle", problem: "taken" });
}
