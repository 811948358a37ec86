// The team, labels, departments and stores, for every picker and chip of the page.
import { createContext, useContext, type ReactNode } from "react";
import type { Directory } from "../tickets/directory.server.ts";

const NOBODY: Directory = { agents: [], labels: [], departments: [], stores: [] };
const DirectoryContext = createContext<Directory>(NOBODY);

export const DirectoryProvider = ({ directory, children }: { directory: Directory; children: ReactNode }) => (
  <DirectoryContext.Provider value={directory}>{children}</DirectoryContext.Provider>
);

/** What can be chosen; kept current by the page's refreshes. */
export const useDirectory = (): Directory => useContext(DirectoryContext);
