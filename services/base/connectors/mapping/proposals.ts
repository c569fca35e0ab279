import { plainText } from "../../../platform/plain-text.ts";
import type { BilledCustomer } from "../capabilities/billing.ts";

/** A billing site as it is compared with the customers of a billing system. */
export interface SiteToMap {
  readonly id: string;
  readonly name: string;
  readonly accountName: string;
  readonly registration: string | null;
  readonly email: string | null;
}

export type MatchedBy = "reference" | "registration" | "email" | "name" | "account";
export type Sureness = "sure" | "likely" | "possible";

export interface Proposal {
  readonly customer: Pick<BilledCustomer, "id" | "name" | "registration" | "emails">;
  readonly by: readonly MatchedBy[];
  readonly sureness: Sureness;
}

const weights: Readonly<Record<MatchedBy, number>> = { reference: 10, registration: 4, email: 3, name: 2, account: 2 };
const most = 5;

/** Signs that say nothing of who it is: legal forms, articles, punctuation. */
const words = (name: string): string =>
  plainText(name)
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, " ")
    .split(" ")
    .filter(
      (word) =>
        word && !/^(sa|sas|sasu|sarl|eurl|sci|snc|scop|ei|ets|societe|groupe|le|la|les|de|du|des|et)$/.test(word),
    )
    .sort()
    .join(" ");

/** A SIREN is the beginning of a SIRET. */
const siren = (registration: string | null): string => {
  const digits = (registration ?? "").replace(/\D/g, "");
  return digits.length === 9 || digits.length === 14 ? digits.slice(0, 9) : "";
};

/**
 * Which customers a billing site may be, the surest first. Sure is what we made ourselves, or what two independent things say: a company has several
 * billing sites and customers under one SIREN.
 */
export function proposalsFor(customers: readonly BilledCustomer[]): (site: SiteToMap) => Proposal[] {
  const known = customers.map((customer) => ({
    customer,
    registration: siren(customer.registration),
    emails: new Set(customer.emails.map((one) => one.toLowerCase())),
    words: words(customer.name),
  }));
  return (site) => {
    const ours = {
      registration: siren(site.registration),
      email: site.email?.toLowerCase() ?? "",
      name: words(site.name),
      account: words(site.accountName),
    };
    return known
      .map(({ customer, ...theirs }) => {
        const by = (Object.keys(weights) as MatchedBy[]).filter((one) => {
          if (one === "reference") return customer.reference === site.id;
          if (one === "registration") return ours.registration !== "" && theirs.registration === ours.registration;
          if (one === "email") return ours.email !== "" && theirs.emails.has(ours.email);
          return ours[one] !== "" && theirs.words === ours[one];
        });
        return { customer, by, weight: by.reduce((sum, one) => sum + weights[one], 0) };
      })
      .filter(({ by }) => by.length > 0)
      .sort((a, b) => b.weight - a.weight || a.customer.name.localeCompare(b.customer.name))
      .slice(0, most)
      .map(({ customer: { id, name, registration, emails }, by, weight }) => ({
        customer: { id, name, registration, emails },
        by,
        sureness: weight >= 6 ? "sure" : weight >= 4 ? "likely" : "possible",
      }));
  };
}
