// Where orders are asked for: beside a ticket, or on a customer's page in one of our stores. Pure.

export interface OrderDoor {
  /** where an order is opened; orderId: the number in its gid */
  order: (orderId: string) => string;
  /** where its lines go on */
  lines: (orderId: string, after: string) => string;
}

export const ticketDoor = (ticketId: string): OrderDoor => ({
  order: (orderId) => `/app/tickets/${ticketId}/orders/${orderId}/details`,
  lines: (orderId, after) =>
    `/app/tickets/${ticketId}/orders/${orderId}/lines?${new URLSearchParams({ after }).toString()}`,
});

export const customerDoor = (customerId: string, store: string): OrderDoor => ({
  order: (orderId) =>
    `/app/customers/${customerId}/orders/${orderId}?${new URLSearchParams({ store }).toString()}`,
  lines: (orderId, after) =>
    `/app/customers/${customerId}/orders/${orderId}/lines?${new URLSearchParams({ store, after }).toString()}`,
});

export const numberOf = (gid: string): string => gid.slice(gid.lastIndexOf("/") + 1);
