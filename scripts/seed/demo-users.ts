/** Demo logins: one per business role in each brand, all with the same password. */

export const demoPassword = "demo-2026";

export interface DemoUser {
  readonly role: string;
  readonly type: "internal" | "client" | "partner";
  readonly names: Readonly<Record<string, string>>;
}

export const demoUsers: readonly DemoUser[] = [
  { role: "administrator", type: "internal", names: { softwhere: "Hélène Marrec", connextoo: "Paul Stéphan" } },
  { role: "direction", type: "internal", names: { softwhere: "Yves Kerboul", connextoo: "Nadia Colin" } },
  { role: "manager", type: "internal", names: { softwhere: "Anne Jaffré", connextoo: "Sylvain Bodénès" } },
  { role: "support_n1", type: "internal", names: { softwhere: "Jules Cozic", connextoo: "Élise Nédélec" } },
  { role: "support_n2", type: "internal", names: { softwhere: "Sophie Lemaire", connextoo: "Marc Trévidic" } },
  { role: "sales", type: "internal", names: { softwhere: "Maëlle Le Goff", connextoo: "Corentin Pape" } },
  { role: "accounting", type: "internal", names: { softwhere: "Tristan Rolland", connextoo: "Awa Diop" } },
  { role: "client", type: "client", names: { softwhere: "Gwenaëlle Morvan", connextoo: "Luc Hamon" } },
  { role: "partner", type: "partner", names: { softwhere: "Bruno Perrot", connextoo: "Katell Simon" } },
];

/** Sign-in name: `manager@softwhere`. */
export const signInName = (role: string, brand: string): string => `${role.replace("_", "-")}@${brand}`;
