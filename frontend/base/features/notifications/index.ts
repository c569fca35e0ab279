export { FollowAccount } from "./follow-account";
export { NotificationBell } from "./notification-bell";
