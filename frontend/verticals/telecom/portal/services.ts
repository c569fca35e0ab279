import { addDays } from "@softwhere/services/platform/day";
import { plain } from "@/base/format/plain-text";
import { formatNumber } from "@/base/format/format-text";

export const serviceKinds = ["mobile", "internet", "fixed", "cyber"] as const;
export type ServiceKind = (typeof serviceKinds)[number];

/** A line as its customer knows it. */
export interface Service {
  readonly id: string;
  readonly number: string;
  readonly user: string | null;
  /** Since when it is theirs, where it was somebody else's or nobody's before. */
  readonly userSince: string | null;
  readonly status: string;
  readonly siteId: string | null;
  readonly plan: string | null;
  readonly kind: ServiceKind;
  readonly commitmentEnd: string | null;
  /** Decimal text; undefined where the person may not see prices, null where there is none. */
  readonly price?: string | null | undefined;
  readonly activatedOn: string | null;
  readonly suspendedOn: string | null;
  readonly endsOn: string | null;
}

export type ServiceFilter = "all" | "watch" | "commitment";

/** How far ahead an end of commitment is something to think of, and how far back a change is news. */
const span = 90;

export const isThere = ({ status }: Service): boolean => status !== "terminated" && status !== "cancelled";
/** Counted and paid for. */
export const isRunning = (service: Service): boolean => isThere(service) && service.status !== "ordered";

export function passes(service: Service, filter: ServiceFilter, today: string): boolean {
  if (filter === "all") return true;
  if (filter === "watch") return ["suspended", "terminating", "ordered"].includes(service.status);
  const end = boundUntil(service, today);
  return end !== null && end <= addDays(today, span);
}

/** The end of the commitment that still binds. */
export const boundUntil = ({ commitmentEnd }: Service, today: string): string | null =>
  commitmentEnd !== null && commitmentEnd >= today ? commitmentEnd : null;

/** Whether each typed word is in what a customer calls it; a number counts in any writing. */
export function matches(service: Service, site: string, text: string): boolean {
  const written = formatNumber(service.number).replace(/\s/g, "");
  const figures = text.replace(/[\s.()+-]/g, "");
  if (/^\d{2,}$/.test(figures) && (written.includes(figures) || service.number.replace("+", "").includes(figures)))
    return true;
  const all = plain([service.number, service.user, service.plan, site].filter(Boolean).join(" "));
  return plain(text)
    .split(/\s+/)
    .every((word) => all.includes(word));
}

/** A plan that a service has since a day, after another. */
export interface PlanChange {
  readonly serviceId: string;
  readonly day: string;
  /** Null where nobody wrote down what it was. */
  readonly from: string | null;
  readonly to: string;
}

export interface ServiceChange {
  readonly day: string;
  readonly kind: "activated" | "suspended" | "ending" | "ended" | "plan" | "user";
  readonly services: readonly Service[];
  /** Of a change of plan: what it was, where it was one for all of them, and what it is. */
  readonly plans?: { readonly from: string | null; readonly to: string };
}

/** How far back a change is told. */
export const toldFrom = (today: string): string => addDays(today, -span);

interface Term {
  readonly serviceId: string;
  readonly from: string;
  readonly plan: string | null;
}

/** Of the plans that services had from day to day, those that began since the day and are not what was there before. */
export function planChangesOf(terms: readonly Term[], since: string, today: string): PlanChange[] {
  const ofService = new Map<string, Term[]>();
  for (const term of terms) ofService.set(term.serviceId, [...(ofService.get(term.serviceId) ?? []), term]);
  return [...ofService.values()].flatMap((own) =>
    own
      .sort((a, b) => a.from.localeCompare(b.from))
      .flatMap(({ serviceId, from: day, plan }, index) => {
        const before = own[index - 1];
        return plan && before?.plan !== plan && day >= since && day <= today
          ? [{ serviceId, day, from: before?.plan ?? null, to: plan }]
          : [];
      }),
  );
}

/**
 * What happened to the services, the newest first: what happened to several on one day is one thing. Read from the days that the services carry,
 * not from the journal, which tells of the staff's work.
 */
export function changesOf(
  services: readonly Service[],
  today: string,
  planChanges: readonly PlanChange[] = [],
): ServiceChange[] {
  const from = toldFrom(today);
  const found = new Map<string, Omit<ServiceChange, "services"> & { services: Service[] }>();
  const put = (kind: ServiceChange["kind"], day: string | null, service: Service) => {
    if (day === null || day < from || (kind !== "ending" && day > today)) return;
    const key = `${day} ${kind}`;
    const change = found.get(key) ?? { day, kind, services: [] };
    change.services.push(service);
    found.set(key, change);
  };
  for (const service of services) {
    put("activated", service.activatedOn, service);
    if (service.status === "suspended") put("suspended", service.suspendedOn, service);
    if (service.status === "terminating") put("ending", service.endsOn, service);
    if (service.status === "terminated") put("ended", service.endsOn, service);
  }
  const byId = new Map(services.map((service) => [service.id, service]));
  // Each is about somebody: two on one day are two.
  for (const service of services)
    if (isThere(service) && service.userSince && service.userSince >= from && service.userSince <= today)
      found.set(`${service.userSince} user ${service.id}`, {
        day: service.userSince,
        kind: "user",
        services: [service],
      });
  for (const { serviceId, day, from: before, to } of planChanges) {
    const service = byId.get(serviceId);
    // The plan that a service began with is told with its beginning.
    if (!service || service.activatedOn === null || service.activatedOn >= day) continue;
    const key = `${day} plan ${to}`;
    const known = found.get(key);
    found.set(key, {
      day,
      kind: "plan",
      services: [...(known?.services ?? []), service],
      plans: { from: known && known.plans?.from !== before ? null : before, to },
    });
  }
  return [...found.values()].sort((a, b) => (a.day < b.day ? 1 : a.day > b.day ? -1 : 0));
}
