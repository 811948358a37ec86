// Failures a person can act on. Thrown anywhere, turned into an answer once, at the edge (auth.server.ts).

const TABLE = {
  "bad-request": { status: 400, text: "The request could not be understood." },
  unauthorized: { status: 401, text: "Sign in again from Shopify admin." },
  forbidden: { status: 403, text: "You do not have access to this." },
  "no-role": { status: 403, text: "Ask an owner for access." },
  "not-found": { status: 404, text: "Not found." },
  "thread-moved-on": { status: 409, text: "The conversation has moved on." },
  "key-reused": { status: 409, text: "This was already sent with another text." },
  "draft-newer": { status: 409, text: "Something newer was written elsewhere." },
  "already-sent": { status: 409, text: "It has left already." },
  "cannot-merge": { status: 409, text: "These tickets can't be merged." },
  taken: { status: 409, text: "That is somebody else's already." },
  "cannot-split": { status: 409, text: "This can't become a ticket of its own." },
  "cannot-undo": { status: 409, text: "This can't be undone any more." },
  "identity-unconfirmed": { status: 409, text: "First confirm who the customer is." },
  "order-busy": { status: 409, text: "This order is being changed already." },
  "note-changed": { status: 409, text: "Somebody else has changed the note." },
  "approval-needed": { status: 409, text: "A colleague has to approve this." },
  "last-owner": { status: 409, text: "There must be at least one owner." },
  "proof-needed": { status: 403, text: "Your browser has to show first that it is one." },
  gone: { status: 410, text: "That is over." },
  "too-large": { status: 413, text: "That is too large." },
  invalid: { status: 422, text: "Something is missing or too long." },
  "cannot-reply": { status: 422, text: "This customer has no address to answer to." },
  "too-many": { status: 429, text: "Too many at once. Try again in a while." },
  "shopify-failed": { status: 503, text: "Shopify did not do it." },
  unavailable: { status: 503, text: "Not available right now." },
} as const;

export type ErrorCode = keyof typeof TABLE;

/** An expected failure. `code` chooses status and text; `detail` is data for the page, never secrets. */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly detail: Record<string, unknown>;

  constructor(code: ErrorCode, detail: Record<string, unknown> = {}) {
    super(TABLE[code].text);
    this.name = "AppError";
    this.code = code;
    this.detail = detail;
  }

  get status(): number {
    return TABLE[this.code].status;
  }
}
