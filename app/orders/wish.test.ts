import fc from "fast-check";
import { expect, test } from "vitest";
import { wishIn, WISHES } from "./wish.ts";

test.each([
  // Cancelling
  ["Hej! Kan ni avbeställa min order?", "cancel"],
  ["Hinner ni stoppa hela beställningen innan den packas?", "cancel"],
  ["Jag har ångrat mig, går det bra?", "cancel"],
  ["Råkade trycka två gånger så jag har beställt dubbelt.", "cancel"],
  ["Hei, jeg ønsker å kansellere bestillingen min", "cancel"],
  ["Kan dere stoppe ordren min før den sendes?", "cancel"],
  ["Eg vil gjerne avbestille", "cancel"],
  ["Jeg vil gerne annullere min ordre", "cancel"],
  ["Jeg har fortrudt, kan I nå at stoppe pakken?", "cancel"],
  ["Haluaisin peruuttaa tilaukseni", "cancel"],
  ["Voisiko tilauksen perua?", "cancel"],
  ["Please cancel order #2188", "cancel"],
  ["Could the order still be cancelled?", "cancel"],
  ["I’ve changed my mind.", "cancel"],
  ["Please don’t ship it, I ordered it twice", "cancel"],
  ["Bitte stornieren Sie meine Bestellung", "cancel"],
  ["Kann die Bestellung noch storniert werden?", "cancel"],
  // Another address
  ["Kan ni ändra leveransadressen till Storgatan 5?", "address"],
  ["Jag skrev fel adress", "address"],
  ["Vi har flyttat, så adressen stämmer inte", "address"],
  ["Kan dere endre leveringsadressen?", "address"],
  ["Jeg har oppgitt feil adresse på bestillingen", "address"],
  ["Kan I ændre adressen på min ordre?", "address"],
  ["Toimitusosoite on väärä", "address"],
  ["Voitteko vaihtaa toimitusosoitteen? Uuteen osoitteeseen, kiitos", "address"],
  ["Could you send it to a different address?", "address"],
  ["There is a typo in my shipping address", "address"],
  ["Ich habe eine falsche Lieferadresse angegeben", "address"],
  ["Können Sie die Anschrift ändern?", "address"],
  // The wrong thing
  ["Jag råkade beställa fel storlek", "item"],
  ["Går det att byta storlek på jackan innan den skickas?", "item"],
  ["Jeg bestilte feil farge", "item"],
  ["Jeg har bestilt forkert størrelse", "item"],
  ["Tilasin väärän koon", "item"],
  ["I ordered the wrong size", "item"],
  ["Can I change the colour to blue?", "item"],
  ["Ich habe die falsche Größe bestellt", "item"],
])("%s", (text, wish) => {
  expect(wishIn(text)).toBe(wish);
});

test.each([
  // What only sounds alike
  ["I want to cancel my newsletter subscription"],
  ["Jag vill avbeställa nyhetsbrevet"],
  ["Jeg vil kansellere abonnementet mitt"],
  ["Haluan peruuttaa uutiskirjeen tilauksen"],
  ["Bitte den Newsletter stornieren"],
  ["Why was my order cancelled?"],
  ["Min order har blivit avbeställd, varför?"],
  ["Bestillingen min ble kansellert"],
  ["Meine Bestellung wurde storniert"],
  ["I do not want to cancel, I only wonder when it comes"],
  ["Jag vill inte avbeställa, bara veta när den kommer"],
  ["Are the headphones noise-cancelling?"],
  ["What is your cancellation policy?"],
  ["Teettekö perunankuorimavekottimia?"],
  ["Onko teillä perusmallia?"],
  ["Skickar ni till Peru?"],
  ["Samtalet avbröts, ring mig igen"],
  ["Du kommer inte att ångra dig"],
  ["Det vil du ikke fortryde"],
  ["Please stop by our shop"],
  // Other addresses
  ["I have a new e-mail address"],
  ["Jag har bytt mejladress till ebba@example.com"],
  ["Jag har en ny e-postadress"],
  ["Sähköpostiosoitteeni on uusi"],
  ["Ich habe eine neue E-Mail-Adresse"],
  ["Please address this issue with your new colleague"],
  ["Vilken adress ska jag skicka den gamla jackan till?"],
  ["Have you moved? What is your new address?"],
  // Things that are fine, or broken
  ["Det är fel på dragkedjan"],
  ["Vilken storlek ska jag ta?"],
  ["What colour is it?"],
  ["Var är min order?"],
  ["Order #2188"],
  [""],
])("nothing of the kind: %s", (text) => {
  expect(wishIn(text)).toBeNull();
});

test("who wants to cancel is heard first, whatever else they say", () => {
  expect(wishIn("Fel storlek", "Jag beställde fel storlek och fel adress. Kan ni avbeställa?")).toBe(
    "cancel",
  );
});

test("what they quote is not theirs", () => {
  expect(wishIn(null, "> Vill du avbeställa ordern?\nNär kommer den?")).toBeNull();
});

test("one sentence does not lend its words to the next", () => {
  expect(wishIn("Vi har flyttat. Vad har ni för adress?")).toBeNull();
});

test("any text is read in time, and answered", () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 20_000 }), (text) => [null, ...WISHES].includes(wishIn(text))),
    { numRuns: 50 },
  );
  const begun = performance.now();
  wishIn("change ".repeat(20_000), "ändra adress fel ".repeat(10_000));
  expect(performance.now() - begun).toBeLessThan(500);
});
