// Kystull's customers. Norway has no telephone numbers set aside for fiction, so nobody there has one.
import type { Person } from "../plan.ts";
import type { Address } from "../types.ts";

const at = (address1: string, zip: string, city: string): Address => ({ address1, zip, city, countryCode: "NO", country: "Norway" });

export const people: Person[] = [
  { id: "8105530217641", firstName: "Gunvor", lastName: "Haugerud", email: "gunvor.haugerud@example.com", phone: null, locale: "nb", address: at("Strandgata 43", "2317", "Hamar"), orders: 23, wears: "women", size: "L", children: true, tags: ["stamkunde"] },
  { id: "8105530250410", firstName: "Hilde", lastName: "Rognerud", email: "hilde.rognerud@example.org", phone: null, locale: "nb", address: at("Storgata 88", "2609", "Lillehammer"), orders: 15, wears: "women", size: "M" },
  { id: "8105530283179", firstName: "Marit", lastName: "Nesheim", email: "marit.nesheim@example.com", phone: null, locale: "nb", address: at("Strandgaten 31", "5015", "Bergen"), orders: 12, wears: "women", size: "S" },
  { id: "8105530315948", firstName: "Åshild", lastName: "Tveit", email: "ashild.tveit@example.net", phone: null, locale: "nb", address: at("Skulegata 20", "5700", "Voss"), orders: 9, wears: "women", size: "M", children: true },
  { id: "8105530348717", firstName: "Torbjørn", lastName: "Aasen", email: "torbjorn.aasen@example.com", phone: null, locale: "nb", address: at("Sjøgata 14", "9008", "Tromsø"), orders: 7, wears: "men", size: "XL" },
  { id: "8105530381486", firstName: "Ingunn", lastName: "Fjeldstad", email: "ingunn.fjeldstad@example.org", phone: null, locale: "nb", address: at("Kirkegata 9", "4006", "Stavanger"), orders: 6, wears: "women", size: "M" },
  { id: "8105530414255", firstName: "Per Arne", lastName: "Myklebust", email: "pam@myklebustbaatbyggeri.example", phone: null, locale: "nb", address: at("Hagevegen 27", "6800", "Førde"), orders: 5, wears: "men", size: "L", tags: ["bedrift"] },
  { id: "8105530447024", firstName: "Silje", lastName: "Kvamme", email: "silje.kvamme@example.com", phone: null, locale: "nb", address: at("Kongens gate 11", "6002", "Ålesund"), orders: 4, wears: "women", size: "S", children: true },
  { id: "8105530479793", firstName: "Rachel", lastName: "Donnelly", email: "rachel.donnelly@example.net", phone: null, locale: "en", address: at("Skolegata 52", "0552", "Oslo"), orders: 4, wears: "women", size: "M" },
  { id: "8105530512562", firstName: "Eirik", lastName: "Skogstad", email: "eirik.skogstad@example.com", phone: null, locale: "nb", address: at("Fjordgata 36", "7014", "Trondheim"), orders: 3, wears: "men", size: "M" },
  { id: "8105530545331", firstName: "Kristoffer", lastName: "Eide", email: "kristoffer.eide@example.org", phone: null, locale: "nb", address: at("Havnegata 17", "4611", "Kristiansand"), orders: 2, wears: "men", size: "L" },
  { id: "8105530578100", firstName: "Erik", lastName: "van Houten", email: "erik.vanhouten@example.com", phone: null, locale: "en", address: { address1: "Molenstraat 23", zip: "6511 HA", city: "Nijmegen", countryCode: "NL", country: "Netherlands" }, orders: 2, wears: "men", size: "XL" },
  { id: "8105530610869", firstName: "Astrid", lastName: "Bjørkhaug", email: "astrid.bjorkhaug@example.com", phone: null, locale: "nb", address: at("Storgata 61", "8006", "Bodø"), orders: 1, wears: "women", size: "XL" },
  { id: "8105530643638", firstName: "Mohammed", lastName: "El Amrani", email: "m.elamrani@example.net", phone: null, locale: "nb", address: at("Elvegata 40", "0190", "Oslo"), orders: 1, wears: "men", size: "M" },
  { id: "8105530676407", firstName: "Thea", lastName: "Grønvold", email: "thea.gronvold@example.com", phone: null, locale: "nb", address: at("Bjørkeveien 6", "3211", "Sandefjord"), orders: 1, wears: "women", size: "M", children: true, verifiedEmail: false },
  { id: "8105530709176", firstName: "Sigrid", lastName: "Hellström", email: "sigrid.hellstrom@example.org", phone: "+46701740631", locale: "sv", address: { address1: "Storgatan 12", zip: "452 30", city: "Strömstad", countryCode: "SE", country: "Sweden" }, orders: 1, wears: "women", size: "S" },
];
