import type { Phrases } from "./phrases.ts";

export const norwegian: Phrases = {
  firstNames:
    "Aksel Amalie Anette Anita Anne Arne Asbjørn Atle Aud Aurora Beate Bente Bjørn Brage Camilla Dag Eivind Elisabeth Ella Elling Embla Espen Eva Filip Frode Geir Grete Guro Gunnar Guri Halvor Hanne Harald Hedda Hege Helge Herman Håkon Håvard Ida Inger Ingrid Iselin Ivar Jakob Jan Jenny Jon Jørgen Kari Karoline Kjell Kjersti Knut Kristin Lars Lene Lise Liv Magnus Maja Maria Martin Mette Mona Morten Nora Odd Oda Oline Oskar Pål Ragnhild Randi Reidar Rolf Runa Rune Selma Sigurd Sindre Siri Solveig Stian Stine Svein Synne Tiril Tone Tor Tore Trine Trond Turid Ulrik Unni Vegard Vibeke Øyvind Åse".split(
      " ",
    ),
  lastNames:
    "Aamodt Aas Amundsen Andersen Andreassen Antonsen Arnesen Aune Bakke Bakken Berge Berntsen Birkeland Bjerke Borge Bråten Brekke Christensen Dahle Danielsen Edvardsen Eikeland Ellingsen Engen Eriksen Evensen Fosse Fredriksen Gjerde Gulbrandsen Gundersen Hagen Halvorsen Hansen Haugen Helgesen Henriksen Hermansen Holmen Hovland Iversen Jacobsen Jensen Jenssen Johannessen Johansen Johnsen Karlsen Knutsen Kristiansen Kristoffersen Larsen Lie Lien Lund Løken Madsen Martinsen Mathisen Mikkelsen Moen Myhre Myrvold Nguyen Nilsen Nygård Næss Olsen Ottesen Paulsen Pedersen Pettersen Rasmussen Ruud Rønning Sande Sandvik Simonsen Solberg Solheim Strand Strøm Sunde Svendsen Sæther Sætre Sørlie Tangen Thomassen Thorsen Tveit Ulriksen Vik Viken Wold Ødegård Østby Aasland".split(
      " ",
    ),
  greetings: ["Hei!", "Hei,", "Heisann!", "God dag,", "Hallo!", "Hei på dere,"],
  closings: ["På forhånd takk!", "Vennlig hilsen", "Mvh", "Hilsen", "Ha en fin dag!", "Takk for hjelpen!"],
  agentGreetings: ["Hei, og takk for e-posten!", "Hei!", "Hei igjen,", "Takk for at du tar kontakt!"],
  agentClosings: ["Hilsen {agent}", "Vennlig hilsen {agent}", "Mvh {agent}", "Ha en fin dag! {agent}"],
  thanks: [
    "Tusen takk!",
    "Supert, takk.",
    "Flott, da vet jeg det.",
    "Takk for god hjelp!",
    "Så raskt dere svarer, takk!",
    "Fint, da gjør vi det sånn.",
  ],
  matters: [
    {
      department: "Returer",
      topic: "Bytte og retur",
      subjects: [
        "Bytte størrelse: {product}",
        "Feil størrelse på {product}",
        "Vil gjerne bytte {product}",
        "{product} passer ikke",
      ],
      openings: [
        "{product} som jeg kjøpte, er dessverre for liten.",
        "Jeg bestilte {product}, og den er større enn jeg trodde.",
        "{product} sitter ikke slik jeg hadde håpet.",
        "Har prøvd {product} hjemme og trenger en annen størrelse.",
      ],
      details: [
        "Den er ubrukt, og merkelappen henger på.",
        "Jeg har bare prøvd den én gang.",
        "Det er {days} dager siden den kom.",
        "Emballasjen har jeg dessverre kastet.",
        "Jeg bestiller gjerne en ny med en gang hvis det går fortere.",
        "Det er en gave, så det haster litt.",
      ],
      answers: [
        "Det ordner vi. Du får en returlapp i en egen e-post, og så fort pakken er skannet, sender vi den nye størrelsen.",
        "Ikke noe problem, det er gratis å bytte. Legg den i posen den kom i, og lever den på posten.",
        "Vi har størrelsen du vil ha, på lager og har lagt av en til deg.",
      ],
    },
    {
      department: "Ordrar",
      topic: "Bestillingen min",
      subjects: [
        "Hvor er {product}?",
        "Leveringen drøyer: {product}",
        "Når kommer {product}?",
        "Sporingen står stille, {product}",
      ],
      openings: [
        "Jeg venter fortsatt på {product}.",
        "Det er {days} dager siden jeg bestilte {product}.",
        "Sporingen på {product} har ikke endret seg på lenge.",
        "Ifølge bekreftelsen skulle {product} ha kommet allerede.",
      ],
      details: [
        "Jeg har ikke fått noe hentevarsel.",
        "Butikken sier at de ikke har noen pakke til meg.",
        "Jeg reiser bort om {days} dager og vil gjerne ha den med.",
        "Har jeg skrevet feil adresse?",
        "Pakken ser ut til å ha satt seg fast på terminalen.",
        "Det haster ikke, men jeg lurer.",
      ],
      answers: [
        "Pakken er blitt stående på en terminal. Vi har bedt Posten om å finne den og gir deg beskjed.",
        "Den er på vei nå og bør være på utleveringsstedet innen to virkedager.",
        "Vi sender en ny i dag, så rydder vi opp i den gamle pakken selv.",
      ],
    },
    {
      department: "Produktfrågor",
      topic: "Spørsmål om et produkt",
      subjects: [
        "Spørsmål om {product}",
        "Vaskeråd for {product}",
        "Størrelsen på {product}",
        "Kommer {product} tilbake?",
      ],
      openings: [
        "Jeg vurderer å kjøpe {product}.",
        "Jeg har et spørsmål om {product}.",
        "Hvordan tar man best vare på {product}?",
        "Jeg ser på {product}, men klarer ikke å bestemme meg.",
      ],
      details: [
        "Er den stor eller liten i størrelsen?",
        "Kan den vaskes i maskin?",
        "Hvor er den laget?",
        "Vet dere når det kommer flere størrelser?",
        "Tåler den daglig bruk?",
        "Jeg er {days} kilo tyngre enn modellen på bildet, hvis det hjelper.",
      ],
      answers: [
        "Den er normal i størrelsen. Er du mellom to, velger de fleste den største.",
        "Ullprogram på 30 grader går fint, uten skyllemiddel, og så skal den tørke flatt.",
        "Neste levering ventes om et par uker, og vi kan legge av en til deg.",
      ],
    },
    {
      department: "Returer",
      topic: "Reklamasjon",
      subjects: [
        "Reklamasjon på {product}",
        "{product} er gått i stykker",
        "Sømmen har gått opp på {product}",
        "Garanti på {product}?",
      ],
      openings: [
        "Jeg er litt skuffet over {product}.",
        "{product} er gått i stykker selv om den nesten ikke er brukt.",
        "En søm har gått opp på {product}.",
        "Nå er det blitt hull på {product}.",
      ],
      details: [
        "Jeg har bare brukt den {days} ganger.",
        "Den er vasket slik det står på lappen.",
        "Kvitteringen har jeg tatt vare på.",
        "Kan den repareres, eller får jeg en ny?",
        "Feilen synes godt på innsiden.",
        "Ellers er jeg svært fornøyd.",
      ],
      answers: [
        "Sånn skal det ikke være. Send den inn til oss, så reparerer eller bytter vi den uten kostnad.",
        "Det dekkes av reklamasjonsretten. Du får en fraktseddel på e-post.",
        "Vi sender deg en ny i dag. Den gamle må du gjerne beholde.",
      ],
    },
    {
      department: "Ordrar",
      topic: "Kvittering og faktura",
      subjects: [
        "Kvittering på {product}",
        "Betalingen for {product}",
        "Mangler faktura, {product}",
        "Feil beløp for {product}",
      ],
      openings: [
        "Jeg finner ikke kvitteringen på {product}.",
        "Det er trukket feil sum for {product}.",
        "Jeg trenger en faktura på {product} til firmaet.",
        "Betalingen min for {product} ser ut til å ha stoppet opp.",
      ],
      details: [
        "Momsen må være spesifisert.",
        "Beløpet ble trukket for {days} dager siden.",
        "Kan dere sende den som pdf?",
        "Banken sier at alt er i orden hos dem.",
        "Jeg betalte med kort.",
        "Rabatten kom ikke med.",
      ],
      answers: [
        "Ny kvittering er på vei til e-posten din, med momsen spesifisert.",
        "Vi har sjekket betalingen: Bare ett beløp er trukket, det andre er en reservasjon som forsvinner.",
        "Differansen er betalt tilbake og synes på kontoen i løpet av noen virkedager.",
      ],
    },
  ],
};
