// The shape of the phrase books that the large seed's conversations are put together from.
// In every phrase {product} is a product's title, {days} a number from 4 to 14, {agent} a first name.

export interface Phrases {
  firstNames: string[];
  lastNames: string[];
  greetings: string[];
  closings: string[];
  agentGreetings: string[];
  agentClosings: string[];
  thanks: string[];
  matters: Matter[];
}

/** One thing people write about. */
export interface Matter {
  department: string;
  topic: string;
  subjects: string[];
  openings: string[];
  details: string[];
  answers: string[];
}
