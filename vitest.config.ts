import { defineConfig } from "vitest/config";

export default defineConfig({
  resolve: { alias: { "@": new URL("./frontend", import.meta.url).pathname } },
  test: {
    include: ["services/**/*.test.ts", "scripts/**/*.test.ts", "frontend/{base,verticals,server,ui,e2e}/**/*.test.ts"],
    globalSetup: ["scripts/stack/built-servers.mjs"],
    // Tests that start servers wait more than they work.
    maxWorkers: 2,
    testTimeout: 120_000,
    hookTimeout: 120_000,
    env: { TZ: "UTC" },
    reporters: ["default", ["json", { outputFile: "test-results/vitest.json" }]],
  },
});
