// Who is looking: for "assigned to you" and for what may be offered at all. The server decides again.
import { createContext, useContext, type ReactNode } from "react";
import type { Role } from "../team/roles.ts";

export interface ViewingAgent {
  id: string;
  name: string;
  role: Role;
}

const AgentContext = createContext<ViewingAgent | null>(null);

export const AgentProvider = ({ agent, children }: { agent: ViewingAgent; children: ReactNode }) => (
  <AgentContext.Provider value={agent}>{children}</AgentContext.Provider>
);

/** The agent this page was made for. */
export function useAgent(): ViewingAgent {
  const agent = useContext(AgentContext);
  if (!agent) throw new Error("useAgent stands outside AgentProvider");
  return agent;
}
