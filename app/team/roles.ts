// Who may do what. Pure.

export const ROLES = ["owner", "admin", "manager", "support"] as const;
export type Role = (typeof ROLES)[number];

/** Reads a role from a form or a row; null for anything else. */
export const roleOf = (text: unknown): Role | null => ROLES.find((role) => role === text) ?? null;

/** Giving and taking roles is the owners'. */
export const mayManageTeam = (role: Role | null): boolean => role === "owner";

/** Looking after what could not be read, and settings. */
export const mayManageInbox = (role: Role | null): boolean => role === "owner" || role === "admin";

/** Changing what holds for the whole workspace; everybody may read it, and change what is only theirs. */
export const mayChangeSettings = (role: Role | null): boolean => role === "owner" || role === "admin";

/** Sharing a personal view with the whole team. */
export const mayShareViews = (role: Role | null): boolean => role !== null && role !== "support";

/** Deleting a conversation for good, at once. */
export const mayDelete = (role: Role | null): boolean => role === "owner" || role === "admin";

/** Deleting a colleague's internal note; everybody may delete their own. */
export const mayDeleteNotes = (role: Role | null): boolean => role !== null && role !== "support";

/** Seeing what colleagues are doing to many tickets at once, and stopping it. */
export const mayStopBulks = (role: Role | null): boolean => role !== null && role !== "support";

/** Renaming, recolouring, merging and retiring labels; everybody makes new ones and puts them on. */
export const mayManageLabels = (role: Role | null): boolean => role !== null && role !== "support";

/** Letting a colleague's order action pass that is over the owner's limit; one's own needs nobody else. */
export const mayApproveOrders = (role: Role | null): boolean => role !== null && role !== "support";

/** Having what customers will do reckoned anew, without waiting for the night. */
export const mayFitForecasts = (role: Role | null): boolean => role !== null && role !== "support";

/** Writing the answers the whole team uses; everybody has some of their own. */
export const mayChangeTeamMacros = (role: Role | null): boolean =>
  role === "owner" || role === "admin" || role === "manager";
