// The words by which mail programs say "wrote", and how a line that says when begins, by language. Pure.

/** "wrote" and its like. A group that ends the line before the colon, whatever the language, is told by place. */
const WROTE = [
  // en, sv no da, is, fo, fi, et
  "wrote|writes|sent",
  "skrev|skreiv|skriver|skrifaði|skrivaði|kirjoitti|kirjoittaa|kirjutas",
  // de, nl, af
  "schrieb|schreef|geschreven",
  // fr, es, ca, pt, it, ro
  "écrit|ecrit|escribió|escribio|escrigué|escrit|escreveu|scritto|scrive|scris",
  // pl, cs, sk, sl, hr sr bs
  "napisał|napisała|napisał\\(a\\)|napisana przez|pisze|napsal|napsala|napsal\\(a\\)|píše|napísal|napísal\\(a\\)",
  "napisal|napisala|napisao je|napisala je|napisao|piše|написао је|написао|написала",
  // ru, uk, be, bg
  "написал|написала|написал\\(а\\)|пишет|пише|написав|написав\\(-ла\\)|напісаў|написа",
  // hu, lt, lv, el, tr, he, ar, fa, vi, id, th
  "írta|ezt írta|rašė|parašė|rakstīja|έγραψε|yazdı|şunları yazdı|כתב|כתבה|מאת|كتب|كتبت|نوشت|đã viết|menulis|เขียนว่า",
];
/** Languages that put no space between words. */
const WROTE_UNSPACED =
  "写道|寫道|来信|のメール|のメッセージ|が書きました|さんは書きました|작성|님이 작성|님의 메시지";

const wrote = `(?:(?<![\\p{L}\\p{N}])(?:${WROTE.join("|")})(?![\\p{L}\\p{N}])|${WROTE_UNSPACED})`;

export const SAYS_WROTE = new RegExp(wrote, "iu");
/** The verb, then the colon (or the dashes of Zoho and Android). */
export const ENDS_WITH_WROTE = new RegExp(`${wrote}\\s*(?:\\(-?\\p{L}{1,3}\\)\\s*)?(?:[:：]|-{2,})$`, "iu");
/** An address directly before the verb. */
export const ADDRESS_WROTE = new RegExp(`@[^\\s@]+\\s*${wrote}\\s*(?:[:：]|-{2,})$`, "iu");

/** The same with more behind the colon. */
export const ADDRESS_WROTE_THEN = new RegExp(
  `^([^@]{1,200}@[^\\s@]{1,200}\\s*${wrote}\\s*[:：])\\s*\\S`,
  "iu",
);

/** Words that stand before a date: "On", "Den", "Am", "Le". */
const BEFORE_DATE =
  /^(?:on|at|den|d|dne|dňa|dana|am|le|el|el el|il|il giorno|in data|em|no dia|em dia|op|dnia|w dniu|în|pe|v|v v|ve|na|u|на|в|во|у|кога|στις|την|vào|vào lúc|pada|pada tanggal|kuupäev|ngày|בתאריך|ב|في|در|ในวันที่|เมื่อ|在|tarihinde|date|dňa|data|po)[\s,:.]+/iu;

/** Short and long names of the days of the week, in the languages mail programs speak. */
const WEEKDAYS = weekdays(
  "en sv nb nn da fi is et lv lt de nl fr es ca pt it ro pl cs sk sl hr sr bg ru uk be hu el tr he ar vi id th".split(
    " ",
  ),
);

function weekdays(languages: string[]): Set<string> {
  const names = languages.flatMap((language) =>
    (["short", "long"] as const).flatMap((weekday) => {
      const format = new Intl.DateTimeFormat(language, { weekday, timeZone: "UTC" });
      return [1, 2, 3, 4, 5, 6, 7].map((day) => format.format(Date.UTC(2024, 0, day)));
    }),
  );
  return new Set(names.map((name) => name.toLowerCase().replace(/\.$/, "")));
}

/** Says when, at its beginning: "On Tue, 5 March", "tir. 18. apr. 2017", "2024-03-05". */
export function startsWithDate(text: string): boolean {
  const introduced = text.replace(BEFORE_DATE, "").replace(/^在/, "");
  if (introduced !== text) return /^(?:[^\s\d@<>]{1,14}\s+){0,4}[^\s\d@<>]?\d/u.test(introduced);
  if (/^\d/.test(text)) return true;
  const first = /^[^\s,.]+/u.exec(text)?.[0].toLowerCase() ?? "";
  return WEEKDAYS.has(first) && /^[^\s,.]+[.,]*\s+(?:[^\s\d@<>]{1,14}\s+)?\d/u.test(text);
}

const YEAR = /(?<!\d)(?:19|20)\d\d(?!\d)/;
const SHORT_DATE = /(?<!\d)\d{1,2}[./-]\d{1,2}[./-]\d{2,4}(?!\d)/;
const TIME = /(?<!\d)\d{1,2}[:.]\d{2}(?!\d)/;

export const hasTime = (text: string): boolean => TIME.test(text) || /\d{1,2}\s?h\s?\d{2}/.test(text);
export const hasDate = (text: string): boolean => YEAR.test(text) || SHORT_DATE.test(text);
export const endsWithTime = (text: string): boolean =>
  /\d{1,2}[:.]\d{2}(?::\d{2})?\s?\p{L}{0,4}\)?\s?[:：]$/u.test(text);
export const hasAddress = (text: string): boolean => /[^\s@<>]@[^\s@<>]/.test(text);
