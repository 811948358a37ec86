// A Postmark that takes every mail at once: what workers cost here is our own work.
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

/** Starts it on a free port. */
export async function startPostmark(): Promise<{ url: string; close(): void }> {
  const server = createServer((request, response) => {
    request.resume().on("end", () => {
      const sent = { ErrorCode: 0, Message: "OK", MessageID: randomUUID(), SubmittedAt: new Date(), To: "" };
      response.writeHead(200, { "Content-Type": "application/json" }).end(JSON.stringify(sent));
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}
