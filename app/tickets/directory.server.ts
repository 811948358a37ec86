// What the lists' filters and pickers choose from: the team, labels, departments and stores of a workspace.
import { Prisma } from "@prisma/client";
import { db } from "../db.server.ts";
import { colorOf, type LabelColor } from "./label.ts";

export interface Directory {
  agents: { id: string; name: string }[];
  labels: { id: string; name: string; color: LabelColor }[];
  departments: { id: string; name: string }[];
  stores: { id: string; name: string }[];
}

/** Everything that can be chosen, by name; one query, because every page asks. */
export async function readDirectory({ id: workspaceId }: { id: string }): Promise<Directory> {
  const [read] = await db.$queryRaw<[Directory]>`
    SELECT
      ${listOf("Agent", Prisma.sql`o."retiredAt" IS NULL AND o.role IS NOT NULL`, workspaceId)} AS agents,
      ${listOf("Label", Prisma.sql`o."retiredAt" IS NULL`, workspaceId)} AS labels,
      ${listOf("Department", Prisma.sql`o."retiredAt" IS NULL`, workspaceId)} AS departments,
      ${listOf("Store", Prisma.sql`o."uninstalledAt" IS NULL`, workspaceId)} AS stores`;
  return { ...read, labels: read.labels.map((label) => ({ ...label, color: colorOf(label.color) })) };
}

function listOf(
  table: "Agent" | "Label" | "Department" | "Store",
  where: Prisma.Sql,
  workspaceId: string,
): Prisma.Sql {
  const color = table === "Label" ? Prisma.sql`, 'color', o.color` : Prisma.empty;
  return Prisma.sql`(
    SELECT coalesce(json_agg(json_build_object('id', o.id, 'name', o.name ${color}) ORDER BY lower(o.name), o.id), '[]')
    FROM ${Prisma.raw(`"${table}"`)} o WHERE o."workspaceId" = ${workspaceId}::uuid AND ${where})`;
}
