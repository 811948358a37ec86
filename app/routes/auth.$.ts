// The library's bounce page (a fresh session token) and exit from the frame. A resource route, so that the
// Response it throws goes out unchanged.
import type { LoaderFunctionArgs } from "@remix-run/node";
import { allowSandboxFrame } from "../frame.server.ts";
import { authenticate } from "../shopify.server.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  try {
    await authenticate.admin(request);
  } catch (response) {
    if (response instanceof Response) throw allowSandboxFrame(response);
    throw response;
  }
  return null;
}
