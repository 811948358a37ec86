// The answers the seeded teams have written once and use often, in the languages of their customers.
import type { PrismaClient } from "@prisma/client";
import { v7 } from "uuid";
import type { Places } from "./places.ts";
import { elliot, matilda } from "./team.ts";

interface SeedMacro {
  name: string;
  locale: "sv" | "nb" | "en" | null;
  text: string[];
  actions?: object[];
  /** staff e-mail; the team's when left out */
  of?: string;
  used?: number;
}

const fjallrum: SeedMacro[] = [
  {
    name: "Var är min order?",
    locale: "sv",
    text: [
      "Hej {{customer.first_name|där}}!",
      "Din order {{order.name}} är {{order.status}}. Du kan följa paketet hos {{tracking.carrier|fraktbolaget}}: {{tracking.link}}",
      "Vänliga hälsningar<br>{{agent.first_name}}",
    ],
    actions: [{ do: "snooze", hours: 72 }],
    used: 41,
  },
  {
    name: "Hvor er ordren min?",
    locale: "nb",
    text: [
      "Hei {{customer.first_name|der}}!",
      "Ordren din {{order.name}} er {{order.status}}. Du kan følge pakken hos {{tracking.carrier|fraktselskapet}}: {{tracking.link}}",
      "Vennlig hilsen<br>{{agent.first_name}}",
    ],
    actions: [{ do: "snooze", hours: 72 }],
    used: 29,
  },
  {
    name: "Where is my order?",
    locale: "en",
    text: [
      "Hi {{customer.first_name|there}},",
      "Your order {{order.name}} is {{order.status}}. You can follow the parcel with {{tracking.carrier|the carrier}}: {{tracking.link}}",
      "Kind regards,<br>{{agent.first_name}}",
    ],
    actions: [{ do: "snooze", hours: 72 }],
    used: 12,
  },
  {
    name: "Byte och retur: så gör du",
    locale: "sv",
    text: [
      "Hej {{customer.first_name|där}}!",
      "Lägg plagget i påsen det kom i, skriv <strong>{{order.name|ditt ordernummer}}</strong> på lappen och lämna den hos ditt ombud inom 30 dagar. När paketet är här byter vi eller betalar tillbaka inom tre dagar.",
    ],
    used: 33,
  },
  {
    name: "Bytte og retur: slik gjør du",
    locale: "nb",
    text: [
      "Hei {{customer.first_name|der}}!",
      "Legg plagget i posen det kom i, skriv <strong>{{order.name|ordrenummeret ditt}}</strong> på lappen og lever den på hentestedet innen 30 dager. Når pakken er her, bytter vi eller betaler tilbake innen tre dager.",
    ],
    used: 18,
  },
  {
    name: "Exchanges and returns",
    locale: "en",
    text: [
      "Hi {{customer.first_name|there}},",
      "Put the garment in the bag it came in, write <strong>{{order.name|your order number}}</strong> on the slip and drop it off within 30 days. We exchange or refund within three days of its arrival.",
    ],
    used: 7,
  },
  {
    name: "Ta över, brådskande",
    locale: null,
    text: [],
    actions: [
      { do: "assign", agentId: "me" },
      { do: "priority", priority: "urgent" },
    ],
    used: 9,
  },
  {
    name: "Tack och stäng",
    locale: "sv",
    text: ["Tack, {{customer.first_name|du}}! Hör av dig om det är något mer."],
    actions: [{ do: "close" }],
    of: matilda,
    used: 15,
  },
  {
    name: "Thanks, closing",
    locale: "en",
    text: ["Thank you, {{customer.first_name|friend}}! Just write if there is anything else."],
    actions: [{ do: "close" }],
    of: elliot,
    used: 4,
  },
];

const tallrik: SeedMacro[] = [
  {
    name: "Broken on arrival",
    locale: "en",
    text: [
      "Hi {{customer.first_name|there}},",
      "I am sorry that something in order {{order.name}} broke on its way. A photo of the piece and of the box is all we need, and a new one leaves the same day.",
    ],
    used: 6,
  },
];

/** Writes them for the team of each workspace, and a few of somebody's own. */
export async function seedMacros(db: PrismaClient, places: Places, now: Date): Promise<void> {
  for (const [shop, macros] of [
    ["fjallrum.myshopify.com", fjallrum],
    ["tallrik.myshopify.com", tallrik],
  ] as const) {
    const workspaceId = places.byShop.get(shop)?.workspaceId;
    if (!workspaceId) continue;
    await db.macro.createMany({
      data: macros.map(({ name, locale, text, actions = [], of, used = 0 }, index) => ({
        workspaceId,
        id: v7(),
        agentId: of ? (places.agents.get(`${workspaceId} ${of}`)?.id ?? null) : null,
        name,
        locale,
        html: text.map((paragraph) => `<p>${paragraph}</p>`).join(""),
        actions,
        usedCount: used,
        usedAt: used ? new Date(now.getTime() - (index + 1) * 86_400_000) : null,
      })),
    });
  }
}
