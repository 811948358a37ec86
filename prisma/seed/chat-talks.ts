// The chats of the seeded world: one that waits, one that runs, one that is over, and one left while the store was closed.
import { fjallrum } from "../../sandbox/world/fjallrum/shop.ts";
import { customerOf, stranger, type At, type Writer } from "./conversation.ts";
import { elliot, matilda } from "./team.ts";

export interface ChatTalk {
  shop: string;
  writer: Writer;
  locale: string;
  timeZone: string;
  /** signed in at the shop */
  proven: boolean;
  /** title of the product they look at, and how many of each they have in the cart */
  page: string;
  cart: { title: string; quantity: number }[];
  /** staff e-mail; null: nobody has taken it */
  takenBy: string | null;
  offline: boolean;
  ended: { by: "visitor" | "agent"; rating: number; comment: string } | null;
  said: Said[];
}

export interface Said {
  from: "visitor" | "agent" | "auto";
  at: At;
  text: string;
  /** title of a product shown with it */
  shows?: string;
}

const shop = fjallrum.shop.domain;

export const chatTalks: ChatTalk[] = [
  {
    ...{ shop, writer: stranger("Livia Sandell", "livia.sandell@example.com") },
    ...{ locale: "en-GB", timeZone: "Europe/London", proven: false, offline: false, takenBy: matilda },
    page: "Led 28 ryggsäck",
    cart: [],
    ended: { by: "visitor", rating: 5, comment: "Quick and friendly, thank you!" },
    said: [
      { from: "visitor", at: "1d 13:02", text: "Hi! Does the Led backpack fit a 15 inch laptop?" },
      {
        from: "agent",
        at: "1d 13:03",
        text: "Hi Livia! It does: the inner pocket takes up to 15.6 inches, with a padded back.",
        shows: "Led 28 ryggsäck",
      },
      { from: "visitor", at: "1d 13:05", text: "Perfect, and do you ship to Edinburgh?" },
      {
        from: "agent",
        at: "1d 13:06",
        text: "We do, in three to five working days. You see the price in the checkout before you pay.",
      },
      { from: "visitor", at: "1d 13:07", text: "Great, that was all. Ordering it now." },
    ],
  },
  {
    ...{ shop, writer: stranger("Aino Lehtonen", "aino.lehtonen@example.com") },
    ...{
      locale: "fi",
      timeZone: "Europe/Helsinki",
      proven: false,
      offline: true,
      takenBy: null,
      ended: null,
    },
    page: "Pöl regnställ barn",
    cart: [{ title: "Pöl regnställ barn", quantity: 2 }],
    said: [
      {
        from: "visitor",
        at: "1d 21:40",
        text: "Hei! Tuleeko lasten sadepukua vielä koossa 122? Tarvitsisin kaksi.",
      },
    ],
  },
  {
    ...{ shop, writer: customerOf(fjallrum, "Ebba Lindqvist") },
    ...{
      locale: "sv",
      timeZone: "Europe/Stockholm",
      proven: true,
      offline: false,
      takenBy: elliot,
      ended: null,
    },
    page: "Rimfrost dunväst",
    cart: [
      { title: "Rimfrost dunväst", quantity: 1 },
      { title: "Tova mössa", quantity: 2 },
    ],
    said: [
      { from: "visitor", at: 19, text: "Hej! Är Rimfrost dunväst liten i storleken? Jag brukar ha S." },
      {
        from: "agent",
        at: 18,
        text: "Hej Ebba! Västen är normal i storleken, så S blir bra. Vill du ha plats för en tjock tröja under tar du M.",
        shows: "Rimfrost dunväst",
      },
      { from: "visitor", at: 17, text: "Tack! Då tar jag S. Får jag fri frakt om jag lägger till en mössa?" },
    ],
  },
  {
    ...{ shop, writer: stranger("Hampus Rydell", "hampus.rydell@example.com") },
    ...{
      locale: "sv",
      timeZone: "Europe/Stockholm",
      proven: false,
      offline: false,
      takenBy: null,
      ended: null,
    },
    page: "Dis regnjacka herr",
    cart: [{ title: "Dis regnjacka herr", quantity: 1 }],
    said: [
      {
        from: "visitor",
        at: 2,
        text: "Hej, hinner regnjackan fram till fredag om jag beställer den nu?",
      },
    ],
  },
];
