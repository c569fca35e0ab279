import { roleLabels } from "@softwhere/services/model/generated/labels";

/** Roles of the platform's own users: their accounts are made by scripts and are nobody's. */
export const serviceRoles: readonly string[] = ["service", "scheduler", "account_mailer"];

/** Roles and permissions that no brand gives. */
const platformRoles: readonly string[] = ["platform_administrator", "platform_service"];
export const platformPermissions: readonly string[] = ["administer platform", "follow outbox", "send account mails"];

/** Business roles a brand gives to people. */
export const roleNames: readonly string[] = Object.keys(roleLabels).filter(
  (name) => ![...serviceRoles, ...platformRoles].includes(name),
);
