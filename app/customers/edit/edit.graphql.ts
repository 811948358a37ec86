// What staff keep of a customer at Shopify, read and changed with an agent's own token.
// Scopes: read_customers, write_customers.

export const CUSTOMER_NOTE = `query CustomerNote($id: ID!) { customer(id: $id) { id note } }`;

export const CUSTOMER_UPDATE = `mutation CustomerNoteUpdate($input: CustomerInput!) {
  customerUpdate(input: $input) { customer { id note } userErrors { message } }
}`;

export const TAGS_ADD = `mutation CustomerTagsAdd($id: ID!, $tags: [String!]!) {
  tagsAdd(id: $id, tags: $tags) { node { id ... on Customer { tags } } userErrors { message } }
}`;

export const TAGS_REMOVE = `mutation CustomerTagsRemove($id: ID!, $tags: [String!]!) {
  tagsRemove(id: $id, tags: $tags) { node { id ... on Customer { tags } } userErrors { message } }
}`;

export interface Changed<T> {
  customer?: T | null;
  node?: T | null;
  userErrors: { message: string }[];
}
