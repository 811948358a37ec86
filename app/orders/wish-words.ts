// The words wish.ts goes by: a sentence says something when one of `yes` is in it and none of `no`. All lower case.

export interface Words {
  yes: RegExp[];
  no: RegExp[];
}

/** Whole words: JavaScript's \b knows no å. "…*" goes on with any letters. */
const words = (source: string): RegExp =>
  new RegExp(`(?<!\\p{L})(?:${source.replaceAll("*", "\\p{L}*")})(?!\\p{L})`, "u");

/** Both, in either order, in one sentence. */
const both = (one: string, other: string): RegExp[] => [
  new RegExp(`${words(one).source}.*${words(other).source}`, "u"),
  new RegExp(`${words(other).source}.*${words(one).source}`, "u"),
];

const MAY =
  "can|could|possible|kan|kunne|kann|könnte*|vill|vil|vill ha|möchte*|voi|voiko|voisiko|haluan|haluaisin";

/** The order, or what was bought. */
const ORDER =
  "order*|ordre*|purchase|beställning*|bestilling*|bestellung*|auftrag*|köp|köpet|kjøp|kjøpet|køb|købet|tilau*|paket*|pakk*|päckchen|leverans*|levering*|lieferung*|toimitu*|#?\\d{3,}";

export const CANCEL: Words = {
  yes: [
    words("cancel|cancell?ing|cancell?ation"),
    words("avbeställ|avbeställa|avbeställning|avbeställer|avboka|annullera|annullering|makulera"),
    words("avbestill|avbestille|avbestiller|avbestilling|kanseller|kansellere|kansellering|avtinge"),
    words("annuller|annullere|annullering|afbestil|afbestille|afbestilling|aflyse"),
    words(
      "peruuttaa|peruuttaisin|peruuttakaa|peruuttamaan|peruutan|peruutus|peruutuksen|perua|perukaa|perun|peruisin",
    ),
    words("stornier|stornieren|stornierung|storno|storniere|widerrufen|widerruf|widerrufe"),
    // Only asked for, never told of: "it was cancelled" is no wish.
    ...both(
      MAY,
      "cancell?ed|avbeställd|avbeställas|avbestilt|kansellert|annullert|annulleret|afbestilt|storniert",
    ),
    ...both(
      "avbryt|avbryta|avbryte|afbryde|abbrechen|stop|stopp|stoppa|stoppe|stoppen|stoppet|ta bort|fjerne|slette",
      ORDER,
    ),
    ...both("ångra|ångrar|ångrat|angre|angrer|angret|fortryde|fortryder", ORDER),
    words(
      "ångrat mig|ångrar mig|angret meg|angra meg|ombestemt meg|fortrudt|muutin mieleni|meinung geändert|anders überlegt",
    ),
    words(
      "changed my mind|no longer (?:want|need)|(?:don't|do not|please don't) (?:ship|send) (?:it|the|my|this)",
    ),
    words(
      "nicht (?:mehr )?(?:versenden|verschicken|abschicken)|skicka inte|ikke send|send ikke|älkää lähettäkö",
    ),
    words(
      "ordered (?:it |this |them )?(?:twice|by mistake|by accident|accidentally)|beställt (?:dubbelt|två gånger|av misstag)",
    ),
    words(
      "bestilt (?:dobbelt|to ganger|to gange|ved en feil|ved en fejl)|(?:doppelt|aus versehen) bestellt|dubbelbeställt",
    ),
    words("tilasin (?:vahingossa|kahdesti|kahteen kertaan|tuplana)"),
  ],
  no: [
    words("(?:not|don't want to|do not want to|never) cancel|inte (?:avbeställa|annullera|avbryta|ångra)"),
    words("ikke (?:avbestille|kansellere|annullere|afbestille|avbryte|angre|fortryde)|nicht stornieren"),
    words("en halua (?:perua|peruuttaa)|älkää (?:peruko|peruuttako)"),
    words("noise[- ]cancel*|cancel* policy|cancellation fee|cancellation terms"),
    words("*villkor|*vilkår|*bedingungen|peruutusehdot"),
  ],
};

