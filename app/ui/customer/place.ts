/** Whose note and tags, in which store, and from which ticket they are changed. */
export interface Place {
  customerId: string;
  store: { id: string; name: string };
  /** null: from the customer's page */
  ticketId: string | null;
}

/** What goes with every change. */
export const fieldsOf = ({ store, ticketId }: Place): Record<string, string> => ({
  store: store.id,
  ...(ticketId ? { ticket: ticketId } : {}),
});
