export interface Cluster {
  port: number;
  pid: number;
  folder: string;
  log: string;
  /** Resolves with the exit code or signal when the server ends, by whatever cause. */
  exited: Promise<number | string>;
  url(database: string): string;
  stop(): Promise<void>;
  kill(): Promise<number | string>;
}
export const forSpeed: Record<string, string>;
export const forKeeps: Record<string, string>;
export function startPostgres(options: {
  folder: string;
  settings?: Record<string, string>;
  port?: number;
}): Promise<Cluster>;
