import { fold } from "../../../../platform/fold.ts";
import { phoneNumber } from "../../../../platform/phone.ts";
import type { InvoiceLine } from "../invoice.ts";
import type { FieldReader } from "./fields.ts";
import type { Property, StatedInvoice, StatedLine } from "./stated.ts";

type Keys = Pick<InvoiceLine, "serviceId" | "iccid" | "number" | "customerReference">;

/** Folded names of item properties, figures and letters alone. */
const numbered = /\b(MSISDN|NUMERO|N|NO|NUMBER|NDI?|NDS|SDA|TEL|TELEPHONE|PHONE|MOBILE|LIGNE|LINE)\b/;
const administrative =
  /\b(COMMANDE|ORDER|FACTURE|INVOICE|SERIE|SERIAL|CONTRAT|CONTRACT|COMPTE|ACCOUNT|CLIENT|CUSTOMER)\b/;
const service =
  /\b(IDENTIFIANT|IDENTIFIER|ID|REF|REFERENCE|NUMERO|N|NO|NUMBER|CODE)\b.*\b(SERVICE|ACCES|ACCESS|PRESTATION|CIRCUIT|LIEN|LIGNE|LINE|ABONNEMENT|SUBSCRIPTION)\b|\b(SERVICE|ACCESS|CIRCUIT|LINE|SUBSCRIPTION) ?(ID|IDENTIFIER|REF|REFERENCE|NUMBER|CODE)\b|\bPTO\b|^(CIRCUIT|SERVICE|ACCES)$/;
const reference =
  /\b(REF|REFERENCE)\b|\b(IDENTIFIANT|ID|NUMERO|N|NO|NUMBER|CODE)\b.*\b(CONTRAT|CONTRACT|COMPTE|ACCOUNT)\b|\b(CONTRACT|ACCOUNT) ?(ID|NO|NUMBER|CODE)\b|^(CONTRAT|CONTRACT|COMPTE|ACCOUNT)$/;

const nothing: Keys = { serviceId: null, iccid: null, number: null, customerReference: null };

/**
 * What a row of an e-invoice can be found by: what the line names in a field or in its text, else what the whole invoice is about; the
 * document's accounting reference where the line has none.
 */
export function keysOf(
  line: StatedLine | undefined,
  { objects, accounting }: Pick<StatedInvoice, "objects" | "accounting">,
  read: FieldReader,
): Keys {
  const own = line ? ofLine(line, read) : nothing;
  const named = own.serviceId ?? own.iccid ?? own.number;
  return {
    ...(named === null ? firstOf(objects.map((one) => ofObject(one, read.country))) : own),
    customerReference: own.customerReference ?? accounting?.slice(0, 64) ?? null,
  };
}

function ofLine({ objects, properties, references, description, notes }: StatedLine, read: FieldReader): Keys {
  const keys = firstOf([
    ...properties.map((one) => ofProperty(one, read.country)),
    ...objects.map((one) => ofObject(one, read.country)),
  ]);
  const text = [description, ...notes].join(" ");
  return {
    ...keys,
    iccid: keys.iccid ?? iccidIn(text),
    number: keys.number ?? read.numberIn(text),
    customerReference: keys.customerReference ?? references.find(Boolean)?.slice(0, 64) ?? null,
  };
}

function firstOf(found: readonly Keys[]): Keys {
  const first = (key: keyof Keys) => found.find((keys) => keys[key] !== null)?.[key] ?? null;
  return {
    serviceId: first("serviceId")?.slice(0, 64) ?? null,
    iccid: first("iccid"),
    number: first("number"),
    customerReference: first("customerReference")?.slice(0, 64) ?? null,
  };
}

/** An object that an invoice is about is a service, whatever else it may be: nothing says how suppliers write theirs. */
function ofObject(text: string, country: string): Keys {
  const iccid = iccidOf(text);
  if (iccid) return { ...nothing, iccid };
  return { ...nothing, serviceId: text, number: /^\(?[+0]/.test(text) ? dialled(text, country) : null };
}

/** A property is what its name says, where its value can be that. */
function ofProperty({ name, value }: Property, country: string): Keys {
  const iccid = iccidOf(value);
  if (iccid) return { ...nothing, iccid };
  const said = fold(name).replace(/[^A-Z0-9]+/g, " ");
  if (numbered.test(said) && !administrative.test(said)) {
    const number = dialled(value, country);
    if (number) return { ...nothing, number };
  }
  if (service.test(said)) return { ...nothing, serviceId: value };
  return reference.test(said) ? { ...nothing, customerReference: value } : nothing;
}

/** The card named in a text. */
const iccidIn = (text: string): string | null => /\b89\d{16,18}\b/.exec(text)?.[0] ?? null;

function iccidOf(text: string): string | null {
  const figures = text.replace(/\s/g, "");
  return /^89\d{16,18}$/.test(figures) ? figures : null;
}

function dialled(text: string, country: string): string | null {
  const number = phoneNumber(text, country);
  return number?.startsWith("+") ? number : null;
}
