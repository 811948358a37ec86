// Is a request to the object store signed? AWS Signature Version 4, computed here from its description:
// https://docs.aws.amazon.com/AmazonS3/latest/API/sig-v4-header-based-auth.html

import { createHash, createHmac, timingSafeEqual } from "node:crypto";
import type { IncomingHttpHeaders } from "node:http";

export interface ObjectKeys {
  region: string;
  bucket: string;
  accessKeyId: string;
  secretAccessKey: string;
}

interface Signed {
  method: string;
  /** as on the request line, with its query */
  url: string;
  headers: IncomingHttpHeaders;
  body: Buffer;
}

const AUTHORIZATION =
  /^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\d{8})\/([^/]+)\/s3\/aws4_request, ?SignedHeaders=([a-z0-9;-]+), ?Signature=([0-9a-f]{64})$/;

/** S3's error code for what is wrong with the signature; null when nothing is. `at` is the world's time. */
export function signatureTrouble(request: Signed, keys: ObjectKeys, at: Date): string | null {
  const [, keyId, day, region, names = "", signature = ""] =
    AUTHORIZATION.exec(String(request.headers.authorization ?? "")) ?? [];
  if (!keyId || !day || !region) return "AccessDenied";
  if (keyId !== keys.accessKeyId) return "InvalidAccessKeyId";
  const stamp = String(request.headers["x-amz-date"] ?? "");
  if (!stamp.startsWith(day) || Math.abs(timeOf(stamp) - at.getTime()) > 15 * 60_000)
    return "RequestTimeTooSkewed";
  const signed = names.split(";");
  if (region !== keys.region || !["host", "x-amz-date"].every((name) => signed.includes(name)))
    return "AccessDenied";
  const claimed = String(request.headers["x-amz-content-sha256"] ?? "");
  if (claimed !== "UNSIGNED-PAYLOAD" && claimed !== hash(request.body)) return "XAmzContentSHA256Mismatch";
  const scope = `${day}/${region}/s3/aws4_request`;
  const text = ["AWS4-HMAC-SHA256", stamp, scope, hash(canonical(request, signed, claimed))].join("\n");
  const expected = sign(signingKey(keys.secretAccessKey, day, region), text).toString("hex");
  return timingSafeEqual(Buffer.from(expected), Buffer.from(signature)) ? null : "SignatureDoesNotMatch";
}

function canonical({ method, url, headers }: Signed, signed: string[], payload: string): string {
  const [path = "/", query = ""] = url.split("?");
  const parameters = [...new URLSearchParams(query)].map((pair) => pair.map(encode).join("=")).sort();
  const lines = signed.map(
    (name) =>
      `${name}:${String(headers[name] ?? "")
        .trim()
        .replace(/\s+/g, " ")}`,
  );
  return [method, path, parameters.join("&"), ...lines, "", signed.join(";"), payload].join("\n");
}

const signingKey = (secret: string, day: string, region: string): Buffer =>
  ["s3", "aws4_request"].reduce(sign, sign(sign(`AWS4${secret}`, day), region));

function sign(key: string | Buffer, text: string): Buffer {
  return createHmac("sha256", key).update(text).digest();
}

const hash = (bytes: string | Buffer): string => createHash("sha256").update(bytes).digest("hex");

const encode = (text: string): string =>
  encodeURIComponent(text).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);

/** "20261128T104816Z" in milliseconds; NaN for anything else. */
const timeOf = (stamp: string): number =>
  Date.parse(stamp.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, "$1-$2-$3T$4:$5:$6Z"));
