// Addresses that are machines: answering one at best annoys it, at worst starts a loop. Pure.

const MACHINE =
  /^(?:no[-_.]?reply|do[-_.]?not[-_.]?reply|mailer-daemon|poo?st[-_.]?master|bounces?|notifications?|news(?:letter)?)(?:[+._-].*)?$/i;

/** Whether an acknowledgement may go to this address at all. */
export const mayAcknowledge = (address: string): boolean => !MACHINE.test(address.split("@")[0] ?? "");
