/** Addresses of the pages telecom brings. */
export const telecomPages = ["billing-control"] as const;
