// Lines mail programs and helpdesks draw between an answer and what it answers, or above a mail passed on. Pure.
import { isLabelled } from "./header-block.ts";
import { isRule, nextWritten, type Line } from "./line.ts";

const ORIGINAL =
  /original message|original mail|originalmeddelande|ursprungligt meddelande|ursprungligt brev|oprindelig (?:besked|meddelelse)|opprinnelig (?:melding|e-post)|alkuperäinen viesti|ursprüngliche (?:nachricht|e-mail)|originalnachricht|message (?:d'origine|d’origine|original|initial)|mensaje original|mensagem original|messaggio originale|oorspronkelijk bericht|origineel bericht|wiadomość oryginalna|oryginalna wiadomość|původní (?:zpráva|e-mail)|pôvodná správa|eredeti üzenet|исходное сообщение|оригинальное сообщение|orijinal mesaj|原始邮件|原始郵件|元のメッセージ|원본 메일|원본 메시지|الرسالة الأصلية|הודעה מקורית/iu;

const FORWARDED =
  /forwarded (?:message|email|mail)|vidarebefordrat|vidarebefordrad|videresendt|videresendte|edelleenlähetetty|välitetty viesti|välitetyn viestin|weitergeleitet|message transféré|message réexpédié|mensaje reenviado|reenviado|messaggio inoltrato|inoltrato|mensagem encaminhada|encaminhada|doorgestuurd|przekazana|przekazano|přeposlan|preposlan|továbbított|пересланное|пересылаемое сообщение|переслан|пересилається|iletilen|转发的邮件|轉寄|転送|전달된/iu;

/** A helpdesk's "please answer above this line". */
const ABOVE_THIS_LINE =
  /\babove\b.{0,20}\bline\b|reply above|ovanför.{0,20}(?:linjen|raden|linje)|(?:over|ovenfor|ovanfor).{0,20}linj|(?:über|oberhalb).{0,20}(?:zeile|linie)|au-dessus de cette ligne|boven (?:deze|de) (?:regel|lijn)|por encima de esta línea|acima desta linha|viivan yläpuolelle/iu;

const PREVIOUS =
  /^\W*(?:previous (?:replies|messages|message)|tidigare (?:svar|meddelanden)|tidligere (?:svar|meldinger|beskeder)|bisherige (?:antworten|nachrichten)|messages? précédents?)\W*$/iu;

/** Outlook's advertisement for itself, with its link: the app puts it on top of the mail that is answered. */
const OUTLOOK_APP = /outlook.{0,40}https?:\/\/(?:aka\.ms|go\.microsoft\.com)\//i;

const DASHED = /^[-_=*~#+>\s]{2,}[^-_=*~#+\s].{0,80}$/u;
const DASHES_AROUND = /^[-_=*]{2,}\s?[^-_=*]{3,50}\s?[-_=*]{2,}:?$/u;
/** The heading of Apple's Mail: no dashes, a colon. */
const APPLE_FORWARD =
  /^(?:begin forwarded message|start på vidarebefordrat|vidarebefordrat (?:brev|meddelande)|videresendt (?:melding|besked|brev)|start på videresendt|välitetty viesti alkaa|välitetty viesti|anfang der weitergeleiteten nachricht|début du message (?:réexpédié|transféré)|inizio messaggio inoltrato|inicio del mensaje reenviado|início da mensagem (?:encaminhada|reencaminhada)|begin doorgestuurd bericht|początek przekazywanej wiadomości|начало переадресованного сообщения|下面是被转发的邮件|転送されたメッセージ):?$/iu;

/** Does the mail that is answered begin below this line? */
export function isSeparator(lines: readonly Line[], at: number): boolean {
  const line = lines[at];
  const text = line?.text ?? "";
  if (!line || text.length > 200) return false;
  if (DASHED.test(text) && (ORIGINAL.test(text) || ABOVE_THIS_LINE.test(text))) return true;
  if (OUTLOOK_APP.test(text) && text.length < 120) return true;
  const below = lines[nextWritten(lines, at + 1)];
  if (PREVIOUS.test(text)) return isRule(lines[at - 1]);
  return (DASHES_AROUND.test(text) || ORIGINAL.test(text)) && Boolean(below && isLabelled(below.text));
}

/** Does a mail begin below this line that was passed on to be read? */
export function isForward(lines: readonly Line[], at: number): boolean {
  const text = lines[at]?.text ?? "";
  if (text.length > 120) return false;
  return APPLE_FORWARD.test(text) || (DASHED.test(text) && FORWARDED.test(text));
}
