/** Works out what a server under attack asks for: a number whose hash, behind the challenge, begins with zero bits. */
export async function prove(challenge: string): Promise<string> {
  const bits = Number(challenge.split(".")[1]);
  const encoder = new TextEncoder();
  for (let number = 0; ; number++) {
    const hash = await crypto.subtle.digest("SHA-256", encoder.encode(`${challenge}:${number}`));
    if (new DataView(hash).getUint32(0) >>> (32 - bits) === 0) return `${challenge}:${number}`;
  }
}
