// What can happen, and who made it happen. Pure.

export type Actor =
  | { kind: "agent"; id: string }
  | { kind: "customer"; id: string | null }
  | { kind: "rule"; id: string }
  | { kind: "shop"; id: string }
  | { kind: "system" };

export const SYSTEM: Actor = { kind: "system" };

/** Events of a ticket: each has a line in the thread and may have reactions in jobs/on-ticket-event. */
export type TicketEventType =
  | "ticket-opened"
  | "message-received"
  | "message-sent"
  | "delivery-changed"
  | "send-undone"
  | "recipient-missed"
  | "closed"
  | "reopened"
  | "assigned"
  | "unassigned"
  | "snoozed"
  | "woken"
  | "raised"
  | "archived"
  | "restored"
  | "priority-changed"
  | "label-added"
  | "label-removed"
  | "department-changed"
  | "merged"
  | "unmerged"
  | "split"
  | "acknowledgement-withheld"
  | "marked-spam"
  | "not-spam"
  | "participant-added"
  | "participant-removed"
  | "answer-held"
  | "answer-dismissed"
  | "answer-brought-back"
  | "note-added"
  | "note-deleted"
  | "note-restored"
  | "message-forwarded"
  | "order-action-asked"
  | "order-action-declined"
  | "order-action-done"
  | "order-action-failed"
  | "identity-confirmed"
  | "identity-doubted"
  | "customer-note-changed"
  | "customer-tags-changed"
  | "order-at-risk"
  | "order-out-of-risk"
  | "chat-started"
  | "chat-accepted"
  | "chat-ended"
  | "chat-rated"
  | "chat-followed-up"
  | "chat-unreachable"
  | "transcript-sent"
  | "visitor-signed-in"
  | "visitor-blocked"
  | "visitor-unblocked";

/** Events of everything else, for the system log; each has its words there. */
export const WORKSPACE_EVENTS = [
  "installed",
  "uninstalled",
  "scopes-changed",
  "agent-joined",
  "role-given",
  "role-removed",
  "privacy-requested",
  "privacy-done",
  "inbound-unreadable",
  "inbound-retried",
  "form-not-forwarded",
  "contact-form-added",
  "contact-form-changed",
  "contact-form-retired",
  "sender-blocked",
  "sender-unblocked",
  "label-made",
  "label-changed",
  "label-merged",
  "label-retired",
  "ticket-deleted",
  "setting-changed",
  "profile-changed",
  "sender-changed",
  "address-added",
  "address-tested",
  "address-connected",
  "address-taken",
  "address-changed",
  "address-retired",
  "forwarding-asked",
  "domain-added",
  "domain-checked",
  "domain-verified",
  "domain-failing",
  "domain-recovered",
  "domain-removed",
  "macro-added",
  "macro-changed",
  "macro-retired",
  "macro-restored",
  "request-started",
  "request-done",
  "bulk-stopped",
  "orders-refetched",
  "customer-note-changed",
  "customer-tags-changed",
  "plan-changed",
  "forecast-asked",
  "customers-merged",
  "customers-unmerged",
  "customer-address-added",
  "customer-address-removed",
] as const;
export type WorkspaceEventType = (typeof WORKSPACE_EVENTS)[number];

export type EventType = TicketEventType | WorkspaceEventType;
