// Forms to start from, written in every language of the storefront. Pure.
import { definitionSchema, type FormDefinition, type Words } from "./definition.ts";

export const TEMPLATES = ["contact", "return"] as const;
export type Template = (typeof TEMPLATES)[number];

const w = (en: string, sv: string, nb: string, da: string, fi: string, de: string): Words => ({
  ...{ en, sv, nb, da, fi, de },
});

const option = (id: string, label: Words) => ({ id, label });

const contact = definitionSchema.parse({
  fields: [
    { id: "name", kind: "name" },
    { id: "email", kind: "email", required: true },
    {
      id: "topic",
      kind: "topic",
      options: [
        option(
          "order",
          w(
            "Order and delivery",
            "Order och leverans",
            "Bestilling og levering",
            "Ordre og levering",
            "Tilaus ja toimitus",
            "Bestellung und Lieferung",
          ),
        ),
        option(
          "return",
          w(
            "Return or exchange",
            "Retur eller byte",
            "Retur eller bytte",
            "Retur eller ombytning",
            "Palautus tai vaihto",
            "Rückgabe oder Umtausch",
          ),
        ),
        option(
          "product",
          w(
            "Question about a product",
            "Fråga om en produkt",
            "Spørsmål om et produkt",
            "Spørgsmål om et produkt",
            "Kysymys tuotteesta",
            "Frage zu einem Produkt",
          ),
        ),
        option(
          "other",
          w("Something else", "Något annat", "Noe annet", "Noget andet", "Jokin muu", "Etwas anderes"),
        ),
      ],
    },
    { id: "order", kind: "order", when: { field: "topic", is: ["order", "return"] } },
    { id: "message", kind: "message", required: true },
    { id: "file", kind: "file" },
  ],
});

const returns = definitionSchema.parse({
  title: w(
    "Return or exchange",
    "Retur eller byte",
    "Retur eller bytte",
    "Retur eller ombytning",
    "Palautus tai vaihto",
    "Rückgabe oder Umtausch",
  ),
  fields: [
    { id: "name", kind: "name" },
    { id: "email", kind: "email", required: true },
    { id: "order", kind: "order", required: true },
    {
      id: "reason",
      kind: "choice",
      required: true,
      label: w(
        "Why do you want to return it?",
        "Varför vill du returnera?",
        "Hvorfor vil du returnere?",
        "Hvorfor vil du returnere?",
        "Miksi haluat palauttaa tuotteen?",
        "Warum möchten Sie den Artikel zurückgeben?",
      ),
      options: [
        option(
          "size",
          w(
            "It does not fit",
            "Den passar inte",
            "Den passer ikke",
            "Den passer ikke",
            "Se ei sovi",
            "Er passt nicht",
          ),
        ),
        option(
          "broken",
          w(
            "It is damaged",
            "Den är skadad",
            "Den er skadet",
            "Den er beskadiget",
            "Se on vaurioitunut",
            "Er ist beschädigt",
          ),
        ),
        option(
          "wrong",
          w(
            "I got something else",
            "Jag fick något annat",
            "Jeg fikk noe annet",
            "Jeg fik noget andet",
            "Sain väärän tuotteen",
            "Ich habe etwas anderes erhalten",
          ),
        ),
        option(
          "mind",
          w(
            "I changed my mind",
            "Jag har ångrat mig",
            "Jeg har ombestemt meg",
            "Jeg har fortrudt",
            "Muutin mieleni",
            "Ich habe es mir anders überlegt",
          ),
        ),
      ],
    },
    {
      id: "wish",
      kind: "choice",
      required: true,
      label: w(
        "What would you like?",
        "Vad vill du ha?",
        "Hva ønsker du?",
        "Hvad ønsker du?",
        "Mitä toivot?",
        "Was möchten Sie?",
      ),
      options: [
        option(
          "money",
          w(
            "My money back",
            "Pengarna tillbaka",
            "Pengene tilbake",
            "Pengene tilbage",
            "Rahat takaisin",
            "Mein Geld zurück",
          ),
        ),
        option(
          "exchange",
          w(
            "Another size or colour",
            "En annan storlek eller färg",
            "En annen størrelse eller farge",
            "En anden størrelse eller farve",
            "Toinen koko tai väri",
            "Eine andere Größe oder Farbe",
          ),
        ),
      ],
    },
    {
      id: "file",
      kind: "file",
      required: true,
      label: w(
        "Pictures of the damage",
        "Bilder på skadan",
        "Bilder av skaden",
        "Billeder af skaden",
        "Kuvia vauriosta",
        "Bilder des Schadens",
      ),
      when: { field: "reason", is: ["broken"] },
    },
    {
      id: "unused",
      kind: "checkbox",
      label: w(
        "The item is unused",
        "Varan är oanvänd",
        "Varen er ubrukt",
        "Varen er ubrugt",
        "Tuote on käyttämätön",
        "Der Artikel ist unbenutzt",
      ),
      when: { field: "reason", is: ["size", "mind"] },
    },
    { id: "message", kind: "message", required: true },
  ],
});

const DEFINITIONS: Record<Template, FormDefinition> = { contact, return: returns };

export const templateOf = (template: Template): FormDefinition => DEFINITIONS[template];
