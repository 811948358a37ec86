// Who is mailed that a customer wrote. Pure.

export interface Facts {
  /** the message opened its ticket */
  opened: boolean;
  assigneeId: string | null;
  /** the agents who have answered in the ticket */
  authors: string[];
}

/**
 * "all" wants every message. "mine" wants those of tickets assigned to them; of a ticket nobody has, everybody
 * hears when it is new or still unanswered, and afterwards those who answered it.
 */
export function wantsMail(agent: { id: string; notifyByMail: string }, facts: Facts): boolean {
  if (agent.notifyByMail !== "mine") return agent.notifyByMail === "all";
  if (facts.assigneeId) return facts.assigneeId === agent.id;
  return facts.opened || !facts.authors.length || facts.authors.includes(agent.id);
}
