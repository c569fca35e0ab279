import type { Metadata } from "next";
import { redirect } from "next/navigation";
import type { CSSProperties, ReactNode } from "react";
import { readViewer } from "@/app/viewer";
import { landing } from "@/base/viewer/is-customer";
import { headers } from "next/headers";
import { isSignedIn, readSession } from "@/server/session";
import { addressHeader, signInAddress } from "@/server/wanted-address";
import { Workspace } from "./workspace";
import { BackendDown } from "./backend-down";

/** A brand's console says the brand's name, and nobody else's. */
export async function generateMetadata(): Promise<Metadata> {
  const viewer = isSignedIn(await readSession()) ? await readViewer() : "ended";
  const name = typeof viewer === "object" ? viewer.brand?.name : undefined;
  return name ? { title: { default: name, template: `%s — ${name}` } } : {};
}

export default async function WorkspaceLayout({ children }: { children: ReactNode }) {
  const wanted = (await headers()).get(addressHeader);
  const session = await readSession();
  // A cookie whose session has ended is taken away on the way.
  if (!isSignedIn(session)) redirect(signInAddress(wanted, session.userId ? "/api/sign-out" : undefined));
  const viewer = await readViewer();
  if (viewer === "ended") redirect(signInAddress(wanted, "/api/sign-out"));
  if (viewer === "down") return <BackendDown />;
  const elsewhere = landing(viewer, wanted ?? "/");
  if (elsewhere) redirect(elsewhere);
  const colors = {
    "--brand-primary": viewer.brand?.primaryColor,
    "--brand-secondary": viewer.brand?.secondaryColor,
  } as CSSProperties;
  return (
    <>
      {/* On the root, because dialogs and menus are drawn outside this tree. */}
      <style>{`:root{${Object.entries(colors)
        .flatMap(([name, value]) => (/^#[0-9a-f]{6}$/i.test(String(value)) ? [`${name}:${String(value)}`] : []))
        .join(";")}}`}</style>
      <Workspace viewer={viewer}>{children}</Workspace>
    </>
  );
}
