import type { Pbx } from "./pbx.ts";

const desk = { dn: "101", name: "Standard" };
const support = { dn: "112", name: "Support" };
const hour = 3_600_000;

/** A week of a small switchboard: people of the demo's customers call, some in vain. */
export function seedCalls(pbx: Pbx, now: Date): void {
  const people = [
    { FirstName: "Hélène", LastName: "Marrec", CompanyName: "Groupe Kervadec", PhoneNumber: "+33298441200" },
    { FirstName: "Yann", LastName: "Le Bris", CompanyName: "Groupe Kervadec", PhoneNumber: "+33298441207" },
    { FirstName: "Anne", LastName: "Ollivier", CompanyName: "Imprimerie Ollivier", PhoneNumber: "+33298800114" },
  ];
  for (const person of people) pbx.addContact(person);
  for (let index = 0; index < 60; index += 1) {
    const person = people[index % (people.length + 1)];
    pbx.addCall({
      at: new Date(now.getTime() - (60 - index) * 2.5 * hour),
      seconds: 20 + ((index * 47) % 400),
      number: person?.PhoneNumber ?? (index % 8 === 3 ? null : `+3367000${String(1_000 + index)}`),
      ...(person && { name: `${person.FirstName} ${person.LastName}` }),
      extension: index % 3 ? support : desk,
      isInbound: index % 5 !== 0,
      isAnswered: index % 6 !== 0,
    });
  }
}
