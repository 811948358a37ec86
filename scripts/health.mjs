import { Trouble } from "./trouble.mjs";

/**
 * Waits until the address answers 200, at most `patience` milliseconds. Throws Trouble with the
 * service's last words when it ends before, or with the last answer when it never becomes well.
 */
export async function untilAnswers(url, service, patience = 60_000) {
  let gone;
  service.exited.then((how) => (gone = { how }));
  let last = "no answer";
  for (const deadline = Date.now() + patience; Date.now() < deadline;) {
    if (gone)
      throw new Trouble(
        `The ${service.name} ended while starting (${gone.how}). Its last words:\n${service.tail()}`,
      );
    try {
      const answer = await fetch(url, { signal: AbortSignal.timeout(5_000) });
      if (answer.ok) return;
      last = `${answer.status} ${(await answer.text()).slice(0, 500)}`;
    } catch (error) {
      last = error.cause?.message || error.message;
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Trouble(`The ${service.name} does not become well: ${url} says ${last}\n${service.tail()}`);
}
