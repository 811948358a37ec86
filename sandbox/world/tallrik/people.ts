// Tallrik's customers, and the orders their conversations are about.
import type { Person, PlannedOrder } from "../plan.ts";
import type { Address } from "../types.ts";

const at = (address1: string, zip: string, city: string): Address => ({
  address1,
  zip,
  city,
  countryCode: "SE",
  country: "Sweden",
});

export const people: Person[] = [
  {
    id: "8890417263105",
    firstName: "Agneta",
    lastName: "Strömbäck",
    email: "agneta.stromback@example.com",
    phone: "+46701740641",
    locale: "sv",
    address: at("Östra Storgatan 15", "553 21", "Jönköping"),
    orders: 7,
    wears: "all",
    size: "Clay",
  },
  {
    id: "8890417295874",
    firstName: "Nora",
    lastName: "Gyllensten",
    email: "nora.gyllensten@example.org",
    phone: "+46701740642",
    locale: "sv",
    address: at("Skolgatan 21", "112 27", "Stockholm"),
    orders: 5,
    wears: "all",
    size: "Fog",
  },
  {
    id: "8890417328643",
    firstName: "Charlotte",
    lastName: "Beaumont",
    email: "charlotte.beaumont@example.com",
    phone: null,
    locale: "en",
    address: at("Odengatan 39", "113 51", "Stockholm"),
    orders: 3,
    wears: "all",
    size: "Moss",
  },
  {
    id: "8890417361412",
    firstName: "David",
    lastName: "Oyelaran",
    email: "d.oyelaran@example.net",
    phone: "+46701740643",
    locale: "en",
    address: at("Föreningsgatan 52", "211 52", "Malmö"),
    orders: 2,
    wears: "all",
    size: "Clay",
  },
  {
    id: "8890417394181",
    firstName: "Anders",
    lastName: "Palmqvist",
    email: "anders.palmqvist@example.com",
    phone: "+46701740644",
    locale: "sv",
    address: at("Götgatan 7", "753 15", "Uppsala"),
    orders: 1,
    wears: "all",
    size: "Fog",
  },
  {
    id: "8890417426950",
    firstName: "Mei",
    lastName: "Tanaka",
    email: "mei.tanaka@example.org",
    phone: null,
    locale: "en",
    address: at("Vasagatan 4", "411 34", "Göteborg"),
    orders: 1,
    wears: "all",
    size: "Moss",
  },
];

export const orders: PlannedOrder[] = [
  {
    number: 1044,
    by: "Anders Palmqvist",
    lines: [
      ["TA-MDP-FOG", 6],
      ["TA-MSP-FOG", 6],
    ],
  },
  { number: 1047, by: "Mei Tanaka", lines: ["TA-KIL-MOSS"] },
  { number: 1051, by: "Nora Gyllensten", lines: [["TA-MDP-FOG", 8]], financial: "PARTIALLY_REFUNDED" },
  { number: 1057, by: "Agneta Strömbäck", lines: [["TA-ASM-CLAY", 6]] },
  { number: 1058, by: "David Oyelaran", lines: ["TA-TIC", "TA-TIT"] },
  { number: 1059, by: "Charlotte Beaumont", lines: [["TA-MBO-MOSS", 4]] },
  {
    number: 1061,
    by: "Nora Gyllensten",
    lines: ["TA-LIN-NATURAL"],
    financial: "AUTHORIZED",
    fulfillment: "UNFULFILLED",
  },
];
