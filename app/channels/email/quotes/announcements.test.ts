import { describe, expect, test } from "vitest";
import { trimReply } from "./trim.ts";

const answer = "Tack, den blå passar bättre.\nKan ni byta?";
const quote = "> Hej Tuva,\n>\n> vilken färg vill du ha?";

describe("the line above a quotation", () => {
  test.each([
    ["Gmail, English", "On Tue, Mar 5, 2024 at 10:12\u202fAM Solros <hej@solros.example> wrote:"],
    [
      "Gmail, English, wrapped",
      "On Tue, Mar 5, 2024 at 10:12 AM Solros Support <\nhej@solros.example> wrote:",
    ],
    ["Apple Mail, wrapped in three", "On Mar 5, 2024,\nat 10:12,\nSolros <hej@solros.example> wrote:"],
    ["Thunderbird", "On 2024-03-05 10:12, Solros wrote:"],
    ["Proton", "On Tuesday, March 5th, 2024 at 10:12, Solros <hej@solros.example> wrote:"],
    ["Evolution", "On Tue, 2024-03-05 at 10:12 +0100, Solros wrote:"],
    ["Zoho", "---- On Tue, 05 Mar 2024 10:12:13 +0100 hej@solros.example wrote ----"],
    ["Yahoo, old", "--- On Tue, 3/5/24, Solros <hej@solros.example> wrote:"],
    ["Gmail, Swedish", "Den tis 5 mars 2024 kl 10:12 skrev Solros <hej@solros.example>:"],
    ["Apple Mail, Swedish", "5 mars 2024 kl. 10:12 skrev Solros <hej@solros.example>:"],
    ["Thunderbird, Swedish", "Den 2024-03-05 kl. 10:12, skrev Solros:"],
    ["Yahoo, Swedish", "Den tisdag 5 mars 2024 10:12:00 CET, Solros <hej@solros.example> skrev:"],
    ["Gmail, Norwegian", "tir. 5. mars 2024 kl. 10:12 skrev Solros <hej@solros.example>:"],
    ["Apple Mail, Norwegian", "5. mars 2024 kl. 10:12 skrev Solros <hej@solros.example>:"],
    ["Gmail, Danish", "Den tirs. 5. mar. 2024 kl. 10.12 skrev Solros <hej@solros.example>:"],
    ["Gmail, Finnish", "ti 5. maalisk. 2024 klo 10.12 Solros (hej@solros.example) kirjoitti:"],
    ["Apple Mail, Finnish", "Solros <hej@solros.example> kirjoitti 5.3.2024 kello 10.12:"],
    ["Gmail, Icelandic", "þri., 5. mar. 2024 kl. 10:12 skrifaði Solros <hej@solros.example>:"],
    ["Gmail, German", "Am Di., 5. März 2024 um 10:12 Uhr schrieb Solros <hej@solros.example>:"],
    ["Thunderbird, German", "Am 05.03.24 um 10:12 schrieb Solros:"],
    ["Gmail app, German, wrapped", "Solros <hej@solros.example> schrieb am Di., 5. März 2024,\n10:12:"],
    ["Gmail, French", "Le mar. 5 mars 2024 à 10:12, Solros <hej@solros.example> a écrit :"],
    ["Gmail, Spanish", "El mar, 5 mar 2024 a las 10:12, Solros (<hej@solros.example>) escribió:"],
    ["Gmail, Catalan", "Missatge de Solros <hej@solros.example> del dia dt., 5 de març 2024 a les 10:12:"],
    ["Gmail, Portuguese", "Em ter., 5 de mar. de 2024 às 10:12, Solros <hej@solros.example> escreveu:"],
    ["Gmail, Portuguese of Portugal", "Solros <hej@solros.example> escreveu (terça, 5/03/2024 à(s) 10:12):"],
    ["Gmail, Italian", "Il giorno mar 5 mar 2024 alle ore 10:12 Solros <hej@solros.example> ha scritto:"],
    ["Gmail, Dutch", "Op di 5 mrt 2024 om 10:12 schreef Solros <hej@solros.example>:"],
    [
      "Apple Mail, Dutch",
      "Op 5 mrt. 2024 om 10:12 heeft Solros <hej@solros.example> het\nvolgende geschreven:",
    ],
    ["Gmail, Polish", "wt., 5 mar 2024 o 10:12 Solros <hej@solros.example> napisał(a):"],
    ["Thunderbird, Polish", "W dniu 05.03.2024 o 10:12, Solros pisze:"],
    [
      "Apple Mail, Polish",
      "Wiadomość napisana przez Solros <hej@solros.example> w dniu 05.03.2024, o godz. 10:12:",
    ],
    ["Gmail, Czech", "út 5. 3. 2024 v 10:12 odesílatel Solros <hej@solros.example> napsal:"],
    ["Gmail, Slovak", "ut 5. 3. 2024 o 10:12 Solros <hej@solros.example> napísal(a):"],
    ["Gmail, Hungarian", "Solros <hej@solros.example> ezt írta (időpont: 2024. márc. 5., K, 10:12):"],
    ["Gmail, Romanian", "În mar., 5 mar. 2024 la 10:12, Solros <hej@solros.example> a scris:"],
    ["Gmail, Russian", "вт, 5 мар. 2024 г. в 10:12, Solros <hej@solros.example>:"],
    ["Mail.ru", "Вторник, 5 марта 2024, 10:12 +03:00 от Solros <hej@solros.example>:"],
    ["Yandex", '05.03.2024, 10:12, "Solros" <hej@solros.example>:'],
    ["Gmail, Ukrainian", "вт, 5 бер. 2024 р. о 10:12 Solros <hej@solros.example> пише:"],
    ["Gmail, Greek", "Στις Τρί, 5 Μαρ 2024 στις 10:12 π.μ., ο χρήστης Solros <hej@solros.example> έγραψε:"],
    ["Gmail, Turkish", "Solros <hej@solros.example>, 5 Mar 2024 Sal, 10:12 tarihinde şunu yazdı:"],
    [
      "Gmail, Hebrew",
      "\u202bבתאריך יום ג׳, 5 במרץ 2024 ב-10:12 מאת \u202aSolros\u202c\u200f <\u202ahej@solros.example\u202c\u200f>:\u202c",
    ],
    ["Gmail, Vietnamese", "Vào Th 3, 5 thg 3, 2024 vào lúc 10:12 Solros <hej@solros.example> đã viết:"],
    ["Gmail, Indonesian", "Pada tanggal Sel, 5 Mar 2024 pukul 10.12 Solros <hej@solros.example> menulis:"],
    ["Gmail, Chinese", "Solros <hej@solros.example> 于2024年3月5日周二 10:12写道："],
    ["Apple Mail, Chinese", "在 2024年3月5日，上午10:12，Solros <hej@solros.example> 写道："],
    ["Gmail, Japanese", "2024年3月5日(火) 10:12 Solros <hej@solros.example>:"],
    ["Apple Mail, Japanese", "2024/03/05 10:12、Solros <hej@solros.example>のメール："],
    ["Gmail, Korean", "2024년 3월 5일 (화) 오전 10:12, Solros <hej@solros.example>님이 작성:"],
    ["an address and no date", "Solros <hej@solros.example> wrote:"],
  ])("%s: is history, with and without quote signs below", (_, line) => {
    expect(trimReply(`${answer}\n\n${line}\n\n${quote}\n`)).toBe(answer);
    expect(trimReply(`${answer}\n${line}\n\nHej Tuva,\nvilken färg vill du ha?\n`)).toBe(answer);
  });

  test("a phone's is found that writes the mail it answers onto the same line", () => {
    const line = "Den tis, mars 5, 2024 kl. 10:12, Solros<hej@solros.example> skrev:";
    expect(trimReply(`${answer}\n\n${line}   Hej Tuva, vilken färg?`)).toBe(answer);
  });

  test.each([
    ["a name alone", "Solros wrote:"],
    ["an old Gmail, without a colon", "2013/7/20 Solros <hej@solros.example>"],
  ])("%s counts when a quotation follows", (_, line) => {
    expect(trimReply(`${answer}\n\n${line}\n\n${quote}`)).toBe(answer);
    expect(trimReply(`${answer}\n\n${line}\n\nvilken färg vill du ha?`)).toBeNull();
  });
});

