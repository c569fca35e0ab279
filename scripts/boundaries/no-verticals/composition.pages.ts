export const pageNames: readonly string[] = [];
