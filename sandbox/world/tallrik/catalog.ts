// Tallrik's range: Swedish tableware sold in English and Swedish, prices in SEK.
import { ONLY_VARIANT } from "../catalog.ts";
import type { CatalogItem, Range } from "../catalog.ts";

const glazes = ["Fog", "Clay", "Moss"];

const items: CatalogItem[] = [
  {
    code: "MDP",
    title: "Mist dinner plate 27 cm",
    price: 249,
    options: glazes,
    fit: "all",
    description: "Stoneware dinner plate with a matt glaze, thrown in Gustavsberg.",
  },
  {
    code: "MSP",
    title: "Mist side plate 21 cm",
    price: 189,
    options: glazes,
    fit: "all",
    description: "Side plate to match the dinner plate.",
  },
  {
    code: "MBO",
    title: "Mist bowl 16 cm",
    price: 199,
    options: glazes,
    fit: "all",
    description: "Deep bowl for soup, porridge or salad.",
  },
  {
    code: "ASM",
    title: "Ash mug 35 cl",
    price: 169,
    options: glazes,
    fit: "all",
    description: "A mug with a handle wide enough for three fingers.",
  },
  {
    code: "EMB",
    title: "Ember espresso cup",
    price: 129,
    options: glazes,
    fit: "all",
    description: "Small cup without a handle, 9 cl.",
  },
  {
    code: "KIL",
    title: "Kiln serving dish",
    price: 549,
    options: glazes,
    fit: "all",
    description: "Oval dish that goes from oven to table, 34 cm.",
  },
  {
    code: "LIN",
    title: "Linen napkins, set of 4",
    price: 399,
    options: ["Natural", "Rust"],
    fit: "all",
    description: "Washed linen from Småland, 45 × 45 cm.",
  },
  {
    code: "OAK",
    title: "Oak cutting board",
    price: 699,
    options: [ONLY_VARIANT],
    fit: "all",
    description: "End-grain board in Swedish oak, 30 × 40 cm.",
  },
  {
    code: "TIC",
    title: "Tide carafe 1 l",
    price: 449,
    options: [ONLY_VARIANT],
    fit: "all",
    description: "Mouth-blown carafe.",
  },
  {
    code: "TIT",
    title: "Tide tumblers, set of 4",
    price: 396,
    options: [ONLY_VARIANT],
    fit: "all",
    description: "Mouth-blown tumblers, 28 cl.",
  },
  {
    code: "SAC",
    title: "Sand cutlery, 16 pieces",
    price: 1495,
    options: ["Steel", "Brass"],
    fit: "all",
    description: "Knife, fork, spoon and teaspoon for four.",
  },
  {
    code: "SAL",
    title: "Salt jar with lid",
    price: 229,
    options: glazes,
    fit: "all",
    description: "Small jar with an oak lid.",
  },
];

export const range: Range = {
  vendor: "Tallrik",
  skuPrefix: "TA",
  firstProductId: 9_150_226_874_113,
  firstVariantId: 48_770_915_332_049,
  items,
};
