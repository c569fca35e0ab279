import { roleLabels } from "@softwhere/services/model/generated/labels";

/** Roles of the platform's own users: their accounts are made by scripts and are nobody's. */
export const serviceRoles: readonly string[] = ["service", "scheduler"];

/** Business roles a brand gives to people; the platform's own are not among them. */
export const roleNames: readonly string[] = Object.keys(roleLabels).filter(
  (name) => ![...serviceRoles, "platform_administrator"].includes(name),
);
