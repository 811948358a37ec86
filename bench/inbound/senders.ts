// Eight senders with one kept-alive connection each. A bare socket, so that the sender, which shares the
// machine with what it measures, costs as little as it can.
import { connect, type Socket } from "node:net";
import { hook } from "../environment.ts";

export const SENDERS = 8;

/** Posts every mail once, eight at a time. Returns milliseconds per answer. Throws on any answer but 200. */
export async function sendAll(port: number, mails: readonly Buffer[]): Promise<number[]> {
  const waiting = mails.values();
  const took: number[] = [];
  const send = async () => {
    const socket = await open(port);
    for (const mail of waiting) {
      const from = performance.now();
      const status = await post(socket, port, mail);
      if (status !== 200) throw new Error(`the app answered ${status}`);
      took.push(performance.now() - from);
    }
    socket.destroy();
  };
  await Promise.all(Array.from({ length: SENDERS }, send));
  return took;
}

const open = (port: number): Promise<Socket> =>
  new Promise((resolve, reject) => {
    const socket = connect(port, "127.0.0.1", () => resolve(socket.setNoDelay(true)));
    socket.once("error", reject);
  });

const authorization = `Basic ${Buffer.from(`${hook.user}:${hook.password}`).toString("base64")}`;

function post(socket: Socket, port: number, body: Buffer): Promise<number> {
  const head =
    `POST /hooks/postmark/inbound HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nUser-Agent: Postmark\r\n` +
    `Authorization: ${authorization}\r\nContent-Type: application/json\r\nAccept: */*\r\n` +
    `Content-Length: ${body.length}\r\n\r\n`;
  return new Promise((resolve, reject) => {
    let heard = "";
    const hear = (chunk: Buffer) => {
      heard += chunk.toString("latin1");
      if (!isWhole(heard)) return;
      socket.off("data", hear).off("close", lost);
      resolve(Number(heard.slice("HTTP/1.1 ".length, "HTTP/1.1 200".length)));
    };
    const lost = () => reject(new Error("the app closed the connection"));
    socket.on("data", hear).once("close", lost);
    socket.write(Buffer.concat([Buffer.from(head, "latin1"), body]));
  });
}

/** An answer without a body ends with its head; one with a chunked or counted body is waited for. */
function isWhole(heard: string): boolean {
  const end = heard.indexOf("\r\n\r\n");
  if (end < 0) return false;
  const body = heard.slice(end + 4);
  if (/^transfer-encoding: chunked/im.test(heard.slice(0, end))) return body.endsWith("0\r\n\r\n");
  return body.length >= Number(/^content-length: (\d+)/im.exec(heard)?.[1] ?? 0);
}
