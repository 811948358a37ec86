// Scopes: none.

/** Only subscriptions that are paid for, or on trial, are active. */
export const ACTIVE_SUBSCRIPTIONS = `query ActiveSubscriptions {
  currentAppInstallation { activeSubscriptions { name } }
}`;

export interface ActiveSubscriptions {
  currentAppInstallation: { activeSubscriptions: { name: string }[] };
}
