// Labels of the seeded workspaces, and which conversations carry them.
import type { DatedConversation } from "./dated.ts";

export interface SeedLabel {
  name: string;
  color: string;
  /** what a conversation is about for it to carry this one: words of its subject and topic */
  about: RegExp;
}

export const labels: SeedLabel[] = [
  { name: "Retur", color: "orange", about: /retur|bytte|byta|storlek|størrelse|reklam/i },
  { name: "Leverans", color: "blue", about: /leverans|levering|paket|pakke|frakt|sändning|sending|spår/i },
  { name: "Orderändring", color: "yellow", about: /avbest|ändra|endre|adress|fel vara|kanseller/i },
  { name: "Produktfråga", color: "teal", about: /fråga|spørsmål|passar|passer|material|råd/i },
];

/** For whoever must not wait. */
export const VIP: SeedLabel = { name: "VIP", color: "purple", about: /$^/ };

/** The names of the labels a conversation carries. */
export const labelsOf = ({ subject, topic, priority, identity }: DatedConversation): string[] => [
  ...labels.filter(({ about }) => about.test(`${subject} ${topic ?? ""}`)).map(({ name }) => name),
  ...(priority === "urgent" && identity === "verified" ? [VIP.name] : []),
];
