export { ForgottenForm } from "./forgotten-form";
export { NewPassword } from "./new-password";
export { SessionEndedDialog } from "./session-ended-dialog";
export { SignInForm } from "./sign-in-form";
