// "See my answers below in red": the answers stand inside the history, where only a colour tells them. Pure.

/** Answers and comments, then at most one short word, then where: in the languages of `WHERE`, one a line. */
const POINTERS: [answers: string, where: string][] = [
  [
    "answers|replies|comments|responses|answered|replied|commented|responded",
    "below|inline|in-line|in (?:the )?text|in (?:red|blue|green|bold|caps|colou?r)",
  ],
  [
    "svar|svaren|svarar|kommentarer|kommentarerna|kommenterar",
    "nedan|nedanför|inline|i texten|i (?:rött|blått|grönt|färg)|med (?:rött|blått)",
  ],
  [
    "svar|svarene|svarer|svara|kommentarer|kommentarene|kommenterer",
    "nedenfor|herunder|under$|inline|i teksten|(?:i|med) (?:rødt|raudt|blått|blåt)",
  ],
  ["vastaukset|vastaukseni|vastaan|kommentit|kommenttini", "alla|alle|tekstissä|punaisella|sinisellä"],
  ["antworten|anmerkungen|kommentare", "unten|im text|in rot|in blau|inline"],
  ["réponses|commentaires", "ci-dessous|plus bas|en rouge|en bleu|dans le texte"],
  [
    "respuestas|comentarios|respostas|comentários|risposte|commenti",
    "abajo|más abajo|en rojo|abaixo|em vermelho|qui sotto|sotto|in rosso",
  ],
  ["antwoorden|opmerkingen|odpowiedzi|uwagi", "hieronder|onder|in het rood|poniżej|na czerwono"],
];

const pointer = new RegExp(
  `(?<!\\p{L})(?:${POINTERS.map(([answers, where]) => `(?:${answers})(?:\\s\\p{L}{1,7})?\\s(?:${where})`).join("|")})(?!\\p{L})`,
  "iu",
);

/** Does the line say that the answers stand further down? */
export const pointsBelow = (text: string): boolean =>
  text.length <= 300 && pointer.test(text.replace(/[.!:;]+$/, ""));
