import { createServer } from "node:net";

import { Trouble } from "./trouble.mjs";

/** A port that is free on 127.0.0.1 right now. */
export async function freePort() {
  const server = await listen(0, "127.0.0.1");
  const { port } = server.address();
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/**
 * Makes sure that nobody listens on the port, on IPv4 or IPv6 loopback.
 * Throws Trouble that names the port and what it was wanted for.
 */
export async function demandFreePort(port, purpose) {
  for (const host of ["127.0.0.1", "::1"]) {
    try {
      const server = await listen(port, host);
      await new Promise((resolve) => server.close(resolve));
    } catch (error) {
      if (error.code === "EADDRINUSE") {
        throw new Trouble(
          `Port ${port}, wanted for ${purpose}, is taken by another program. ` +
            "Stop that program, or choose another port: PORT=4000 npm run demo (the sandbox then takes 4001).",
        );
      }
      if (error.code === "EACCES")
        throw new Trouble(
          `Port ${port} needs rights that this user lacks; choose one above 1023 with PORT=….`,
        );
      // No IPv6 on this machine: nothing can be listening there.
      if (host === "127.0.0.1") throw error;
    }
  }
}

function listen(port, host) {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen({ port, host, exclusive: true }, () => resolve(server));
  });
}
