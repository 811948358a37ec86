// Scopes: none, for metafields of the app's own installation.

export const APP_INSTALLATION = `query AppInstallation {
  currentAppInstallation { id }
}`;

export interface AppInstallation {
  currentAppInstallation: { id: string };
}

/** Liquid reads them as app.metafields.<namespace>.<key>.value; nobody else sees them. */
export const SET_APP_METAFIELDS = `mutation AppMetafieldsSet($metafields: [MetafieldsSetInput!]!) {
  metafieldsSet(metafields: $metafields) {
    userErrors { field message code }
  }
}`;

export interface SetAppMetafields {
  metafieldsSet: { userErrors: { field: string[] | null; message: string; code: string | null }[] } | null;
}
