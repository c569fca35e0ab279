import { redirect } from "next/navigation";
import { isSignedIn, readSession } from "@/server/session";
import { pageAddress, startPage } from "@/server/wanted-address";
import { SignIn } from "./sign-in";
import { SignInFrame, signInMetadata } from "./sign-in-frame";

export const generateMetadata = () => signInMetadata("signIn");

export default async function LoginPage({ searchParams }: { searchParams: Promise<{ to?: string | string[] }> }) {
  const wanted = pageAddress((await searchParams).to) ?? startPage;
  if (isSignedIn(await readSession())) redirect(wanted);
  return (
    <SignInFrame>
      <SignIn wanted={wanted} />
    </SignInFrame>
  );
}
