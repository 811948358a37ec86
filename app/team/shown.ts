// What shoppers see of an agent. Pure.

/** What they call themselves before shoppers, else their first name. */
export const shownNameOf = ({ name, shownName }: { name: string; shownName: string | null }): string =>
  shownName ?? name.trim().split(/\s+/)[0] ?? name;
