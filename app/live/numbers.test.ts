import { expect, test } from "vitest";
import { hearIn, latest, takeChanges, type EverybodysNumbers, type Heard, type Numbers } from "./numbers.ts";

test("only what changed is told, once, and each agent's own beside what all share", () => {
  const told: EverybodysNumbers = { asOf: 1, shared: { inbox: 3, spam: 1 }, own: { ada: { mine: 2 } } };
  const now = {
    asOf: 2,
    shared: { inbox: 4, spam: 1, closed: 1 },
    own: { ada: { mine: 2 }, bo: { mine: 0 } },
  };
  const { shared, own } = takeChanges(told, now);
  expect(shared).toEqual({ asOf: 2, values: { inbox: 4, closed: 1 } });
  expect([...own]).toEqual([["bo", { asOf: 2, values: { mine: 0 } }]]);
  expect(takeChanges(told, now)).toEqual({ shared: null, own: new Map() });
});

test("what was not read this time is as it was", () => {
  const told: EverybodysNumbers = { asOf: 1, shared: {}, own: { ada: { mine: 2, ringing: 1 } } };
  takeChanges(told, { asOf: 2, shared: {}, own: { ada: { mine: 2 } } });
  expect(told.own).toEqual({ ada: { mine: 2, ringing: 1 } });
});

test("the later number holds, in whichever order and way they come", () => {
  const said: Numbers[] = [
    { asOf: 5, values: { inbox: 5, sent: 1 } },
    { asOf: 7, values: { inbox: 7 } },
    { asOf: 6, values: { inbox: 6, sent: 2 } },
  ];
  const heard = said.reduce<Heard>(hearIn, new Map());
  expect(latest({ asOf: 1, values: { inbox: 1, spam: 9 } }, heard)).toEqual({ inbox: 7, sent: 2, spam: 9 });
  expect(latest({ asOf: 6, values: { inbox: 1, sent: 3 } }, heard)).toEqual({ inbox: 7, sent: 3 });
});
