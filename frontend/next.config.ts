import type { NextConfig } from "next";
import createNextIntlPlugin from "next-intl/plugin";

const config: NextConfig = {
  output: "standalone",
  outputFileTracingRoot: new URL("..", import.meta.url).pathname,
  transpilePackages: ["@softwhere/services"],
  poweredByHeader: false,
  reactStrictMode: true,
  // `npm run check` checks the types of the whole tree.
  typescript: { ignoreBuildErrors: true },
  async headers() {
    return [
      {
        source: "/:path*",
        headers: [
          { key: "X-Content-Type-Options", value: "nosniff" },
          { key: "Referrer-Policy", value: "same-origin" },
          { key: "X-Frame-Options", value: "DENY" },
        ],
      },
      // Pages get theirs from proxy.ts. What is handed out here is data, whatever a browser takes it for: a PDF or a picture at most.
      {
        source: "/api/:path*",
        headers: [
          {
            key: "Content-Security-Policy",
            value:
              "default-src 'none'; object-src 'self'; img-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'none'",
          },
        ],
      },
      // A link to a new password was in the address: not even our own pages are told where somebody came from.
      { source: "/login/:path*", headers: [{ key: "Referrer-Policy", value: "no-referrer" }] },
    ];
  },
};

// Messages are compiled with the console: the browser gets no parser for them.
export default createNextIntlPlugin({
  requestConfig: "./i18n/request.ts",
  experimental: {
    messages: { path: "./messages", locales: ["fr", "en"], sourceLocale: "fr", format: "json", precompile: true },
  },
})(config);
