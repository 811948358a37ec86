// While a store is under attack its forms' scripts work out a little sum before they send; in peace nothing is asked.
// A little at a time, so that the page stays awake. Loaded when somebody begins to write.
(() => {
  "use strict";

  const ASK_AGAIN_AFTER_MS = 60000;
  const AT_ONCE = 250;
  const encoder = new TextEncoder();
  const known = new Map();

  /** What goes with the message of this id: "" in peace, and when it can't be asked; the app judges then. */
  window.samlaProof = (askedAt, id) => {
    const before = known.get(id);
    if (before && (before.wanted || Date.now() - before.at < ASK_AGAIN_AFTER_MS)) return before.proof;
    const asking = { at: Date.now(), wanted: false };
    asking.proof = ask(askedAt, id, asking).catch(() => "");
    known.set(id, asking);
    return asking.proof;
  };

  async function ask(askedAt, id, asking) {
    const body = new URLSearchParams({ submission_id: id });
    const { challenge, bits } = await (await fetch(askedAt, { method: "POST", body })).json();
    asking.wanted = Boolean(challenge);
    return challenge ? workOut(challenge, bits) : "";
  }

  async function workOut(challenge, bits) {
    for (let from = 0; ; from += AT_ONCE) {
      const numbers = Array.from({ length: AT_ONCE }, (_, index) => from + index);
      const hashes = await Promise.all(numbers.map((number) => hashOf(`${challenge}:${number}`)));
      const found = hashes.findIndex((hash) => beginsWithZeros(hash, bits));
      if (found >= 0) return `${challenge}:${from + found}`;
      await new Promise((next) => setTimeout(next));
    }
  }

  const hashOf = async (text) => new Uint8Array(await crypto.subtle.digest("SHA-256", encoder.encode(text)));

  function beginsWithZeros(hash, bits) {
    const whole = bits >> 3;
    for (let index = 0; index < whole; index += 1) if (hash[index] !== 0) return false;
    return bits % 8 === 0 || hash[whole] >> (8 - (bits % 8)) === 0;
  }
})();
