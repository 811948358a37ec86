import type { LoaderFunctionArgs } from "@remix-run/node";
import { handled } from "../auth.server.ts";
import { serveFile } from "../files/serve.server.ts";

/** A file, to whoever has its link: the link is the key. The name in it is for people. */
export const loader = handled(({ params }: LoaderFunctionArgs) => serveFile(params.ticket ?? ""));
