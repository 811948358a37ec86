// Preloaded into what a launcher starts: when the launcher is gone, by whatever cause, so are we.
// The launcher holds the other end of the pipe on file descriptor 3; its death closes it.
import { Socket } from "node:net";

const launcher = new Socket({ fd: 3 });
launcher.on("error", () => {});
launcher.on("close", () => process.kill(process.pid, "SIGTERM"));
launcher.resume();
launcher.unref();
