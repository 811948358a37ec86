// Fjällrum's customers. Swedish mobile numbers are from the series set aside for fiction.
import type { Person } from "../plan.ts";
import type { Address } from "../types.ts";

const at = (address1: string, zip: string, city: string): Address => ({ address1, zip, city, countryCode: "SE", country: "Sweden" });

export const people: Person[] = [
  { id: "7402118340121", firstName: "Per-Olof", lastName: "Engdahl", email: "po.engdahl@engdahlsfjallturer.example", phone: "+46701740605", locale: "sv", address: at("Gruvvägen 12", "981 31", "Kiruna"), orders: 40, wears: "men", size: "L", tags: ["företag", "stamkund"], note: "Kör guidade turer. Handlar till hela laget inför säsong." },
  { id: "7402118372890", firstName: "Birgitta", lastName: "Edlund", email: "birgitta.edlund@example.com", phone: "+46701740606", locale: "sv", address: at("Prästgatan 41", "831 31", "Östersund"), orders: 27, wears: "women", size: "M", children: true, tags: ["stamkund"] },
  { id: "7402118405659", firstName: "Jonas", lastName: "Berg", email: "jonas.berg@example.org", phone: "+46701740607", locale: "sv", address: at("Linnégatan 28 B", "413 04", "Göteborg"), orders: 19, wears: "men", size: "L" },
  { id: "7402118438428", firstName: "Ebba", lastName: "Lindqvist", email: "ebba.lindqvist@example.com", phone: "+46701740608", locale: "sv", address: at("Storgatan 57", "903 26", "Umeå"), orders: 14, wears: "women", size: "M" },
  { id: "7402118471197", firstName: "Elin", lastName: "Mårtensson", email: "elin.martensson@example.net", phone: "+46701740609", locale: "sv", address: at("Björkvägen 9", "352 37", "Växjö"), orders: 11, wears: "women", size: "S", children: true },
  { id: "7402118503966", firstName: "Lars-Erik", lastName: "Toivonen", email: "larserik@toivonen.example", phone: "+46701740610", locale: "sv", address: at("Stationsgatan 3", "952 31", "Kalix"), orders: 9, wears: "men", size: "XL" },
  { id: "7402118536735", firstName: "Linnea", lastName: "Öberg", email: "linnea.oberg@example.com", phone: "+46701740611", locale: "sv", address: at("Kyrkogatan 16", "852 31", "Sundsvall"), orders: 8, wears: "women", size: "S" },
  { id: "7402118569504", firstName: "Mattias", lastName: "Rosén", email: "mattias.rosen@example.org", phone: "+46701740612", locale: "sv", address: at("Ringvägen 104", "118 61", "Stockholm"), orders: 6, wears: "men", size: "M" },
  { id: "7402118602273", firstName: "Therese", lastName: "Falk", email: "therese.falk@example.com", phone: "+46701740613", locale: "sv", address: at("Trädgårdsgatan 22", "602 24", "Norrköping"), orders: 6, wears: "women", size: "L", children: true },
  { id: "7402118635042", firstName: "Priya", lastName: "Raman", email: "priya.raman@example.net", phone: "+46701740614", locale: "en", address: at("Åsgatan 88", "118 21", "Stockholm"), orders: 5, wears: "women", size: "S" },
  { id: "7402118667811", firstName: "Samir", lastName: "Rahimi", email: "samir.rahimi@example.com", phone: "+46701740615", locale: "sv", address: at("Vasagatan 31", "722 15", "Västerås"), orders: 4, wears: "men", size: "M" },
  { id: "7402118700580", firstName: "Göran", lastName: "Wikström", email: "goran.wikstrom@example.org", phone: "+46701740616", locale: "sv", address: at("Norra Järnvägsgatan 5", "791 71", "Falun"), orders: 4, wears: "men", size: "XXL" },
  { id: "7402118733349", firstName: "Callum", lastName: "Whitaker", email: "callum.whitaker@example.com", phone: "+46701740617", locale: "en", address: at("Kastanjegatan 19", "223 59", "Lund"), orders: 3, wears: "men", size: "L" },
  { id: "7402118766118", firstName: "Oskar", lastName: "Lundmark", email: "oskar@lundmarkmat.example", phone: "+46701740618", locale: "sv", address: at("Kanalgatan 44", "931 32", "Skellefteå"), orders: 3, wears: "men", size: "M", tags: ["företag"] },
  { id: "7402118798887", firstName: "Hanna", lastName: "Åkerblom", email: "hanna.akerblom@example.com", phone: "+46701740619", locale: "sv", address: at("Drottninggatan 70", "652 25", "Karlstad"), orders: 3, wears: "women", size: "M" },
  { id: "7402118831656", firstName: "Sofia", lastName: "Bjurling", email: "sofia.bjurling@example.net", phone: null, locale: "sv", address: at("Skolgatan 14", "702 10", "Örebro"), orders: 2, wears: "women", size: "XL" },
  { id: "7402118864425", firstName: "Filip", lastName: "Arvidsson", email: "filip.arvidsson@example.com", phone: "+46701740621", locale: "sv", address: at("Parkgatan 12", "584 32", "Linköping"), orders: 2, wears: "men", size: "M" },
  { id: "7402118897194", firstName: "Amina", lastName: "Yusuf", email: "amina.yusuf@example.org", phone: "+46701740622", locale: "sv", address: at("Bergsgatan 61", "214 37", "Malmö"), orders: 2, wears: "women", size: "S" },
  { id: "7402118929963", firstName: "Alva", lastName: "Nyström", email: "alva.nystrom@example.com", phone: "+46701740623", locale: "sv", address: at("Nygatan 8", "753 11", "Uppsala"), orders: 1, wears: "women", size: "M" },
  { id: "7402118962732", firstName: "Viktor", lastName: "Sandell", email: "viktor.sandell@example.net", phone: null, locale: "sv", address: at("Södra Kungsgatan 27", "802 52", "Gävle"), orders: 1, wears: "men", size: "L" },
  { id: "7402118995501", firstName: "Maj-Britt", lastName: "Hallgren", email: "majbritt.hallgren@example.com", phone: "+46701740625", locale: "sv", address: at("Skogsvägen 2", "837 52", "Åre"), orders: 1, wears: "women", size: "L", verifiedEmail: false },
  { id: "7402119028270", firstName: "Katarzyna", lastName: "Nowicka", email: "kasia.nowicka@example.org", phone: "+46701740626", locale: "en", address: at("Klostergatan 33", "553 16", "Jönköping"), orders: 1, wears: "women", size: "M" },
];
