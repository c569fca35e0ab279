import type { LucideIcon } from "lucide-react";
import type { ComponentType } from "react";

/**
 * What a vertical may add to the console. The list is closed on purpose: a new need is a new entry here, typed and named, never a
 * reach into a base screen.
 */
export interface Vertical {
  readonly name: string;
  /** The module of the backend that it shows: where it is closed to the brand, the vertical is not there. */
  readonly module: string;
  /** Entries of the navigation rail. `labelKey` is a message key; shown with `permission` only. */
  readonly navigation: readonly {
    readonly href: string;
    readonly labelKey: string;
    readonly icon: LucideIcon;
    readonly permission: string;
  }[];
  /** What the account list says of each account. One request for the whole list. */
  readonly useAccountFigures: () => ReadonlyMap<string, AccountFigures>;
  /** What it shows of an account; which of them a role sees, and in what order, is a matter of layout. */
  readonly accountBlocks: readonly AccountBlock[];
  /** What is begun for an account from its head: a record of the type, shown in its panel once it is there. */
  readonly begunForAccount: readonly {
    readonly type: string;
    readonly panel: string;
    readonly labelKey: string;
    readonly permission: string;
  }[];
  /** What it shows at home, laid out by role as well. */
  readonly homeBlocks: readonly HomeBlock[];
  /** Begins to read what the account shows, before the account is there. */
  readonly prefetchAccount: (accountId: string) => void;
  /** Number of the vertical's objects per site, for the site panel. */
  readonly useSiteCounts: (accountId: string) => ReadonlyMap<string, number>;
  /** What it shows customers of their account, in their portal. */
  readonly portal: PortalPart;
  /** What is planned for an object of this vertical, or for what belongs to an object of the base. */
  readonly useFuture: (scope: TimelineScope) => readonly FutureEvent[];
  /** How things done are said in a history, where more than fields and values: the first that fits. */
  readonly historyKinds: readonly HistoryKind[];
  /** What it adds to the panel of a record of the base that has no panel of its own. */
  readonly recordSections?: readonly {
    readonly type: string;
    /** Without it there would be nothing to see. */
    readonly permission: string;
    readonly Component: ComponentType<RecordSectionProps>;
  }[];
  /** Lists of this vertical's records, and of those of the base to which it adds fields. */
  readonly lists: readonly RecordList[];
  /** Panels this vertical can open, by kind. */
  readonly panels: Readonly<Record<string, ComponentType<PanelProps>>>;
}

export interface RecordSectionProps {
  readonly id: string;
}

/** A vertical's part of the portal: what a customer has of it, in the customer's words. */
export interface PortalPart {
  /** Below the greeting; undefined while it isn't known. */
  readonly useSummary: (accountId: string) => PortalSummary | undefined;
  readonly sections: readonly PortalSection[];
}

export interface PortalSummary {
  readonly services: number;
  readonly sites: number;
  /** Decimal text, per month and without VAT; absent where the person may not see prices. */
  readonly price?: string | undefined;
}

/** A part of the portal. A module that brings more to customers, such as their invoices, adds one. */
export interface PortalSection {
  /** Its place in the address too. */
  readonly name: string;
  /** The lower, the higher up. */
  readonly rank: number;
  readonly place: "main" | "side";
  /** Message key of its title, which is also its entry in the portal's navigation. */
  readonly labelKey: string;
  readonly icon: LucideIcon;
  /** False: no entry in the navigation. */
  readonly navigation?: false;
  /** Without it there would be nothing to see. */
  readonly permission?: string;
  readonly Component: ComponentType<PortalSectionProps>;
}

export interface PortalSectionProps {
  readonly accountId: string;
  /** Id of the heading, which the navigation leads to. */
  readonly headingId: string;
}

/**
 * What is said where a field of rows of a type got the same value everywhere. The message takes `count`, `what` (the thing's name where it is
 * one), `value` and `day` (the first day of what is to come).
 */
