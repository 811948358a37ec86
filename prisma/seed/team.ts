// Who works where in the seeded workspaces, and as what.

export type SeedRole = "owner" | "admin" | "manager" | "support";

export interface SeedWorkspace {
  name: string;
  ticketPrefix: string;
  /** shop domains */
  shops: string[];
  departments: string[];
  /** staff who were given a role; the others have none and see "ask an owner for access" */
  agents: { email: string; role: SeedRole }[];
}

export const kajsa = "kajsa@fjallrum.example";
export const henrik = "henrik@kystull.example";
export const matilda = "matilda@fjallrum.example";
export const elliot = "elliot@fjallrum.example";
export const sivert = "sivert@kystull.example";
export const rebecka = "rebecka@tallrik.example";
export const omar = "omar@tallrik.example";

export const workspaces: SeedWorkspace[] = [
  {
    name: "Fjällrum",
    ticketPrefix: "FR-",
    shops: ["fjallrum.myshopify.com", "kystull.myshopify.com"],
    departments: ["Ordrar", "Returer", "Produktfrågor"],
    agents: [
      { email: kajsa, role: "owner" },
      { email: henrik, role: "admin" },
      { email: matilda, role: "manager" },
      { email: elliot, role: "support" },
      { email: sivert, role: "support" },
    ],
  },
  {
    name: "Tallrik",
    ticketPrefix: "TA-",
    shops: ["tallrik.myshopify.com"],
    departments: ["Orders", "Products"],
    agents: [
      { email: rebecka, role: "owner" },
      { email: omar, role: "support" },
    ],
  },
];
