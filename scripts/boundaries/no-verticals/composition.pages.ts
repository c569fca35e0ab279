export const pages: Readonly<Record<string, { readonly module: string; readonly Component: () => null }>> = {};
