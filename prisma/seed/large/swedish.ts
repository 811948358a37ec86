import type { Phrases } from "./phrases.ts";

export const swedish: Phrases = {
  firstNames:
    "Agnes Albin Alice Anders Anneli Anton Astrid Axel Barbro Bengt Carina Cecilia Christer Daniel David Elias Elsa Emil Emma Erik Ester Eva Fredrik Frida Gabriel Gunilla Gustav Hampus Helena Henrik Hugo Ida Inger Isak Jakob Jenny Johan Johanna Josefin Karin Karl Kerstin Klara Kristina Lena Leo Lisa Lovisa Magnus Malin Maria Markus Martin Mikael Moa Monica Niklas Nils Olivia Patrik Pernilla Peter Petra Rasmus Rebecka Robert Sara Sebastian Simon Susanne Tilda Tobias Tove Ulf Ulrika Vera Vilgot Wilma Yasmin Åsa".split(
      " ",
    ),
  lastNames:
    "Abrahamsson Ahlgren Almqvist Andersson Arvidson Axelsson Bengtsson Berggren Bergström Björk Blom Blomqvist Boström Bäckman Carlsson Dahl Dahlberg Danielsson Ekman Eklund Ekström Eliasson Engström Eriksson Forsberg Fransson Fredriksson Gunnarsson Gustafsson Hansson Hedlund Hedman Hellgren Hermansson Holm Holmgren Håkansson Isaksson Jakobsson Jansson Johansson Jonsson Jönsson Karlsson Larsson Lind Lindberg Lindgren Lindholm Lindström Ljung Lund Lundberg Lundgren Lundqvist Löfgren Magnusson Malm Mattsson Moberg Månsson Nilsson Norberg Nordin Norling Nyberg Nylund Ohlsson Olofsson Olsson Persson Pettersson Petersson Samuelsson Sandberg Sjöberg Sjöström Ström Sundberg Sundström Svensson Söderberg Viklund Wallin Westberg Åberg Åkesson Öhman".split(
      " ",
    ),
  greetings: ["Hej!", "Hej,", "Hejsan!", "God dag,", "Hallå!", "Hej hej,"],
  closings: [
    "Tack på förhand!",
    "Vänliga hälsningar",
    "Mvh",
    "Hälsningar",
    "Ha en fin dag!",
    "Tacksam för svar.",
  ],
  agentGreetings: ["Hej och tack för ditt mejl!", "Hej!", "Hej igen,", "Tack för att du hör av dig!"],
  agentClosings: ["Hälsningar {agent}", "Vänliga hälsningar, {agent}", "/{agent}", "Ha det fint! {agent}"],
  thanks: [
    "Tack så mycket!",
    "Perfekt, tack.",
    "Toppen, då vet jag.",
    "Stort tack för hjälpen!",
    "Vad snabbt ni svarar, tack!",
    "Bra, då gör vi så.",
  ],
  matters: [
    {
      department: "Returer",
      topic: "Byte eller retur",
      subjects: [
        "Byta storlek: {product}",
        "Fel storlek på {product}",
        "Vill byta {product}",
        "{product} passar inte",
      ],
      openings: [
        "{product} som jag köpte är tyvärr för liten.",
        "Jag beställde {product} och den är större än jag trodde.",
        "{product} sitter inte som jag hade hoppats.",
        "Har provat {product} hemma och behöver en annan storlek.",
      ],
      details: [
        "Den är oanvänd och lapparna sitter kvar.",
        "Jag har bara provat den en gång.",
        "Det är {days} dagar sedan den kom.",
        "Förpackningen har jag tyvärr slängt.",
        "Jag handlar gärna den nya på en gång om det går fortare.",
        "Det är en present, så det är lite bråttom.",
      ],
      answers: [
        "Det ordnar vi. Du får en returetikett i ett eget mejl, och så fort paketet är skannat skickar vi den nya storleken.",
        "Inga problem, byten är gratis. Lägg den i påsen den kom i och lämna in den hos ombudet.",
        "Vi har storleken du vill ha på lager och har lagt undan en åt dig.",
      ],
    },
    {
      department: "Ordrar",
      topic: "Min beställning",
      subjects: [
        "Var är {product}?",
        "Leveransen dröjer: {product}",
        "När kommer {product}?",
        "Spårningen står stilla, {product}",
      ],
      openings: [
        "Jag väntar fortfarande på {product}.",
        "Det är {days} dagar sedan jag beställde {product}.",
        "Spårningen för {product} har inte ändrats på länge.",
        "Enligt bekräftelsen skulle {product} ha kommit redan.",
      ],
      details: [
        "Ingen avi har kommit.",
        "Ombudet säger att de inte har något paket till mig.",
        "Jag åker bort om {days} dagar och vill gärna ha den med.",
        "Har jag skrivit fel adress?",
        "Paketet verkar ha fastnat på terminalen.",
        "Det är inte bråttom, men jag undrar.",
      ],
      answers: [
        "Paketet har blivit stående på en terminal. Vi har bett transportören leta upp det och hör av oss.",
        "Det är på väg nu och bör vara hos ditt ombud inom två vardagar.",
        "Vi skickar en ny i dag, så får vi reda ut det gamla paketet själva.",
      ],
    },
    {
      department: "Produktfrågor",
      topic: "Fråga om en produkt",
      subjects: [
        "Fråga om {product}",
        "Tvättråd för {product}",
        "Storleken på {product}",
        "Kommer {product} tillbaka?",
      ],
      openings: [
        "Jag funderar på att köpa {product}.",
        "Jag har en fråga om {product}.",
        "Hur sköter man {product} på bästa sätt?",
        "Jag tittar på {product} men kan inte bestämma mig.",
      ],
      details: [
        "Är den stor eller liten i storleken?",
        "Går det att tvätta den i maskin?",
        "Var är den tillverkad?",
        "Vet ni när fler storlekar kommer in?",
        "Håller den för dagligt bruk?",
        "Jag är {days} kilo tyngre än modellen på bilden, om det hjälper.",
      ],
      answers: [
        "Den är normal i storleken. Är du mellan två brukar de flesta välja den större.",
        "Fintvätt på 30 grader går bra, utan sköljmedel, och så ska den torka liggande.",
        "Nästa leverans väntas om ett par veckor, och vi kan lägga undan en åt dig.",
      ],
    },
    {
      department: "Returer",
      topic: "Reklamation",
      subjects: [
        "Reklamation av {product}",
        "{product} har gått sönder",
        "Sömmen har släppt på {product}",
        "Garanti på {product}?",
      ],
      openings: [
        "Jag är lite besviken på {product}.",
        "{product} har gått sönder trots att den knappt är använd.",
        "En söm har släppt på {product}.",
        "Nu har det blivit ett hål på {product}.",
      ],
      details: [
        "Jag har bara använt den {days} gånger.",
        "Den har tvättats enligt lappen.",
        "Kvittot har jag kvar.",
        "Går det att laga, eller får jag en ny?",
        "Felet syns tydligt på insidan.",
        "Annars är jag mycket nöjd.",
      ],
      answers: [
        "Så ska det inte vara. Skicka in den till oss, så lagar vi eller byter den utan kostnad.",
        "Det täcks av garantin. Du får en fraktsedel på mejlen.",
        "Vi skickar en ny till dig i dag. Den gamla får du gärna behålla.",
      ],
    },
    {
      department: "Ordrar",
      topic: "Kvitto och faktura",
      subjects: [
        "Kvitto på {product}",
        "Betalningen för {product}",
        "Faktura saknas, {product}",
        "Fel belopp för {product}",
      ],
      openings: [
        "Jag hittar inte kvittot på {product}.",
        "Det har dragits fel summa för {product}.",
        "Jag behöver en faktura på {product} till firman.",
        "Min betalning för {product} verkar ha fastnat.",
      ],
      details: [
        "Momsen måste vara specificerad.",
        "Beloppet drogs för {days} dagar sedan.",
        "Kan ni skicka det som pdf?",
        "Banken säger att allt är rätt hos dem.",
        "Jag betalade med kort.",
        "Rabatten kom inte med.",
      ],
      answers: [
        "Ett nytt kvitto är på väg till din e-post, med momsen specificerad.",
        "Vi har kontrollerat betalningen: bara ett belopp är draget, det andra är en reservation som försvinner.",
        "Mellanskillnaden är återbetald och syns på kontot inom några bankdagar.",
      ],
    },
  ],
};