export interface HistoryKind {
  readonly type: string;
  readonly operation: "create" | "update" | "delete";
  readonly field: string;
  /** This value only. */
  readonly to?: string;
  /** Periods that begin after the day on which they were written. */
  readonly later?: true;
  readonly labelKey: string;
}

/** How the records of a type are listed and where they turn up. */
export interface RecordList {
  readonly type: string;
  readonly icon: LucideIcon;
  /** The right to see it, where that is not the type's own. */
  readonly permission?: string;
  /** What the list shows unless the person chose otherwise: fields, or paths to those of rows referred to. */
  readonly columns: readonly string[];
  /** More paths to choose from; the type's own fields always are. */
  readonly more?: readonly string[];
  /** Field the list is sorted by. */
  readonly sort?: string;
  /** Field a count per value is shown for beside the list. */
  readonly facet?: string;
  /** The panel that shows one; the base's record panel where there is none. */
  readonly panel?: string;
  /** What a selection of the list can do, in its action bar. Ids are asked for only when something is chosen. */
  readonly SelectionActions?: ComponentType<SelectionActionsProps>;
  /** What follows an import of such records, shown with its result. */
  readonly Imported?: ComponentType<ImportedProps>;
  /** Made by an order or a service only: lists offer no form for a new one. */
  readonly madeElsewhere?: true;
  /** What is said of a row under another record. */
  readonly summary?: readonly string[];
  /** Types under whose records these are listed, and the field that refers to them. */
  readonly relatedTo?: readonly { readonly type: string; readonly field: string }[];
}

/** A part of a screen that is laid out by role. Hiding it protects nothing: what it may show is the backend's decision. */
export interface ScreenBlock {
  /** Kept in brands' layouts, so it stays as it is. */
  readonly name: string;
  /** Its usual place: the lower, the higher up. */
  readonly rank: number;
  /** Message key of its title. */
  readonly labelKey: string;
  /** Cards stand beside each other. */
  readonly size: "wide" | "card";
  /** Without it the block would be empty. */
  readonly permission?: string;
  /** The business roles that see it unless their brand says otherwise. */
  readonly roles: "everyone" | readonly string[];
}

export interface AccountBlock extends ScreenBlock {
  readonly Component: ComponentType<AccountBlockProps>;
}

/** A part of the screen a person's day begins on. */
export interface HomeBlock extends ScreenBlock {
  readonly Component: ComponentType;
}

export interface AccountBlockProps {
  readonly accountId: string;
  /** Empty means all sites. */
  readonly siteIds: readonly string[];
  readonly onSitesChange: (ids: readonly string[]) => void;
  readonly sites: readonly SiteName[];
}

export interface SelectionActionsProps {
  readonly ids: () => Promise<readonly string[]>;
}

export interface ImportedProps {
  /** What was written, by field; references apart. */
  readonly rows: readonly Readonly<Record<string, unknown>>[];
}

export interface PanelProps {
  readonly kind: string;
  /** Id of the object the panel shows. */
  readonly id: string;
  readonly onClose: () => void;
}

/** What a timeline is about: any record. */
export interface TimelineScope {
  readonly type: string;
  readonly id: string;
}

export type MoveResult =
  | { readonly kind: "moved"; readonly requestId: string }
  | { readonly kind: "refused"; readonly detail: string };

export interface FutureEvent {
  readonly key: string;
  /** ISO day. */
  readonly day: string;
  readonly kind: string;
  readonly kindLabel: string;
  readonly title: string;
  readonly detail: string;
  /** The panel that shows what it is about. */
  readonly panel?: { readonly kind: string; readonly id: string };
  /** Gives it another day; absent where the person may not, or where it is no intention but a fact. */
  readonly move?: (day: string) => Promise<MoveResult>;
}

export interface SiteName {
  readonly id: string;
  readonly name: string;
}

export interface AccountFigures {
  /** Follows the number of sites: "96 lignes". */
  readonly detail: string;
  /** Right of the name: "1 840 €". */
  readonly amount?: string;
  /** Right of the detail, in warning colour: "2 écarts". */
  readonly alert?: string;
}

export function defineVertical(vertical: Vertical): Vertical {
  return vertical;
}
