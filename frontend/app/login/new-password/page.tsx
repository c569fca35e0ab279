import { getTranslations } from "next-intl/server";
import { SignInFrame, signInMetadata } from "../sign-in-frame";
import { ChooseAndSignIn } from "./choose-and-sign-in";

export const generateMetadata = () => signInMetadata("reset.newTitle");

/** Where the links of mails lead; what makes each of them one stands after the # and is read by the browser alone. */
export default async function NewPasswordPage() {
  const t = await getTranslations("session");
  return (
    <SignInFrame>
      <h2>{t("reset.newTitle")}</h2>
      <ChooseAndSignIn />
    </SignInFrame>
  );
}
