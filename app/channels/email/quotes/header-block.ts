// The lines Outlook writes above the mail that is answered: From, Sent, To, Subject, in many languages. Pure.
import { isBlank, type Line } from "./line.ts";
import { hasDate, hasTime } from "./words.ts";

type Role = "from" | "date" | "to" | "subject" | "other";

const LABELS: Record<Role, string> = {
  from: "from|från|fra|lähettäjä|frá|saatja|von|van|de|da|expéditeur|remitente|mittente|od|nadawca|odesílatel|odosielateľ|feladó|от|від|от кого|från|no|nuo|από|kimden|gönderen|מאת|من|از|差出人|发件人|寄件者|寄件人|보낸 사람|보낸사람|từ|dari|จาก|expeditor|de la|pošiljatelj|šalje|од",
  date: "sent|sent on|sent at|date|skickat|skickades|datum|sendt|dato|lähetetty|päivämäärä|päiväys|sent þann|saadetud|kuupäev|gesendet|gesendet am|verzonden|envoyé|envoyé le|date d'envoi|enviado|enviado el|enviada|enviado em|enviada em|fecha|inviato|data|inviata|wysłano|wysłane|odesláno|odoslané|dátum|elküldve|küldve|отправлено|дата|дата отправки|надіслано|nosūtīts|išsiųsta|ημερομηνία|στάλθηκε|gönderildi|gönderilme tarihi|tarih|נשלח|תאריך|تم الإرسال|أرسلت|تاريخ|ارسال شده|日時|送信日時|发送时间|发送日期|寄件日期|日期|보낸 날짜|날짜|đã gửi|ngày|dikirim|tanggal|ส่ง|วันที่|trimis|poslano|poslato|послато|изпратено",
  to: "to|till|til|vastaanottaja|saaja|an|aan|à|a|pour|destinataire|para|do|dla|adresat|komu|pro|címzett|кому|до|kam|gavējs|kam|προς|kime|alıcı|אל|إلى|به|宛先|收件人|收件者|받는 사람|받는사람|đến|tới|kepada|ถึง|către|za|prima|за",
  subject:
    "subject|ämne|rubrik|emne|aihe|efni|teema|betreff|onderwerp|objet|sujet|asunto|assunto|oggetto|temat|předmět|predmet|tárgy|тема|относно|tēma|tema|θέμα|konu|נושא|الموضوع|موضوع|件名|主题|主題|主旨|제목|chủ đề|subjek|perihal|เรื่อง|subiect|naslov|наслов",
  other:
    "cc|bcc|kopia|kopi|kopio|kopie|copie|copia|reply-to|reply to|svara till|antwort an|répondre à|importance|prioritet|priority|organization|attachments|bilagor|dw|ud|копия|копія|másolat|cc kopie|副本|抄送|참조|عند|نسخة|עותק|resent-to|in reply to|newsgroups",
};

const roles = new Map(
  (Object.entries(LABELS) as [Role, string][]).flatMap(([role, words]) =>
    words.split("|").map((word) => [word, role] as const),
  ),
);

const MOST_LINES = 14;
/** A long value goes on below its label, this many lines at most. */
const MOST_CONTINUED = 3;

/** The line after the header block that begins at `at`; null when none begins there. */
export function headerBlockEnd(lines: readonly Line[], at: number): number | null {
  const first = lines[at];
  if (!first || !roleOf(first.text)) return null;
  const said = new Map<Role, string>();
  let end = at;
  let role: Role | null = null;
  let continued = 0;
  for (let k = at; k < Math.min(lines.length, at + MOST_LINES); k++) {
    const line = lines[k];
    if (!line || line.quoted !== first.quoted) break;
    const labelled = roleOf(line.text);
    if (isBlank(line) && isBlank(lines[k + 1])) break;
    if (labelled) {
      role = labelled;
      said.set(role, line.text);
      continued = 0;
      end = k + 1;
    } else if (role && !isBlank(line)) {
      if (++continued > MOST_CONTINUED) break;
      said.set(role, `${said.get(role) ?? ""} ${line.text}`.slice(0, 1_000));
    }
  }
  return isBlock(said) ? end : null;
}

/** Does the line begin with such a label? */
export const isLabelled = (text: string): boolean => roleOf(text) !== null;

function roleOf(text: string): Role | null {
  const label = /^[*_|\s]*([\p{L}][\p{L}\p{M}'’ -]{0,24}?)\s?[*_]*\s?[:：]/u.exec(text.slice(0, 60))?.[1];
  return (label && roles.get(label.toLowerCase().replace("’", "'"))) || null;
}

/**
 * A letter about a journey says from, to and date as well: a block of mail headers has an address, a subject with
 * all the others, or the time of day.
 */
function isBlock(said: Map<Role, string>): boolean {
  const has = (role: Role) => said.has(role);
  const date = said.get("date") ?? "";
  const dated = /\d/.test(date) || hasDate(date);
  const addressed = [said.get("from"), said.get("to"), said.get("other")].some((value) =>
    value?.includes("@"),
  );
  const count = (["from", "date", "to", "subject"] as const).filter(has).length;
  if (count === 4) return true;
  if (count === 3) return has("from") && (addressed || has("subject") || hasTime(date));
  if (!has("date") || !dated) return false;
  return addressed && (has("from") || has("to"));
}
