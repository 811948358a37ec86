// The many who buy without an account and never write: enough of them for a shop to see how its buyers behave.
import type { Person } from "./plan.ts";
import type { Random } from "./random.ts";

/** Who bought, an entry an order, oldest first: some come back soon and often, some once, and many are lost in time. */
export function crowdOf(orders: number, random: Random): Person[] {
  const regulars: { person: Person; pace: number; stays: number }[] = [];
  return Array.from({ length: orders }, (_, position) => {
    const back = regulars.length > 20 && random.chance(0.4) ? pickByPace(regulars, random) : undefined;
    if (back) {
      if (!random.chance(back.stays)) regulars.splice(regulars.indexOf(back), 1);
      return back.person;
    }
    const person = guest(position, random);
    regulars.push({ person, pace: random.pick([1, 1, 2, 4, 9]), stays: random.pick([0.6, 0.8, 0.95]) });
    return person;
  });
}

function pickByPace<Regular extends { pace: number }>(
  regulars: Regular[],
  random: Random,
): Regular | undefined {
  const highest = Math.max(...regulars.map(({ pace }) => pace));
  for (;;) {
    const one = random.pick(regulars);
    if (random.chance(one.pace / highest)) return one;
  }
}

const FIRST =
  "Agneta Anders Anita Arvid Astrid Axel Bengt Berit Björn Britta Dag Ellen Emil Erik Eva Frida Gustav Hedda Helge Ida Inga Ivar Jakob Karin Knut Lisa Ludvig Magnus Maja Moa Nils Olle Pia Rolf Saga Signe Stina Sven Tage Ylva".split(
    " ",
  );
const LAST =
  "Ahl Bergman Björk Dahl Ek Forsberg Frisk Grahn Hall Hedin Holm Isaksson Kvist Lind Löf Moberg Nord Palm Rask Sjö Strand Sundin Tern Udd Vall Wik Åberg Öst".split(
    " ",
  );

function guest(position: number, random: Random): Person {
  const [firstName, lastName] = [random.pick(FIRST), random.pick(LAST)];
  const ascii = `${firstName} ${lastName}`
    .toLowerCase()
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(" ", ".");
  return {
    id: "",
    firstName,
    lastName,
    email: `${ascii}${position}@example.com`,
    phone: null,
    locale: "sv",
    address: {
      address1: "Storgatan 1",
      zip: "111 22",
      city: "Stockholm",
      countryCode: "SE",
      country: "Sweden",
    },
    orders: 0,
    wears: random.pick(["women", "men"]),
    size: random.pick(["S", "M", "L", "XL"]),
  };
}
