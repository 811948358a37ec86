// Domains whose mail is everybody's: nobody can prove one of these theirs. Pure. Postmark knows more of them and
// says so (error 503); these are told at once, without asking.
const PUBLIC = new Set(
  (
    "gmail.com googlemail.com outlook.com hotmail.com hotmail.se hotmail.no hotmail.dk hotmail.fi live.com live.se " +
    "live.no live.dk msn.com yahoo.com yahoo.se yahoo.no yahoo.dk ymail.com icloud.com me.com mac.com aol.com " +
    "proton.me protonmail.com pm.me gmx.com gmx.de gmx.net web.de t-online.de mail.com fastmail.com zoho.com " +
    "yandex.com mail.ru telia.com comhem.se bredband.net spray.se tele2.se online.no broadpark.no jubii.dk " +
    "mail.dk tdcadsl.dk stofanet.dk kolumbus.fi elisanet.fi luukku.com suomi24.fi welho.com"
  ).split(" "),
);

export const isPublicDomain = (name: string): boolean => PUBLIC.has(name);
