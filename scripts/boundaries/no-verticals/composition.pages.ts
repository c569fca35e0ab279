export const pages: Readonly<Record<string, () => null>> = {};
