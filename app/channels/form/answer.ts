// How the form's address answers: JSON for the theme block's script, else a page that the theme renders.
import { sayExpectation, type Expected } from "../../mail/expectation.ts";
import { storefrontLanguage } from "../../i18n/storefront-language.ts";
import { formPage, thanksPage, type FormTrouble } from "./page.ts";
import { viewOf, type AskedForm } from "./answers.ts";
import { NOTHING_TYPED, type FieldErrors, type Typed } from "./submission.ts";

type Headers = Record<string, string>;

interface Taken {
  number: string | null;
  email: string;
  expected: Expected;
  typed: Typed;
  storeLocale: string;
  asked: AskedForm | null;
}

/** 200: we have it. */
export function thank(request: Request, taken: Taken): Response {
  const { number, typed, storeLocale, asked } = taken;
  const language = storefrontLanguage(typed.locale, storeLocale);
  if (wantsJson(request))
    return json(200, { ok: true, number, expect: sayExpectation(taken.expected, language) });
  return page(
    200,
    thanksPage(language, {
      ...taken,
      returnTo: typed.returnTo,
      message: typed.fields.message,
      form: asked && viewOf(asked),
    }),
  );
}

/** 200: a form to fill in. */
export const offerForm = (storeLocale: string): Response =>
  page(
    200,
    formPage(
      storefrontLanguage(storeLocale),
      { ...NOTHING_TYPED, fields: { name: "", order_number: "" } },
      {},
    ),
  );

export interface Problem {
  status: number;
  errors?: FieldErrors;
  trouble: FormTrouble;
  headers?: Headers;
  /** the form to ask again, if it is one of the store's */
  asked?: AskedForm | null;
}

/** The form again, with what was typed and what is wrong. In JSON wrong fields are named alone. */
export function askAgain(
  request: Request,
  typed: Typed,
  { status, errors, trouble, headers, asked }: Problem,
): Response {
  if (wantsJson(request)) return json(status, { ok: false, errors: errors ?? { form: trouble } }, headers);
  const language = storefrontLanguage(typed.locale, request.headers.get("Accept-Language")?.split(",")[0]);
  return page(
    status,
    formPage(language, typed, { errors, trouble, form: asked ? viewOf(asked) : null }),
    headers,
  );
}

/** For what no shopper's browser sends: no page, nothing repeated. */
export const refuse = (request: Request, status: number, text: string, headers: Headers = {}): Response =>
  wantsJson(request)
    ? json(status, { ok: false, errors: { form: "try-again" } }, headers)
    : new Response(text, {
        status,
        headers: { ...PRIVATE, "Content-Type": "text/plain; charset=utf-8", ...headers },
      });

const wantsJson = (request: Request) => (request.headers.get("Accept") ?? "").includes("application/json");

const PRIVATE = { "Cache-Control": "no-store" };

const json = (status: number, body: unknown, headers: Headers = {}): Response =>
  Response.json(body, { status, headers: { ...PRIVATE, ...headers } });

const page = (status: number, body: string, headers: Headers = {}): Response =>
  new Response(body, { status, headers: { ...PRIVATE, "Content-Type": "application/liquid", ...headers } });
