// Fjällrum's range: Swedish outdoor clothing, prices in SEK.
import { ONLY_VARIANT } from "../catalog.ts";
import type { CatalogItem, Range } from "../catalog.ts";

const adult = ["XS", "S", "M", "L", "XL"];
const tall = ["S", "M", "L", "XL", "XXL"];
const child = ["92/98", "104/110", "116/122", "128/134"];

const items: CatalogItem[] = [
  { code: "SKD", title: "Skare skaljacka dam", price: 2799, options: adult, fit: "women", description: "Trelagersjacka med tejpade sömmar och fast huva. Vattenpelare 20 000 mm. Impregnerad utan PFAS." },
  { code: "SKH", title: "Skare skaljacka herr", price: 2799, options: tall, fit: "men", description: "Trelagersjacka med tejpade sömmar och fast huva. Vattenpelare 20 000 mm. Impregnerad utan PFAS." },
  { code: "DRD", title: "Dis regnjacka dam", price: 1499, options: adult, fit: "women", description: "Lätt regnjacka i återvunnen polyester som packas i sin egen ficka." },
  { code: "DRH", title: "Dis regnjacka herr", price: 1499, options: tall, fit: "men", description: "Lätt regnjacka i återvunnen polyester som packas i sin egen ficka." },
  { code: "DRB", title: "Dis regnbyxa", price: 999, options: adult, fit: "all", description: "Regnbyxa med dragkedja upp till knät, så att den går att ta på över kängorna." },
  { code: "RDD", title: "Rimfrost dunjacka dam", price: 3299, options: adult, fit: "women", description: "Varm dunjacka med 750 cuin ansvarsfullt framtaget ankdun och justerbar huva." },
  { code: "RDH", title: "Rimfrost dunjacka herr", price: 3299, options: tall, fit: "men", description: "Varm dunjacka med 750 cuin ansvarsfullt framtaget ankdun och justerbar huva." },
  { code: "RDV", title: "Rimfrost dunväst", price: 1899, options: ["S", "M", "L", "XL"], fit: "all", description: "Tunn dunväst som får plats under skaljackan." },
  { code: "MYD", title: "Myr vandringsbyxa dam", price: 1299, options: ["34", "36", "38", "40", "42", "44"], fit: "women", description: "Slitstark byxa med stretch i grenen, förstärkta knän och ventilation längs låren." },
  { code: "MYH", title: "Myr vandringsbyxa herr", price: 1299, options: ["46", "48", "50", "52", "54", "56"], fit: "men", description: "Slitstark byxa med stretch i grenen, förstärkta knän och ventilation längs låren." },
  { code: "HES", title: "Hed shorts", price: 799, options: ["S", "M", "L", "XL"], fit: "all", description: "Shorts i snabbtorkande tyg med benficka." },
  { code: "LAD", title: "Lav fleecetröja dam", price: 899, options: adult, fit: "women", description: "Fleecetröja med hel dragkedja och tumhål, av återvunnen polyester." },
  { code: "LAH", title: "Lav fleecetröja herr", price: 899, options: tall, fit: "men", description: "Fleecetröja med hel dragkedja och tumhål, av återvunnen polyester." },
  { code: "KUD", title: "Kärna underställströja dam", price: 849, options: adult, fit: "women", description: "Tröja i 100 % merinoull, 200 g/m². Mulesingfri ull." },
  { code: "KUH", title: "Kärna underställströja herr", price: 849, options: tall, fit: "men", description: "Tröja i 100 % merinoull, 200 g/m². Mulesingfri ull." },
  { code: "KUB", title: "Kärna underställsbyxa", price: 749, options: ["XS", "S", "M", "L", "XL", "XXL"], fit: "all", description: "Byxa i 100 % merinoull med platta sömmar." },
  { code: "GLT", title: "Glänta t-shirt", price: 399, options: ["S", "M", "L", "XL"], fit: "all", description: "T-shirt i ull och lyocell som torkar snabbt och inte luktar efter första dagen." },
  { code: "POR", title: "Pöl regnställ barn", price: 899, options: child, fit: "children", description: "Jacka och hängselbyxa med svetsade sömmar, reflexer och avtagbar huva." },
  { code: "KOF", title: "Kotte fleeceoverall barn", price: 699, options: child, fit: "children", description: "Overall att ha under regnstället, med dubbla dragkedjor." },
  { code: "TOM", title: "Tova mössa", price: 349, options: ["Skiffer", "Mossa", "Lingon"], fit: "all", description: "Stickad mössa i merinoull med fodrad kant." },
  { code: "ROV", title: "Rönn vantar", price: 449, options: ["7", "8", "9", "10"], fit: "all", description: "Tumvantar med ullfoder och handflata i getskinn." },
  { code: "STS", title: "Stig vandringsstrumpor 2-pack", price: 249, options: ["36–39", "40–43", "44–47"], fit: "all", description: "Halvhöga strumpor i ullblandning med förstärkt häl och tå." },
  { code: "LED", title: "Led 28 ryggsäck", price: 1599, options: ["Mossa", "Skiffer"], fit: "all", description: "Dagstursryggsäck på 28 liter med avtagbart höftbälte och regnskydd i bottenfacket." },
  { code: "TVI", title: "Tvätt och impregnering 2 × 300 ml", price: 229, options: [ONLY_VARIANT], fit: "all", description: "Tvättmedel och impregnering för skalplagg. Utan PFAS." },
  { code: "LAK", title: "Lagningskit", price: 129, options: [ONLY_VARIANT], fit: "all", description: "Självhäftande lappar, nål och tråd för att laga skal och dun på plats." },
];

export const range: Range = {
  vendor: "Fjällrum",
  skuPrefix: "FR",
  firstProductId: 8_412_907_110_521,
  firstVariantId: 46_210_553_118_841,
  items,
};
