import type { Cluster } from "./postgres.d.mts";

export interface TestCluster extends Cluster {
  adminUrl: string;
  /** Starts the server again on the same port, after `stopServer` or `kill`. */
  restart(): Promise<void>;
  /** Stops the server and keeps its data; `restart` brings it back. */
  stopServer(): Promise<void>;
}
export const template: string;
export function startTestCluster(options?: { settings?: Record<string, string> }): Promise<TestCluster>;
export function createDatabase(adminUrl: string, name: string, from?: string): Promise<string>;
