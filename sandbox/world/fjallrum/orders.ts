// Orders that a conversation is about, or that show a state a customer may be in.
import type { PlannedOrder } from "../plan.ts";

/** A whole season for a guide's groups: every piece a line of its own, as each is marked with a name. */
const SEASON = [
  "FR-TOM-SKIFFER",
  "FR-TOM-MOSSA",
  "FR-ROV-8",
  "FR-ROV-9",
  "FR-STS-4043",
  "FR-STS-4447",
  "FR-GLT-L",
];

const FIRST_HALF = Array.from({ length: 150 }, (_, place) => place);

export const orders: PlannedOrder[] = [
  {
    number: 1874,
    by: "Per-Olof Engdahl",
    lines: [
      ["FR-SKH-L", 4],
      ["FR-SKD-M", 2],
    ],
  },
  { number: 2046, by: "Callum Whitaker", lines: ["FR-RDH-L"] },
  { number: 2120, by: "Lars-Erik Toivonen", lines: ["FR-LED-MOSSA"] },
  { number: 2158, by: "Mattias Rosén", lines: ["FR-SKH-M"], financial: "REFUNDED" },
  { number: 2167, by: "Birgitta Edlund", lines: ["FR-KUD-M", ["FR-KUB-M", 2]] },
  { number: 2176, by: "Oskar Lundmark", lines: [["FR-LAH-M", 3], "FR-LAH-XL"] },
  {
    number: 2181,
    by: "Priya Raman",
    lines: ["FR-DRD-S", "FR-DRB-S"],
    presentment: { currency: "JPY", rate: 14.8 },
  },
  {
    number: 2193,
    by: "Therese Falk",
    lines: ["FR-MYD-42", "FR-MYD-44"],
    financial: "PARTIALLY_REFUNDED",
    returned: { status: "CLOSED", after: 12, line: 1, reason: "Fel storlek" },
  },
  { number: 2211, by: "Elin Mårtensson", lines: ["FR-POR-104110", "FR-KOF-104110"] },
  {
    number: 2204,
    by: "Per-Olof Engdahl",
    lines: Array.from({ length: 300 }, (_, place) => SEASON[place % SEASON.length] ?? "FR-TOM-SKIFFER"),
    tags: ["märkt med namn", "säsong"],
    note: "Varje plagg märks med deltagarens namn innan det packas.",
    parcels: [
      { lines: FIRST_HALF, sent: 2, arrives: 5, expected: 5 },
      { lines: FIRST_HALF.map((place) => place + 150), sent: 3, arrives: 6, expected: 5 },
    ],
  },
  {
    number: 2214,
    by: "Per-Olof Engdahl",
    lines: [
      ["FR-LAH-L", 7],
      ["FR-LAD-M", 5],
    ],
    parcels: [
      { lines: [0], sent: 1, arrives: 4, expected: 4 },
      { lines: [1], sent: 2, arrives: 5, expected: 4 },
    ],
  },
  { number: 2216, by: "Filip Arvidsson", lines: ["FR-DRH-M"] },
  {
    number: 2218,
    by: "Birgitta Edlund",
    lines: ["FR-KUB-M"],
    free: "REKLAMATION",
    tags: ["ersättning"],
    note: "Ersättning för bottenlagret i #2167 som gick upp i sömmen.",
  },
  { number: 2219, by: "Sofia Bjurling", lines: ["FR-RDV-XL", "FR-TOM-LINGON"] },
  {
    number: 2221,
    by: "Jonas Berg",
    lines: ["FR-RDH-L"],
    parcels: [{ lines: [0], sent: 1, expected: 5 }],
  },
  {
    number: 2225,
    by: "Viktor Sandell",
    lines: ["FR-HES-L"],
    financial: "VOIDED",
    fulfillment: "UNFULFILLED",
    cancelled: true,
  },
  {
    number: 2226,
    by: "Ebba Lindqvist",
    lines: ["FR-DRD-M"],
    returned: {
      status: "REQUESTED",
      after: 5,
      line: 0,
      reason: "För liten",
      note: "Trång över axlarna med fleecetröja under.",
    },
  },
  {
    number: 2228,
    by: "Linnea Öberg",
    lines: ["FR-LAD-S", "FR-ROV-7", "FR-STS-3639"],
    gone: [{ title: "Termosen Glöd 0,7 l", variantTitle: "Koppar", sku: "FR-GLD-KOPPAR", price: "329.00" }],
  },
  { number: 2231, by: "Mattias Rosén", lines: ["FR-KUH-M", "FR-KUB-M"], fulfillment: "PARTIALLY_FULFILLED" },
  {
    number: 2233,
    by: "Göran Wikström",
    lines: ["FR-SKH-XXL"],
    presentment: { currency: "EUR", rate: 0.0875 },
  },
  {
    number: 2234,
    by: "Maj-Britt Hallgren",
    lines: ["FR-TOM-SKIFFER", "FR-ROV-8"],
    financial: "PENDING",
    fulfillment: "UNFULFILLED",
  },
  { number: 2236, by: "Hanna Åkerblom", lines: ["FR-SKD-M"], fulfillment: "UNFULFILLED" },
  {
    number: 2237,
    by: "Lars-Erik Toivonen",
    lines: ["FR-RDH-XL"],
    fulfillment: "ON_HOLD",
    note: "Skickas när XL är tillbaka på lagret, kunden väntar gärna.",
  },
  {
    number: 2238,
    by: "Samir Rahimi",
    lines: ["FR-MYH-50", "FR-STS-4043"],
    financial: "AUTHORIZED",
    fulfillment: "UNFULFILLED",
  },
  { number: 2240, by: "Elin Mårtensson", lines: [["FR-STS-3639", 2], "FR-TVI"], fulfillment: "IN_PROGRESS" },
  {
    number: 2242,
    by: "Amina Yusuf",
    lines: ["FR-GLT-S", "FR-HES-S"],
    fulfillment: "UNFULFILLED",
    minutesAgo: 82,
  },
  {
    number: 2243,
    by: "Alva Nyström",
    lines: ["FR-LED-SKIFFER", "FR-DRB-M"],
    fulfillment: "UNFULFILLED",
    minutesAgo: 55,
  },
];
