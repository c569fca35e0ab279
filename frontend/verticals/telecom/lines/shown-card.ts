/** A card's number in groups of four, as it is printed. */
export const shownCard = (iccid: string): string => iccid.replace(/(\d{4})(?=\d)/g, "$1 ");
