// What this page is called among the pages of all agents, until it is loaded again.
let name = "";

export const tabName = (): string => (name ||= crypto.randomUUID());
