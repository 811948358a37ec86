// Orders that a conversation is about, or that show a state a customer may be in.
import type { PlannedOrder } from "../plan.ts";

export const orders: PlannedOrder[] = [
  { number: 4866, by: "Hilde Rognerud", lines: ["KU-BCD-M"] },
  { number: 5060, by: "Silje Kvamme", lines: ["KU-SGD-S", "KU-LUG-4AR"] },
  { number: 5070, by: "Erik van Houten", lines: ["KU-HGL-XL", "KU-KVL-SJOGRA"] },
  {
    number: 5079,
    by: "Gunvor Haugerud",
    lines: [
      ["KU-TAR-3941", 3],
      ["KU-TAR-4547", 2],
    ],
  },
  { number: 5091, by: "Åshild Tveit", lines: ["KU-FJK-M"], financial: "REFUNDED" },
  {
    number: 5098,
    by: "Per Arne Myklebust",
    lines: [
      ["KU-HGL-L", 3],
      ["KU-HGL-XL", 2],
    ],
  },
  {
    number: 5127,
    by: "Eirik Skogstad",
    lines: ["KU-SGH-M"],
    financial: "VOIDED",
    fulfillment: "UNFULFILLED",
    cancelled: true,
  },
  { number: 5136, by: "Ingunn Fjeldstad", lines: ["KU-GPS-LXL", "KU-ULV"] },
  { number: 5139, by: "Rachel Donnelly", lines: ["KU-BCD-M"] },
  { number: 5141, by: "Torbjørn Aasen", lines: ["KU-HGL-XL", ["KU-TAR-4547", 2]] },
  { number: 5148, by: "Marit Nesheim", lines: ["KU-SGD-S"] },
  {
    number: 5150,
    by: "Hilde Rognerud",
    lines: ["KU-SKP-NATUR", "KU-MAS-NATUR"],
    financial: "PARTIALLY_REFUNDED",
  },
  {
    number: 5153,
    by: "Rachel Donnelly",
    lines: ["KU-KVV-SM", "KU-NAP-RUST"],
    fulfillment: "PARTIALLY_FULFILLED",
  },
  { number: 5154, by: "Kristoffer Eide", lines: ["KU-BOH-L", "KU-BLH-L"] },
  { number: 5157, by: "Gunvor Haugerud", lines: ["KU-LUG-6AR", "KU-LUL-48AR"], fulfillment: "ON_HOLD" },
  {
    number: 5159,
    by: "Per Arne Myklebust",
    lines: [["KU-KVL-SJOGRA", 5]],
    financial: "PENDING",
    fulfillment: "UNFULFILLED",
  },
  {
    number: 5161,
    by: "Astrid Bjørkhaug",
    lines: ["KU-FJK-XL"],
    financial: "AUTHORIZED",
    fulfillment: "UNFULFILLED",
  },
  { number: 5162, by: "Åshild Tveit", lines: ["KU-LUS-98104", "KU-TAS-3941"], fulfillment: "IN_PROGRESS" },
  {
    number: 5164,
    by: "Mohammed El Amrani",
    lines: ["KU-MAS-RUST"],
    fulfillment: "UNFULFILLED",
    minutesAgo: 74,
  },
];
