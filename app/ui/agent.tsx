// Who is looking: for "assigned to you" and for what may be offered at all. The server decides again.
import { createContext, useContext, type ReactNode } from "react";
import type { Role } from "../team/roles.ts";

export interface ViewingAgent {
  id: string;
  name: string;
  role: Role;
}

const AgentContext = createContext<ViewingAgent | null>(null);
const BadgeContext = createContext(true);

/** `badge`: whether this agent wants what is unread marked (notifications/alerts.ts). */
export const AgentProvider = (props: { agent: ViewingAgent; badge: boolean; children: ReactNode }) => (
  <AgentContext.Provider value={props.agent}>
    <BadgeContext.Provider value={props.badge}>{props.children}</BadgeContext.Provider>
  </AgentContext.Provider>
);

/** The agent this page was made for. */
export function useAgent(): ViewingAgent {
  const agent = useContext(AgentContext);
  if (!agent) throw new Error("useAgent stands outside AgentProvider");
  return agent;
}

/** Whether what is unread is marked in red. */
export const useBadge = (): boolean => useContext(BadgeContext);
