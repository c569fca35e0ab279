import { DrupalJsonApiParams } from "drupal-jsonapi-params";
import type * as z from "zod";
import { labelFieldsOf, labelOf } from "../../../model/row-label.ts";
import type { BackendClient } from "../../../platform/backend/client.ts";
import type { orderChoicesInput } from "./contract.ts";
import { loadLines } from "./load-lines.ts";

/** What lines of these accounts can be moved to, the options their operators offer, and the people who can be assigned. */
export async function orderChoices(backend: BackendClient, { lineIds }: z.infer<typeof orderChoicesInput>) {
  // A selection of thousands is of a few accounts; the first hundreds tell which.
  const lines = await loadLines(backend, lineIds.slice(0, 400));
  const distinct = (values: readonly (string | null)[]) =>
    [...new Set(values.filter((value) => value !== null))].slice(0, 20);
  const accountIds = distinct(lines.map((line) => line.accountId));
  const operatorIds = distinct(lines.map((line) => line.operatorId));
  const ofAccounts = (type: "sw_site" | "sw_billing_site") =>
    accountIds.length === 0
      ? []
      : backend
          .listAll(type, () =>
            new DrupalJsonApiParams()
              .addFields(`${type}--${type}`, ["name"])
              .addFilter("account.id", accountIds, "IN")
              .addSort("name"),
          )
          .then((rows) => rows.map(({ id, name }) => ({ id, name: name ?? "" })));
  const parks = async () => {
    if (accountIds.length === 0) return [];
    const rows = await backend.listAll("sw_park", () =>
      new DrupalJsonApiParams()
        .addFields("sw_park--sw_park", ["kind", "operator", "site"])
        .addFields("sw_supplier--sw_supplier", ["name"])
        .addFields("sw_site--sw_site", ["name"])
        .addInclude(["operator", "site"])
        .addFilter("account.id", accountIds, "IN"),
    );
    return rows.map((park) => ({
      id: park.id,
      kind: park.kind ?? "mobile",
      operator: park.operator?.name ?? "",
      site: park.site?.name ?? null,
    }));
  };
  const options = async () => {
    const rows = await backend.listAll("sw_catalogue_item", () =>
      new DrupalJsonApiParams()
        .addFields("sw_catalogue_item--sw_catalogue_item", ["name", "supplier"])
        .addFilter("kind", "option")
        .addSort("name"),
    );
    return rows
      .filter((item) => !item.supplier || operatorIds.includes(item.supplier.id))
      .map(({ id, name }) => ({ id, name: name ?? "" }));
  };
  const contacts = async () => {
    if (accountIds.length === 0) return [];
    const rows = await backend.listAll("sw_contact", () =>
      new DrupalJsonApiParams()
        .addFields("sw_contact--sw_contact", [...labelFieldsOf("sw_contact"), "role", "account"])
        .addFields("sw_account--sw_account", ["legal_name"])
        .addInclude(["account"])
        .addFilter("account.id", accountIds, "IN")
        .addSort("last_name"),
    );
    return rows.map((contact) => ({
      id: contact.id,
      name: labelOf("sw_contact", contact),
      role: contact.role ?? null,
      account: accountIds.length > 1 ? (contact.account?.legal_name ?? null) : null,
    }));
  };
  const [sites, billingSites, parkRows, optionRows, contactRows] = await Promise.all([
    ofAccounts("sw_site"),
    ofAccounts("sw_billing_site"),
    parks(),
    options(),
    contacts(),
  ]);
  return {
    sites,
    billingSites,
    parks: parkRows,
    options: optionRows,
    contacts: contactRows,
    accounts: accountIds.length,
  };
}
