// What the form's pages say, in the shopper's language. The block in the theme says the same (extensions/storefront/locales).
import type { StorefrontLanguage } from "../../i18n/storefront-language.ts";
import type { Field } from "./submission.ts";

export interface Words {
  title: string;
  labels: Record<Field, string>;
  optional: string;
  trap: string;
  submit: string;
  missing: Record<Field, string>;
  invalidEmail: string;
  tooLong: string;
  yes: string;
  no: string;
  choose: string;
  files: string;
  filesHelp: string;
  needed: string;
  invalidOption: string;
  invalidDate: string;
  invalidPhone: string;
  badFile: string;
  fix: string;
  rateLimited: string;
  unavailable: string;
  tryAgain: string;
  thanks: string;
  replyTo: (email: string) => string;
  number: (number: string) => string;
  back: string;
}

export const WORDS = {
  en: {
    title: "Contact us",
    labels: {
      name: "Your name",
      email: "E-mail address",
      order_number: "Order number",
      topic: "What is it about?",
      message: "Message",
    },
    optional: "(optional)",
    trap: "Leave this field empty",
    submit: "Send message",
    missing: {
      name: "Enter your name.",
      email: "Enter your e-mail address so that we can reply.",
      order_number: "Enter your order number.",
      topic: "Tell us what it is about so that the right person gets your message.",
      message: "Write your message.",
    },
    invalidEmail: "Check the e-mail address. It should look like name@example.com.",
    tooLong: "This is too long. Please shorten it a little.",
    yes: "Yes",
    no: "No",
    choose: "Choose",
    files: "Files",
    filesHelp: "Up to five files: PNG, JPEG or PDF, at most 10 MB each.",
    needed: "Please answer this.",
    invalidOption: "Choose one of these.",
    invalidDate: "Enter a date.",
    invalidPhone: "Check the phone number.",
    badFile:
      "Only PNG, JPEG and PDF files of at most 10 MB can be sent, and at most five. Choose your files again.",
    fix: "The message has not been sent yet. Check the marked fields.",
    rateLimited: "Too many messages have been sent in a short time. Wait a while and try again.",
    unavailable: "This form cannot take messages right now. Please contact us in another way.",
    tryAgain: "Something went wrong on our side and your message was not sent. Please try again.",
    thanks: "Thank you for your message",
    replyTo: (email) => `We have received it and will reply to ${email}.`,
    number: (number) => `Your case number is ${number}.`,
    back: "Back to the shop",
  },
  sv: {
    title: "Kontakta oss",
    labels: {
      name: "Namn",
      email: "E-postadress",
      order_number: "Ordernummer",
      topic: "Vad gäller det?",
      message: "Meddelande",
    },
    optional: "(valfritt)",
    trap: "Lämna det här fältet tomt",
    submit: "Skicka meddelandet",
    missing: {
      name: "Skriv ditt namn.",
      email: "Skriv din e-postadress så att vi kan svara.",
      order_number: "Skriv ditt ordernummer.",
      topic: "Skriv vad det gäller så att ditt meddelande hamnar hos rätt person.",
      message: "Skriv ditt meddelande.",
    },
    invalidEmail: "Kontrollera e-postadressen. Den ska se ut som namn@exempel.se.",
    tooLong: "Texten är för lång. Korta ner den lite.",
    yes: "Ja",
    no: "Nej",
    choose: "Välj",
    files: "Filer",
    filesHelp: "Högst fem filer: PNG, JPEG eller PDF, högst 10 MB var.",
    needed: "Svara på den här frågan.",
    invalidOption: "Välj ett av alternativen.",
    invalidDate: "Ange ett datum.",
    invalidPhone: "Kontrollera telefonnumret.",
    badFile:
      "Bara PNG-, JPEG- och PDF-filer på högst 10 MB kan skickas, och högst fem. Välj filerna på nytt.",
    fix: "Meddelandet har inte skickats än. Kontrollera fälten som är markerade.",
    rateLimited: "För många meddelanden har skickats på kort tid. Vänta en stund och försök igen.",
    unavailable: "Formuläret kan inte ta emot meddelanden just nu. Kontakta oss på något annat sätt.",
    tryAgain: "Något gick fel hos oss och ditt meddelande skickades inte. Försök igen.",
    thanks: "Tack för ditt meddelande",
    replyTo: (email) => `Vi har tagit emot det och svarar till ${email}.`,
    number: (number) => `Ditt ärendenummer är ${number}.`,
    back: "Tillbaka till butiken",
  },
  nb: {
    title: "Kontakt oss",
    labels: {
      name: "Navn",
      email: "E-postadresse",
      order_number: "Ordrenummer",
      topic: "Hva gjelder det?",
      message: "Melding",
    },
    optional: "(valgfritt)",
    trap: "La dette feltet stå tomt",
    submit: "Send melding",
    missing: {
      name: "Skriv navnet ditt.",
      email: "Skriv e-postadressen din, så vi kan svare deg.",
      order_number: "Skriv ordrenummeret ditt.",
      topic: "Skriv hva det gjelder, så meldingen havner hos rett person.",
      message: "Skriv meldingen din.",
    },
    invalidEmail: "Sjekk e-postadressen. Den skal se ut som navn@eksempel.no.",
    tooLong: "Teksten er for lang. Kort den ned litt.",
    yes: "Ja",
    no: "Nei",
    choose: "Velg",
    files: "Filer",
    filesHelp: "Inntil fem filer: PNG, JPEG eller PDF, høyst 10 MB hver.",
    needed: "Svar på dette spørsmålet.",
    invalidOption: "Velg ett av alternativene.",
    invalidDate: "Oppgi en dato.",
    invalidPhone: "Sjekk telefonnummeret.",
    badFile: "Bare PNG-, JPEG- og PDF-filer på høyst 10 MB kan sendes, og høyst fem. Velg filene på nytt.",
    fix: "Meldingen er ikke sendt ennå. Sjekk feltene som er markert.",
    rateLimited: "Det er sendt for mange meldinger på kort tid. Vent en stund og prøv igjen.",
    unavailable: "Skjemaet kan ikke ta imot meldinger akkurat nå. Kontakt oss på en annen måte.",
    tryAgain: "Noe gikk galt hos oss, og meldingen din ble ikke sendt. Prøv igjen.",
    thanks: "Takk for meldingen",
    replyTo: (email) => `Vi har mottatt den og svarer til ${email}.`,
    number: (number) => `Saksnummeret ditt er ${number}.`,
    back: "Tilbake til butikken",
  },
  da: {
    title: "Kontakt os",
    labels: {
      name: "Navn",
      email: "E-mailadresse",
      order_number: "Ordrenummer",
      topic: "Hvad drejer det sig om?",
      message: "Besked",
    },
    optional: "(valgfrit)",
    trap: "Lad dette felt stå tomt",
    submit: "Send besked",
    missing: {
      name: "Skriv dit navn.",
      email: "Skriv din e-mailadresse, så vi kan svare dig.",
      order_number: "Skriv dit ordrenummer.",
      topic: "Skriv, hvad det drejer sig om, så din besked havner hos den rette person.",
      message: "Skriv din besked.",
    },
    invalidEmail: "Tjek e-mailadressen. Den skal se ud som navn@eksempel.dk.",
    tooLong: "Teksten er for lang. Gør den lidt kortere.",
    yes: "Ja",
    no: "Nej",
    choose: "Vælg",
    files: "Filer",
    filesHelp: "Op til fem filer: PNG, JPEG eller PDF, højst 10 MB hver.",
    needed: "Svar på dette spørgsmål.",
    invalidOption: "Vælg en af mulighederne.",
    invalidDate: "Angiv en dato.",
    invalidPhone: "Tjek telefonnummeret.",
    badFile: "Kun PNG-, JPEG- og PDF-filer på højst 10 MB kan sendes, og højst fem. Vælg filerne igen.",
    fix: "Beskeden er ikke sendt endnu. Tjek de markerede felter.",
    rateLimited: "Der er sendt for mange beskeder på kort tid. Vent lidt, og prøv igen.",
    unavailable: "Formularen kan ikke tage imod beskeder lige nu. Kontakt os på en anden måde.",
    tryAgain: "Noget gik galt hos os, og din besked blev ikke sendt. Prøv igen.",
    thanks: "Tak for din besked",
    replyTo: (email) => `Vi har modtaget den og svarer til ${email}.`,
    number: (number) => `Dit sagsnummer er ${number}.`,
    back: "Tilbage til butikken",
  },
  fi: {
    title: "Ota yhteyttä",
    labels: {
      name: "Nimi",
      email: "Sähköpostiosoite",
      order_number: "Tilausnumero",
      topic: "Mitä asiasi koskee?",
      message: "Viesti",
    },
    optional: "(vapaaehtoinen)",
    trap: "Jätä tämä kenttä tyhjäksi",
    submit: "Lähetä viesti",
    missing: {
      name: "Kirjoita nimesi.",
      email: "Kirjoita sähköpostiosoitteesi, jotta voimme vastata sinulle.",
      order_number: "Kirjoita tilausnumerosi.",
      topic: "Kirjoita, mitä asiasi koskee, jotta viestisi ohjautuu oikealle henkilölle.",
      message: "Kirjoita viestisi.",
    },
    invalidEmail: "Tarkista sähköpostiosoite. Sen pitäisi olla muotoa nimi@esimerkki.fi.",
    tooLong: "Teksti on liian pitkä. Lyhennä sitä hieman.",
    yes: "Kyllä",
    no: "Ei",
    choose: "Valitse",
    files: "Tiedostot",
    filesHelp: "Enintään viisi tiedostoa: PNG, JPEG tai PDF, kukin enintään 10 Mt.",
    needed: "Vastaa tähän kysymykseen.",
    invalidOption: "Valitse jokin vaihtoehdoista.",
    invalidDate: "Anna päivämäärä.",
    invalidPhone: "Tarkista puhelinnumero.",
    badFile:
      "Voit lähettää vain enintään 10 Mt:n PNG-, JPEG- ja PDF-tiedostoja, enintään viisi. Valitse tiedostot uudelleen.",
    fix: "Viestiä ei ole vielä lähetetty. Tarkista merkityt kentät.",
    rateLimited: "Viestejä on lähetetty liian monta lyhyessä ajassa. Odota hetki ja yritä uudelleen.",
    unavailable: "Lomake ei voi juuri nyt ottaa vastaan viestejä. Ota meihin yhteyttä toista kautta.",
    tryAgain: "Meillä tapahtui virhe, eikä viestiäsi lähetetty. Yritä uudelleen.",
    thanks: "Kiitos viestistäsi",
    replyTo: (email) => `Olemme vastaanottaneet sen ja vastaamme osoitteeseen ${email}.`,
    number: (number) => `Asiasi numero on ${number}.`,
    back: "Takaisin kauppaan",
  },
  de: {
    title: "Kontakt",
    labels: {
      name: "Name",
      email: "E-Mail-Adresse",
      order_number: "Bestellnummer",
      topic: "Worum geht es?",
      message: "Nachricht",
    },
    optional: "(freiwillige Angabe)",
    trap: "Dieses Feld bitte leer lassen",
    submit: "Nachricht senden",
    missing: {
      name: "Bitte geben Sie Ihren Namen ein.",
      email: "Bitte geben Sie Ihre E-Mail-Adresse ein, damit wir Ihnen antworten können.",
      order_number: "Bitte geben Sie Ihre Bestellnummer ein.",
      topic: "Bitte schreiben Sie, worum es geht, damit Ihre Nachricht bei der richtigen Person ankommt.",
      message: "Bitte schreiben Sie eine Nachricht.",
    },
    invalidEmail: "Bitte prüfen Sie die E-Mail-Adresse. Sie sollte so aussehen: name@beispiel.de.",
    tooLong: "Der Text ist zu lang. Bitte kürzen Sie ihn etwas.",
    yes: "Ja",
    no: "Nein",
    choose: "Bitte wählen",
    files: "Dateien",
    filesHelp: "Bis zu fünf Dateien: PNG, JPEG oder PDF, jeweils höchstens 10 MB.",
    needed: "Bitte beantworten Sie diese Frage.",
    invalidOption: "Bitte wählen Sie eine der Möglichkeiten.",
    invalidDate: "Bitte geben Sie ein Datum ein.",
    invalidPhone: "Bitte prüfen Sie die Telefonnummer.",
    badFile:
      "Es können nur PNG-, JPEG- und PDF-Dateien mit höchstens 10 MB gesendet werden, und höchstens fünf. Bitte wählen Sie die Dateien noch einmal aus.",
    fix: "Die Nachricht wurde noch nicht gesendet. Bitte prüfen Sie die markierten Felder.",
    rateLimited:
      "In kurzer Zeit wurden zu viele Nachrichten gesendet. Bitte warten Sie eine Weile und versuchen Sie es erneut.",
    unavailable:
      "Das Formular kann gerade keine Nachrichten annehmen. Bitte kontaktieren Sie uns auf einem anderen Weg.",
    tryAgain:
      "Bei uns ist etwas schiefgegangen und Ihre Nachricht wurde nicht gesendet. Bitte versuchen Sie es erneut.",
    thanks: "Vielen Dank für Ihre Nachricht",
    replyTo: (email) => `Wir haben sie erhalten und antworten an ${email}.`,
    number: (number) => `Ihre Vorgangsnummer lautet ${number}.`,
    back: "Zurück zum Shop",
  },
} satisfies Record<StorefrontLanguage, Words>;