describe("a block of headers", () => {
  test.each([
    [
      "English",
      "From: Solros <hej@solros.example>\nSent: Tuesday, March 5, 2024 10:12 AM\nTo: Tuva\nSubject: Re: Order",
    ],
    [
      "bold",
      "*From:* Solros <hej@solros.example>\n*Sent:* Tuesday, March 5, 2024 10:12 AM\n*To:* Tuva\n*Subject:* Re: Order",
    ],
    [
      "Mac",
      "From: Solros <hej@solros.example>\nDate: Tuesday, 5 March 2024 at 10:12\nTo: Tuva <tuva@post.example>\nSubject: Re: Order",
    ],
    [
      "under a rule",
      "________________________________\nFrom: Solros <hej@solros.example>\nSent: Tuesday, March 5, 2024 10:12 AM\nTo: Tuva\nSubject: Re: Order",
    ],
    [
      "with lines that go on",
      "From: Solros\n<ett-mycket-langt-namn-pa-en-adress@solros.example>\nSent: Tuesday, March 5, 2024 10:12 AM\nTo: Tuva\nSubject: Re: Order",
    ],
    [
      "Swedish",
      "Från: Solros <hej@solros.example>\nSkickat: den 5 mars 2024 10:12\nTill: Tuva <tuva@post.example>\nÄmne: Sv: Beställning",
    ],
    [
      "Norwegian",
      "Fra: Solros <hej@solros.example>\nSendt: tirsdag 5. mars 2024 10:12\nTil: Tuva\nEmne: SV: Bestilling",
    ],
    [
      "Danish with Dato",
      "Fra: Solros <hej@solros.example>\nDato: tirsdag den 5. marts 2024 kl. 10.12\nTil: Tuva\nEmne: Sv: Ordre",
    ],
    [
      "Finnish",
      "Lähettäjä: Solros <hej@solros.example>\nLähetetty: tiistai 5. maaliskuuta 2024 10.12\nVastaanottaja: Tuva\nAihe: VS: Tilaus",
    ],
    [
      "German",
      "Von: Solros <hej@solros.example>\nGesendet: Dienstag, 5. März 2024 10:12\nAn: Tuva\nBetreff: AW: Bestellung",
    ],
    [
      "French",
      "De : Solros <hej@solros.example>\nEnvoyé : mardi 5 mars 2024 10:12\nÀ : Tuva\nObjet : RE: Commande",
    ],
    [
      "Spanish",
      "De: Solros <hej@solros.example>\nEnviado: martes, 5 de marzo de 2024 10:12\nPara: Tuva\nAsunto: RE: Pedido",
    ],
    [
      "Italian",
      "Da: Solros <hej@solros.example>\nInviato: martedì 5 marzo 2024 10:12\nA: Tuva\nOggetto: R: Ordine",
    ],
    [
      "Portuguese",
      "De: Solros <hej@solros.example>\nEnviada em: terça-feira, 5 de março de 2024 10:12\nPara: Tuva\nAssunto: RES: Pedido",
    ],
    [
      "Dutch",
      "Van: Solros <hej@solros.example>\nVerzonden: dinsdag 5 maart 2024 10:12\nAan: Tuva\nOnderwerp: RE: Bestelling",
    ],
    [
      "Polish",
      "Od: Solros <hej@solros.example>\nWysłano: wtorek, 5 marca 2024 10:12\nDo: Tuva\nTemat: Odp: Zamówienie",
    ],
    [
      "Czech",
      "Od: Solros <hej@solros.example>\nOdesláno: úterý 5. března 2024 10:12\nKomu: Tuva\nPředmět: Re: Objednávka",
    ],
    [
      "Russian",
      "От: Solros <hej@solros.example>\nОтправлено: 5 марта 2024 г. 10:12\nКому: Tuva\nТема: Re: Заказ",
    ],
    [
      "Japanese",
      "差出人: Solros <hej@solros.example>\n送信日時: 2024年3月5日 10:12\n宛先: Tuva\n件名: Re: 注文",
    ],
    [
      "Chinese",
      "发件人: Solros <hej@solros.example>\n发送时间: 2024年3月5日 10:12\n收件人: Tuva\n主题: Re: 订单",
    ],
    [
      "Arabic, with direction marks",
      "من: Solros <hej@solros.example>\n\u200f\u200fتم الإرسال: 5 مارس 2024 10:12\nإلى: Tuva\n\u200f\u200fالموضوع: Re",
    ],
    ["two lines of it", "From: hej@solros.example\nDate: Tue, 5 Mar 2024 10:12:13 +0100"],
  ])("%s: is history", (_, block) => {
    expect(trimReply(`${answer}\n\n${block}\n\nHej Tuva,\nvilken färg vill du ha?`)).toBe(answer);
  });

  test.each([
    ["English", "-----Original Message-----"],
    ["Swedish", "-------- Originalmeddelande --------"],
    ["Norwegian", "-----Opprinnelig melding-----"],
    ["Danish", "-----Oprindelig meddelelse-----"],
    ["German", "-------- Ursprüngliche Nachricht --------"],
    ["French", "-------- Message d'origine --------"],
    ["Finnish", "----- Alkuperäinen viesti -----"],
    ["a helpdesk's", "##- Please type your reply above this line -##"],
    ["a helpdesk's, Swedish", "--- Skriv ditt svar ovanför den här linjen ---"],
  ])("a drawn line alone, %s: is history below", (_, line) => {
    expect(trimReply(`${answer}\n\n${line}\n\nvilken färg vill du ha?`)).toBe(answer);
  });

  test("a drawn line in any language counts above headers", () => {
    const block = "Von: Solros <hej@solros.example>\nDatum: 05.03.2024 10:12\nAn: Tuva\nBetreff: Bestellung";
    expect(trimReply(`${answer}\n\n-------- Xyzzy plugh --------\n${block}\n\nHej`)).toBe(answer);
  });
});
