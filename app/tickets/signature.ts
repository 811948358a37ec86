/** What a reply ends with: the agent's own, then the brand's. Empty for none. Pure. */
export const signatureOf = (agent: { signature: string } | null, brand: { signature: string }): string =>
  [agent?.signature, brand.signature]
    .map((signature) => signature?.trim())
    .filter(Boolean)
    .join("\n\n");
