// Product pictures drawn on the spot: a simple silhouette, chosen by what the product is called, in the shop's colours.

import type { Product } from "../world/types.ts";
import type { Look } from "./looks.ts";

const SHAPES: [name: RegExp, path: string][] = [
  [
    /jacka|cardigan|regnställ|overall/i,
    "M150 90l40-18h20l40 18 44 40 18 120-38 8-12-72v134H138V186l-12 72-38-8 18-120zM200 80v240M178 76q22 26 44 0",
  ],
  [/väst|vest/i, "M152 84l34-14q14 22 28 0l34 14 14 70-10 24v140H148V178l-10-24zM200 92v226"],
  [/byxa|longs|strømpebukse|ullongs/i, "M146 74h108l14 250h-46l-22-170-22 170h-46zM146 96h108"],
  [/shorts/i, "M134 120h132l18 140h-66l-18-66-18 66h-66zM134 142h132"],
  [/t-shirt/i, "M150 92l32-14q18 20 36 0l32 14 46 44-32 34-18-16v156H154V154l-18 16-32-34z"],
  [
    /tröja|genser|ulltrøye|fleece/i,
    "M150 92l34-14q16 16 32 0l34 14 42 38 20 130-36 8-16-78v122H140V190l-16 78-36-8 20-130zM140 294h120M184 78q16 26 32 0",
  ],
  [/body/i, "M150 92l34-14q16 22 32 0l34 14 40 34-18 34-22-14v84q-4 60-50 76-46-16-50-76v-84l-22 14-18-34z"],
  [/kjole/i, "M160 78l24-8q16 22 32 0l24 8 30 60-24 16-8-14v40l36 140H126l36-140v-40l-8 14-24-16z"],
  [
    /poncho|pledd|napkin/i,
    "M104 110h192v170H104zM104 140h192M104 250h192M112 280v22m24-22v22m24-22v22m24-22v22m24-22v22m24-22v22m24-22v22",
  ],
  [/mössa|lue/i, "M126 226q0-118 74-118t74 118zM118 226h164v42H118zM200 108v-18"],
  [/vantar|votter/i, "M150 300v-96q-30-14-30-44 0-16 12-16 14 0 22 26v-30q0-46 46-46t46 46v160zM150 272h96"],
  [
    /sokker|strumpor/i,
    "M164 80h58v130q0 22 20 34l42 26q18 12 10 32-6 16-30 16h-42q-30 0-44-26-14-22-14-52zM164 110h58",
  ],
  [
    /skjerf/i,
    "M160 80h50v200h-50zM210 80q40 6 40 50v190h-50V140M160 280v26m16-26v26m16-26v26m16 14v24m16-24v24m16-24v24",
  ],
  [/pannebånd/i, "M108 180q92-46 184 0v52q-92-46-184 0z"],
  [
    /ryggsäck/i,
    "M140 146q0-64 60-64t60 64v150q0 20-20 20h-80q-20 0-20-20zM154 210h92v74h-92zM182 84q0-22 18-22t18 22M154 176h92",
  ],
  [/tvätt|ullvask/i, "M176 70h48v40l22 30v176q0 10-10 10h-72q-10 0-10-10V140l22-30zM154 190h92v80h-92z"],
  [/kit|stoppegarn/i, "M120 150h160v140H120zM120 196h160M170 150v-24h60v24"],
  [/garn/i, "M200 110a90 90 0 1 0 .1 0zM126 150q80 10 130 120M112 200q70 4 110 84M160 118q80 20 122 110"],
  [/plate/i, "M200 92a108 108 0 1 0 .1 0zM200 128a72 72 0 1 0 .1 0z"],
  [/bowl/i, "M96 180h208q-6 96-70 110v16h-68v-16q-64-14-70-110z"],
  [/mug/i, "M126 130h118v140q0 24-24 24h-70q-24 0-24-24zM244 160h22q26 0 26 34t-26 34h-22"],
  [/espresso/i, "M146 160h108l-12 104q-2 16-18 16h-48q-16 0-18-16z"],
  [
    /dish/i,
    "M200 130c76 0 124 30 124 70s-48 70-124 70-124-30-124-70 48-70 124-70zM200 158c54 0 90 18 90 42s-36 42-90 42-90-18-90-42 36-42 90-42z",
  ],
  [
    /board/i,
    "M128 96h144q10 0 10 10v196q0 10-10 10H128q-10 0-10-10V106q0-10 10-10zM250 122a8 8 0 1 0 .1 0zM118 170h164M118 240h164",
  ],
  [/carafe/i, "M182 74h36v74q46 24 46 84v64q0 22-22 22h-84q-22 0-22-22v-64q0-60 46-84zM138 240h124"],
  [/tumbler/i, "M108 160h76l-8 130h-60zM216 160h76l-8 130h-60zM112 220h68M220 220h68"],
  [
    /cutlery/i,
    "M150 80v90q0 16-14 16v130M122 80v90q0 16 14 16M136 80v80M200 80q26 20 20 110h-20v126M270 80q-24 6-24 50t24 50q24-6 24-50t-24-50zM270 180v136",
  ],
  [/jar/i, "M140 150h120v140q0 18-18 18h-84q-18 0-18-18zM132 122h136v28H132zM190 122v-16h20v16"],
];
const BOX = "M120 130h160v160H120zM120 180h160M180 130v50h40v-50";

/** The product's picture as SVG. The same product always looks the same. */
export function productPicture({ title, handle }: Product, { colors }: Look): string {
  const path = SHAPES.find(([name]) => name.test(title))?.[1] ?? BOX;
  const turn = [...handle].reduce((sum, letter) => (sum * 33 + letter.charCodeAt(0)) % 997, 5);
  const hue = HUES[turn % HUES.length] ?? 150;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 400" role="img">
<rect width="400" height="400" fill="${colors.tint}"/>
<ellipse cx="200" cy="336" rx="104" ry="12" fill="${colors.ink}" opacity=".09"/>
<path d="${path}" fill="hsl(${hue} 24% 44%)" stroke="hsl(${hue} 30% 24%)" stroke-width="5" stroke-linejoin="round" stroke-linecap="round" fill-rule="evenodd"/>
</svg>`;
}

const HUES = [150, 205, 28, 12, 95, 225, 40, 178];