const CHANGE =
  "change|changing|update|correct|fix|edit|wrong|incorrect|different|new|another|old|moved|typo|ändra|ändras|ändring|byta|byt|uppdatera|rätta|korrigera|fel|ny|nya|annan|annat|gammal|gamla|flyttat|endre|endret|endring|bytte|oppdatere|rette|feil|nye|annen|gammel|gamle|flyttet|ændre|ændret|ændring|skifte|opdatere|forkert|forkerte|anden|andet|ändern|geändert|änderung|korrigieren|aktualisieren|falsch|falsche|falschen|neue|neuen|andere|anderen|alte|alten|umgezogen|muuttaa|muuttakaa|muuttaisin|vaihtaa|vaihtakaa|vaihtaisin|korjata|korjaisin|päivittää|väärä|väärään|väärin|uusi|uuteen|toiseen|eri|vanha|vanhaan|muuttanut";

export const ADDRESS: Words = {
  yes: [
    ...both(CHANGE, "(?:shipping |delivery )?address"),
    ...both(
      CHANGE,
      "(?:leverans|frakt|hem|leverings|frakt|forsendelses)?(?:adress|adressen|adresse|adressa)",
    ),
    ...both(CHANGE, "(?:liefer|versand)?(?:adresse|anschrift)"),
    ...both(CHANGE, "(?:toimitus)?(?:osoite|osoitteen|osoitetta|osoitteeseen|osoitteessa|osoitteessani)"),
    words("adressändring|adresseendring|adresseændring|adressänderung|osoitteenmuutos*"),
  ],
  no: [
    words("e-?mail address|web address|ip address|billing address|return address|your (?:new )?address"),
    words("(?:to )?address (?:this|that|the|my|these) (?:issue|problem|concern|matter|complaint)*"),
    words(
      "e-?post ?adress*|mail ?adress*|fakturaadress*|er (?:nya )?adress|vilken adress|hvilken adresse|welche adresse",
    ),
    words(
      "e-?mail-?adresse*|ihre (?:neue )?adresse|jeres (?:nye )?adresse|deres (?:nye )?adresse|mihin osoitteeseen",
    ),
  ],
};

const WRONG =
  "wrong|fel|feil|forkert|forkerte|falsch|falsche|falschen|falsches|väärä|väärää|väärän|väärän kokoisen";
const THING =
  "size|sizes|colou?r|item|product|variant|model|storlek|storleken|färg|färgen|vara|varan|produkt|produkten|artikel|modell|størrelse|størrelsen|farge|fargen|vare|varen|farve|farven|größe|groesse|farbe|ware|koko|kokoa|koon|kokoisen|väri|väriä|värin|tuote|tuotetta|tuotteen";

export const ITEM: Words = {
  yes: [
    words(`(?:${WRONG}) (?:${THING})`),
    ...both(
      "change|swap|ändra|byta|byt|endre|bytte|bytt|ændre|ändern|tauschen|wechseln|vaihtaa|vaihtaisin",
      THING,
    ),
    words("(?:ordered|received|got|sent me) (?:the |a )?wrong|wrong (?:one|things?)"),
    words("beställ(?:de|t|a) fel|råkade (?:beställa|klicka|välja|ta)|fick fel|(?:har )?valt fel|valde fel"),
    words(
      "bestilt? feil|bestilte feil|valgte? feil|fikk feil|bestilt? forkert|bestilte forkert|valgt forkert|fik forkert",
    ),
    words("falsch bestellt|falsche bestellt|vertan|verklickt|tilasin vää*|valitsin vää*|sain vää*"),
  ],
  no: [
    words("not (?:the )?wrong|inte fel|ikke feil|ikke forkert|nicht falsch|if it is the wrong|om det är fel"),
  ],
};

/** Subscriptions, appointments, travels: cancelled and readdressed like orders, and none. */
export const NOT_ABOUT_IT: RegExp[] = [
  words("newsletter*|subscription*|unsubscribe|membership|appointment|booking|flight|meeting"),
  words("nyhetsbrev*|prenumeration*|medlemskap*|abonnemang*|tidsbokning|flyg|flyget|nyhedsbrev*|abonnement*"),
  words("uutiskirje*|jäsenyy*|kanta-asiakkuu*|mitgliedschaft|termin|flug"),
];
