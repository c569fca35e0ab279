export { SessionEndedDialog } from "./session-ended-dialog";
export { SignInForm } from "./sign-in-form";
