import type { Phrases } from "./phrases.ts";

export const english: Phrases = {
  firstNames:
    "Adam Aisha Alan Amelia Andrew Angela Benjamin Brian Caroline Catherine Chen Claire Connor Daniela Deborah Dominic Eleanor Ethan Fatima Fiona Gareth Grace Hannah Harriet Imogen Isabel Jack James Jasmine Joseph Julia Kenneth Laura Liam Lucy Luis Marco Megan Michelle Naomi Natalie Nathan Nikhil Oliver Owen Pauline Philip Rosie Samuel Sean Stella Stephen Tara Thomas Victoria Wei William Zoe".split(
      " ",
    ),
  lastNames:
    "Adams Bailey Barnes Bennett Bianchi Brooks Carter Chandra Clarke Collins Cooper Costa Davies Dixon Edwards Ferreira Fisher Fletcher Foster Garcia Gibson Graham Greene Gupta Harris Hayes Hughes Hunt Jenkins Kaur Kelly Kim Kowalski Lambert Lawson Lopez Marsh Mason Meyer Mitchell Moreau Murphy Nolan Okafor Owens Palmer Patel Pearce Quinn Reid Rossi Russell Saunders Schmidt Silva Stewart Turner Walsh Weaver Young".split(
      " ",
    ),
  greetings: ["Hi,", "Hello,", "Hi there,", "Good morning,", "Dear team,"],
  closings: ["Thanks in advance!", "Kind regards", "Best wishes", "Many thanks", "Thank you for your help."],
  agentGreetings: ["Hi, and thank you for writing!", "Hello,", "Hi again,", "Thanks for getting in touch!"],
  agentClosings: [
    "Best, {agent}",
    "Kind regards, {agent}",
    "Have a good day! {agent}",
    "All the best, {agent}",
  ],
  thanks: [
    "Thank you!",
    "Perfect, thanks.",
    "Great, that answers it.",
    "Many thanks for the help!",
    "That was quick, thank you!",
  ],
  matters: [
    {
      department: "Returer",
      topic: "Exchange or return",
      subjects: [
        "Different size of {product}",
        "{product} does not fit",
        "Exchanging {product}",
        "Wrong size: {product}",
      ],
      openings: [
        "The {product} I bought is unfortunately too small.",
        "I ordered {product} and it is bigger than I expected.",
        "I tried {product} on at home and need another size.",
      ],
      details: [
        "It is unused and the tags are still on.",
        "It arrived {days} days ago.",
        "I have thrown the bag away, I am afraid.",
        "It is a present, so I am in a bit of a hurry.",
        "I am happy to order the new one right away.",
      ],
      answers: [
        "No problem. You will get a return label in a separate e-mail, and the new size leaves as soon as the parcel is scanned.",
        "Exchanges are free. Just put it back in its bag and drop it off.",
        "We have your size in stock and have put one aside for you.",
      ],
    },
    {
      department: "Ordrar",
      topic: "My order",
      subjects: [
        "Where is {product}?",
        "Waiting for {product}",
        "No delivery yet: {product}",
        "Tracking is stuck, {product}",
      ],
      openings: [
        "I am still waiting for {product}.",
        "I ordered {product} {days} days ago.",
        "The tracking for {product} has not changed for a long time.",
      ],
      details: [
        "I have not had any message from the carrier.",
        "The shop says there is no parcel for me.",
        "I am leaving in {days} days and would like to have it with me.",
        "Did I give the wrong address?",
        "There is no rush, I am just wondering.",
      ],
      answers: [
        "The parcel has been left at a terminal. We have asked the carrier to find it and will let you know.",
        "It is moving again and should be with you within two working days.",
        "We are sending a new one today and will sort out the old parcel ourselves.",
      ],
    },
    {
      department: "Produktfrågor",
      topic: "About a product",
      subjects: [
        "A question about {product}",
        "Washing {product}",
        "Sizing of {product}",
        "Will {product} be back?",
      ],
      openings: [
        "I am thinking of buying {product}.",
        "I have a question about {product}.",
        "What is the best way to look after {product}?",
      ],
      details: [
        "Is it true to size?",
        "Can it go in the machine?",
        "Where is it made?",
        "Do you know when more sizes will come in?",
        "Will it stand up to daily use?",
      ],
      answers: [
        "It is true to size. Between two sizes, most people take the larger.",
        "A gentle wash at 30 degrees is fine, without softener; dry it flat.",
        "The next delivery is due in a couple of weeks, and we can put one aside for you.",
      ],
    },
  ],
};
