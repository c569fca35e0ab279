export { AccountHeader } from "./account-header";
export { AccountList } from "./account-list";
export { rememberAccount } from "./recent-accounts";
