import type { Person } from "../../mail/person.ts";

/** "Ebba Lindqvist <ebba@example.com>": who gets it is never in doubt. */
export const fullName = ({ name, address }: Person): string => (name ? `${name} <${address}>` : address);
