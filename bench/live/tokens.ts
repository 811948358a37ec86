// Session tokens as Shopify's admin gives them to its pages: good for a minute, so a new one every now and then.
const SHOP = "fjallrum.myshopify.com";
const STAFF = "kajsa@fjallrum.example";
const GOOD_FOR = 30_000;

export type Tokens = () => Promise<string>;

/** Where all pages get their token. */
export function openTokens(sandboxUrl: string): Tokens {
  let token = Promise.resolve("");
  let until = 0;
  return () => {
    if (performance.now() > until) {
      until = performance.now() + GOOD_FOR;
      token = fetchToken(sandboxUrl);
    }
    return token;
  };
}

async function fetchToken(sandboxUrl: string): Promise<string> {
  const answer = await fetch(`${sandboxUrl}/control/session-token`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ shop: SHOP, staff: STAFF }),
  });
  const { token } = (await answer.json()) as { token: string };
  return token;
}
