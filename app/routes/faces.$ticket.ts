import type { LoaderFunctionArgs } from "@remix-run/node";
import { handled } from "../auth.server.ts";
import { servePicture } from "../team/picture.server.ts";

/** The picture of an agent, as shoppers see it: to whoever has its link. */
export const loader = handled(({ params }: LoaderFunctionArgs) => servePicture(params.ticket ?? ""));
