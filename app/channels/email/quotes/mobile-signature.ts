// "Sent from my iPhone", "Skickat från min iPhone", "Get Outlook for Android": lines phones and apps add. Pure.

const DEVICE =
  "i ?(?:phone|pad|pod|os)|ipad|apple watch|mac(?:book)?|android|mobile?|mobil\\p{L}*|phone|smartphone|smart phone|cell(?: phone)?|cellphone|handy|handheld|tablet|tablette|device|telefon\\p{L}*|puhelime\\p{L}*|telefoon|téléphone|galaxy|samsung|htc|huawei|xiaomi|oneplus|nokia|sony|xperia|pixel(?!s)|motorola|alcatel|lg|blackberry|bb10|windows|outlook|hotmail|yahoo|gmail|gmx|web\\.de|mail(?:box|app)?|e-?mail|proton\\p{L}*|airmail|spark|k-9|k9|fairemail|bluemail|thunderbird|mailapp|app|surface|телефон\\p{L}*|айфон\\p{L}*|mail\\.ru|яндекс\\p{L}*|почт\\p{L}*|手机|手機|邮箱|郵件";
const device = new RegExp(`(?<![\\p{L}\\p{N}])(?:${DEVICE})`, "iu");

/** "Sent from", "Skickat från", with "my" where the language has it. */
const SENT =
  /^(?:(?:sent|typed|written) (?:from|via|with|using|by|on)|(?:skickat|skickad|skickades|sänt|sendt|sent av|lähetetty|gesendet|geschickt|verstuurd|verzonden|envoyé|envoye|écrit|enviado|enviada|inviato|inviata|wysłane|wysłano|odesláno|odoslané|elküldve|küldve|отправлено|надіслано|изпратено|послато|poslano|poslato|trimis|išsiųsta|nosūtīts|saadetud|sent úr|στάλθηκε|đã gửi|dikirim|ส่งจาก|تم الإرسال|أرسلت|נשלח|发自|發自|从我的|從我的)\s?(?:från|med|via|fra|von|vom|mit|aus|über|vanaf|vanuit|met|van|via|de|du|depuis|à partir|avec|desde|con|do|da|dal|dall|a partir|z|ze|s|so|с|со|из|з|із|від|от|са|pe|de pe|iš|no|iz|από|từ|dari|من|מ|מה)?)(?![\p{L}])/iu;
/** Languages that put the verb last, or say it in one word with the device. */
const OTHERWISE =
  /^(?:von (?:meine[mr]|unterwegs).{0,50}gesendet|vom .{2,30} gesendet|diese (?:nachricht|e-?mail) wurde von .{2,80} (?:gesendet|geschickt)|lähetetty .{2,30}(?:sta|stä)|lähetetty .{0,30}puhelimesta|.{0,20}(?:iphone|ipad).{0,12}(?:から送信|에서 보냄|gönderildi|傳送|发送|發送|küldve)|.{0,12}から送信|.{0,30}cihazımdan gönderildi|(?:get|download|hämta|skaffa|hent|få|last ned|lataa|hanki|laden sie|holen sie sich|télécharger|obtenez|obtenir|obtener|obtén|descargar|obter|obtenha|baixar|scarica|ottieni|download|pobierz|získat|stáhnout|скачать|загрузить) \[?(?:outlook|yahoo|spark|bluemail|proton).{0,60}|(?:\p{L}+ )?from (?:my )?(?:mobile|i ?phone|i ?pad|android|cell|phone|galaxy).{0,20}|yahoo mail[:,].{0,60}|sent from yahoo mail.{0,60})[.!]?$/iu;

const EXCUSE =
  /[.,;:!–-]\s*(?:please|pls|kindly|excuse|apolog|sorry|pardon|forgive|ursäkta|förlåt|beklager|undskyld|bitte|désolé|perdón|scusa).{0,80}$/iu;
const LONGEST = 160;
const MOST_WORDS = 6;
/** Words that make a sentence of it. */
const TELLS =
  /(?<!\p{L})(?:but|and|yesterday|today|is|was|not|no|i|to|all|men|och|igår|idag|inte|har|aber|und|nicht|ist|ikke|er|mais|est|pero)(?!\p{L})/iu;

/** Is the whole line such an addition? A sentence that begins like one is not. */
export function isMobileSignature(line: string): boolean {
  if (line.length > LONGEST) return false;
  const said = withoutLinks(line).replace(EXCUSE, "").trim();
  if (OTHERWISE.test(said)) return true;
  const sent = SENT.exec(said);
  if (!sent) return false;
  const rest = said.slice(sent[0].length).trim();
  if (!rest || /[,;?]/.test(rest) || TELLS.test(rest) || rest.split(" ").length > MOST_WORDS) return false;
  return device.test(rest) || /^my (?:[\p{L}\p{N}'’.-]+ ?){1,4}[.!]?$/iu.test(rest);
}

/** Words without addresses of pages, Markdown's brackets and what encloses the line. */
const withoutLinks = (line: string): string =>
  line
    .replace(/\]\(https?:[^)\s]*\)/g, "")
    .replace(/[<(]?https?:\/\/[^\s>)]*[>)]?/g, "")
    .replace(/[[\]]/g, "")
    .replace(/^[\s<>()*_~"“”'|-]+/, "")
    .replace(/[\s<>()*_~"“”'|]+$/, "");
