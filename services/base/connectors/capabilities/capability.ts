import type { EntityTypeName } from "../../../model/generated/entities.ts";
import type { VendorResult } from "../vendor/failure.ts";

/** A sentence in the brand's, or a person's, language. */
export interface Words {
  readonly fr: string;
  readonly en: string;
}

/** What can be asked, whoever answers. Its abilities are typed where it is declared. */
export interface Capability {
  /** As `sw_action` has it. */
  readonly name: string;
  readonly label: Words;
  /** What people read of each ability. */
  readonly abilities: Readonly<Record<string, Words>>;
  /** It is there for the brands that this module is open to; absent: for all. */
  readonly module?: string;
  /** A brand has a connection for each row of this type that it works with; absent: one. */
  readonly party?: EntityTypeName;
}

export const isOpenTo = ({ module }: Capability, modules: readonly string[]): boolean =>
  module === undefined || modules.includes(module);

/** A page of what a vendor has. */
export interface Listed<Item> {
  readonly items: readonly Item[];
  /** Where the next page begins; absent: there is none. */
  readonly next?: string;
}

/** Whose books these are: read before a connection is kept. */
export interface ConnectionProof {
  readonly id: string;
  readonly name: string;
  readonly registration: string | null;
}

/** What a vendor can be asked of a capability: one function per ability, and none that it lacks. */
export interface Offer {
  readonly prove: () => Promise<VendorResult<ConnectionProof>>;
}

/** What an adapter offers of a capability. */
export const abilitiesOf = <Offered extends Offer>(offer: Offered): readonly (keyof Offered & string)[] =>
  (Object.keys(offer) as (keyof Offered & string)[]).filter((ability) => offer[ability]).sort();
