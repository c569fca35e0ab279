/** What a simulated operator looks at before it asks another one for a number. An operator's own way: ours isn't asked. */
export interface PortAsked {
  readonly number?: string | undefined;
  readonly rio?: string | undefined;
  readonly holder?: string | undefined;
  readonly requestedOn?: string | undefined;
}

export interface Objection {
  readonly code: string;
  readonly words: string;
}

const signs = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+";

/** The three signs that go with the first nine of a RIO and its number. */
export function rioKey(start: string, number: string): string {
  const national = number.replace(/^\+33/, "0");
  const sums = [0, 0, 0];
  for (const sign of `${start}${national}`)
    for (const [index, sum] of sums.entries()) sums[index] = (sum * 2 ** index + signs.indexOf(sign)) % signs.length;
  return sums.map((sum) => signs[sum]).join("");
}

/** Why it waits for whoever ordered it. The rules are those of the simulator: a holder called « Inconnu » is not the one that the other operator knows. */
export function objection({ number = "", rio = "", holder = "" }: PortAsked): Objection | undefined {
  const isRio = /^[A-Z0-9]{2}[A-Z][A-Z0-9+]{9}$/.test(rio) && rio.slice(9) === rioKey(rio.slice(0, 9), number);
  if (!isRio) return { code: "RIO_MISMATCH", words: "RIO incohérent avec le numéro" };
  if (/inconnu/i.test(holder)) return { code: "HOLDER_MISMATCH", words: "Titulaire différent chez l’opérateur cédant" };
  return undefined;
}

/** The other operator refuses what has the code of none. */
export const isRefusedThere = ({ rio = "" }: PortAsked): boolean => rio.startsWith("99");
export const refusedThere: Objection = { code: "DONOR_REFUSED", words: "Portage refusé par l’opérateur cédant" };
