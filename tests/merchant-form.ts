// A contact form as a merchant would make it, and a storefront that shows it.
import { db } from "../app/db.server.ts";
import { now } from "../app/lib/clock.ts";
import { newId } from "../app/lib/id.ts";
import { action } from "../app/routes/proxy.contact.ts";
import { contactRequest, filledIn, proxyQuery, storefront } from "./storefront-call.ts";

const FIELDS = [
  { id: "name", kind: "name" },
  { id: "email", kind: "email", required: true },
  {
    id: "topic",
    kind: "topic",
    required: true,
    options: [
      { id: "return", label: { sv: "Retur", en: "Return" } },
      { id: "other", label: { sv: "Annat" } },
    ],
  },
  { id: "order", kind: "order", required: true, when: { field: "topic", is: ["return"] } },
  { id: "size", kind: "choice", label: { sv: "Storlek" }, options: [{ id: "s", label: { sv: "Liten" } }] },
  { id: "day", kind: "date", label: { sv: "Köpt den" } },
  { id: "fine", kind: "checkbox", label: { sv: "Oanvänd" } },
  { id: "message", kind: "message", required: true },
  { id: "file", kind: "file" },
];

/** A storefront whose store shows a form of its own; `route` is what the topic "return" does to a ticket. */
export async function merchantForm({
  route = {},
  fields = FIELDS,
}: { route?: object; fields?: object[] } = {}) {
  const place = await storefront();
  const { workspace, store, shop } = place;
  const routed = fields.map((field) =>
    "kind" in field && field.kind === "topic" && "options" in field
      ? { ...field, options: (field.options as object[]).map((one, at) => (at ? one : { ...one, ...route })) }
      : field,
  );
  const form = await db.contactForm.create({
    data: {
      workspaceId: workspace.id,
      id: newId(),
      storeId: store.id,
      handle: "contact",
      name: "Kontakt",
      definition: { fields: routed },
      createdAt: now(),
      updatedAt: now(),
    },
  });
  /** Posts the form as its script does, unless other headers are given. */
  const send = (
    fieldsOf: Record<string, string>,
    {
      headers = { Accept: "application/json" },
      files = [],
    }: { headers?: Record<string, string>; files?: File[] } = {},
  ) => {
    const body = new FormData();
    const said = { form_id: form.id, form_revision: "1", topic: "other", ...filledIn(), ...fieldsOf };
    for (const [name, value] of Object.entries(said)) body.set(name, value);
    for (const file of files) body.append("files", file);
    const request = contactRequest(proxyQuery({ shop }), { method: "POST", body, headers });
    return action({ request, params: {}, context: {} });
  };
  return { ...place, form, send };
}

/** The mail of a form that was only passed on to its store. */
export const makePassedOn = (form: {
  workspaceId: string;
  receivedId: string;
  replyTo: string | null;
  word: string;
}) =>
  db.outgoingMail.create({
    data: {
      workspaceId: form.workspaceId,
      id: newId(),
      kind: "form",
      requestKey: `form:${form.receivedId}`,
      fromAddress: "mail@samla.example",
      fromName: "Björk",
      toAddress: "butik@bjork.example",
      replyTo: form.replyTo,
      subject: form.word,
      text: form.word,
      html: form.word,
      internetId: `${newId()}@samla.example`,
      createdAt: now(),
    },
  });
