import { roleLabels } from "@softwhere/services/model/generated/labels";

/** Business roles a brand gives to people; the platform's own are not among them. */
export const roleNames: readonly string[] = Object.keys(roleLabels).filter((name) => name !== "platform_administrator" && name !== "service");
