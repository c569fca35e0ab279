import "@fontsource-variable/inter/wght.css";
import "@/ui/styles/tokens.css";
import "@/ui/styles/base.css";
import "@/ui/styles/controls.css";
import "@/ui/styles/overlays.css";
import "@/ui/styles/forms.css";
import "@/ui/styles/palette.css";
import "@/ui/styles/work.css";
import "@/ui/styles/shell.css";
import "@/ui/styles/object.css";
import "@/ui/styles/cards.css";
import "@/ui/styles/home.css";
import "@/ui/styles/panel.css";
import "@/ui/styles/login.css";
import "@/ui/styles/narrow.css";
import "@/ui/styles/lists.css";
import "@/ui/styles/future.css";
import "@/ui/styles/administration.css";
import "@/ui/styles/print.css";
import "@/ui/styles/grid.css";
import "@/ui/styles/tables.css";
import "@/ui/styles/orders.css";
import "@/ui/styles/import.css";
import type { Metadata, Viewport } from "next";
import { NextIntlClientProvider } from "next-intl";
import { getLocale } from "next-intl/server";
import { headers } from "next/headers";
import type { ReactNode } from "react";

export const metadata: Metadata = { title: "SoftWhere", icons: { icon: "data:," } };
export const viewport: Viewport = { width: "device-width", initialScale: 1, colorScheme: "light dark" };

const applyTheme = `try{var t=localStorage.getItem("sw_theme");if(t)document.documentElement.dataset.theme=t}catch{}`;

export default async function RootLayout({ children }: { children: ReactNode }) {
  return (
    <html lang={await getLocale()} suppressHydrationWarning>
      <head>
        {/* Before the first paint, so that a forced theme doesn't flash. */}
        <script
          nonce={(await headers()).get("x-nonce") ?? ""}
          suppressHydrationWarning
          dangerouslySetInnerHTML={{ __html: applyTheme }}
        />
      </head>
      <body>
        <NextIntlClientProvider>{children}</NextIntlClientProvider>
      </body>
    </html>
  );
}
