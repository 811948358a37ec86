// Kystull's range: Norwegian wool knitwear, prices in NOK.
import { ONLY_VARIANT } from "../catalog.ts";
import type { CatalogItem, Range } from "../catalog.ts";

const adult = ["XS", "S", "M", "L", "XL"];
const men = ["S", "M", "L", "XL", "XXL"];
const child = ["2 år", "4 år", "6 år", "8 år"];

const items: CatalogItem[] = [
  { code: "SGD", title: "Skjær genser dame", price: 1499, options: adult, fit: "women", description: "Strikket genser i norsk ull med rundfelling og ribbekant. Tåler både fjellet og festen." },
  { code: "SGH", title: "Skjær genser herre", price: 1599, options: men, fit: "men", description: "Strikket genser i norsk ull med rundfelling og ribbekant. Tåler både fjellet og festen." },
  { code: "BCD", title: "Bris cardigan dame", price: 1699, options: adult, fit: "women", description: "Lett cardigan i lammeull med knapper av horn." },
  { code: "HGL", title: "Havn genser med glidelås", price: 1599, options: men, fit: "men", description: "Tettstrikket genser med høy hals og kort glidelås." },
  { code: "LYV", title: "Lyng vest", price: 999, options: adult, fit: "women", description: "Strikkevest med V-hals i myk lammeull." },
  { code: "FJK", title: "Fjære ullkjole", price: 1899, options: adult, fit: "women", description: "Knelang kjole i merinoull med lommer." },
  { code: "HOP", title: "Holme poncho", price: 1399, options: ["Natur", "Sjøgrå"], fit: "women", description: "Vevd poncho i norsk ull. Én størrelse." },
  { code: "BOD", title: "Brenning ulltrøye dame", price: 799, options: adult, fit: "women", description: "Langermet trøye i 100 % merinoull, 200 g/m²." },
  { code: "BOH", title: "Brenning ulltrøye herre", price: 799, options: men, fit: "men", description: "Langermet trøye i 100 % merinoull, 200 g/m²." },
  { code: "BLD", title: "Brenning ullongs dame", price: 699, options: adult, fit: "women", description: "Longs i 100 % merinoull med flate sømmer." },
  { code: "BLH", title: "Brenning ullongs herre", price: 699, options: men, fit: "men", description: "Longs i 100 % merinoull med flate sømmer." },
  { code: "TAS", title: "Tare tynne ullsokker", price: 149, options: ["36–38", "39–41", "42–44", "45–47"], fit: "all", description: "Tynne sokker i merinoull til hverdags." },
  { code: "TAR", title: "Tare raggsokker 2-pk", price: 249, options: ["36–38", "39–41", "42–44", "45–47"], fit: "all", description: "Tykke sokker med forsterket hæl og tå." },
  { code: "KVL", title: "Kvern lue", price: 399, options: ["Sjøgrå", "Rust", "Natur"], fit: "all", description: "Dobbeltstrikket lue i norsk ull." },
  { code: "KVV", title: "Kvern votter", price: 449, options: ["S/M", "L/XL"], fit: "all", description: "Tovede votter som holder vinden ute." },
  { code: "MAS", title: "Måke skjerf", price: 599, options: ["Sjøgrå", "Rust", "Natur"], fit: "all", description: "Bredt skjerf i lammeull, 35 × 190 cm." },
  { code: "NAP", title: "Naust pannebånd", price: 249, options: ["Sjøgrå", "Rust", "Natur"], fit: "all", description: "Pannebånd i merinoull med fôr over ørene." },
  { code: "LUB", title: "Lunde babybody", price: 349, options: ["62", "68", "74", "80"], fit: "children", description: "Omslagsbody i 100 % merinoull, med votter i ermene." },
  { code: "LUG", title: "Lunde barnegenser", price: 799, options: child, fit: "children", description: "Barnegenser i superwash ull som tåler maskin på ullprogram." },
  { code: "LUL", title: "Lunde barnelue", price: 299, options: ["1–3 år", "4–8 år"], fit: "children", description: "Lue med øreklaffer og bomullsfôr." },
  { code: "LUS", title: "Lunde ullstrømpebukse barn", price: 279, options: ["86/92", "98/104", "110/116"], fit: "children", description: "Strømpebukse i ullblanding med forsterkede knær." },
  { code: "SKP", title: "Skumring ullpledd", price: 1299, options: ["Natur", "Sjøgrå"], fit: "all", description: "Vevd pledd i norsk ull, 130 × 200 cm." },
  { code: "ULV", title: "Ullvask 500 ml", price: 149, options: [ONLY_VARIANT], fit: "all", description: "Mild vask med lanolin, til hånd og maskin." },
  { code: "GPS", title: "Garnpakke Skjær", price: 890, options: ["S–M", "L–XL"], fit: "all", description: "Garn og oppskrift til Skjær-genseren: ti nøster i hovedfarge og to i mønsterfarge." },
  { code: "STG", title: "Stoppegarn og nål", price: 119, options: [ONLY_VARIANT], fit: "all", description: "Åtte farger stoppegarn med nål og en kort veiledning." },
];

export const range: Range = {
  vendor: "Kystull",
  skuPrefix: "KU",
  firstProductId: 8_730_114_608_277,
  firstVariantId: 47_091_338_206_355,
  items,
};
