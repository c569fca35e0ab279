import { comingDay } from "./coming-day.ts";

/** Accounts of the two demo brands, with the lines each site has. Names and people are invented. */

export interface DemoSite {
  readonly name: string;
  readonly town: string;
  readonly status?: "opening" | "active" | "incident" | "closed";
  readonly opensOn?: string;
  readonly mobile: number;
  readonly mobileSfr?: number;
  readonly internet: number;
  readonly fixed: number;
  readonly cyber: number;
}

export interface DemoAccount {
  readonly id: string;
  readonly name: string;
  readonly siren: string;
  readonly since: string;
  readonly status?: "prospect" | "active" | "suspended" | "closed";
  readonly sites: readonly DemoSite[];
}

export interface DemoBrand {
  readonly key: string;
  readonly name: string;
  readonly hostname: string;
  /** What its customers call for help, of the numbers kept for fiction. */
  readonly supportPhone: string;
  readonly primary: string;
  readonly secondary: string;
  /** Path of the mark in a 16 by 16 box. */
  readonly mark: string;
  readonly accounts: readonly DemoAccount[];
}

const site = (
  name: string,
  town: string,
  mobile: number,
  internet: number,
  fixed: number,
  cyber = 0,
  more: Partial<DemoSite> = {},
): DemoSite => ({
  name,
  town,
  mobile,
  internet,
  fixed,
  cyber,
  ...more,
});

const softwhereAccounts: readonly DemoAccount[] = [
  {
    id: "SW-004182",
    name: "Groupe Kervadec",
    siren: "482913050",
    since: "2017-03-14",
    sites: [
      site("Rennes — siège", "Rennes", 40, 2, 20, 2),
      site("Brest — Kergaradec", "Brest", 26, 2, 12, 1),
      site("Lorient — Keryado", "Lorient", 16, 2, 6, 0, { mobileSfr: 3 }),
      site("Quimper — Gourvily", "Quimper", 16, 1, 7),
      site("Vannes — Prat", "Vannes", 14, 1, 6),
      site("Saint-Brieuc", "Saint-Brieuc", 12, 1, 5, 0, { status: "incident" }),
      site("Saint-Malo", "Saint-Malo", 7, 1, 3),
      site("Nantes — Carquefou", "Nantes", 5, 1, 2, 0, { status: "opening", opensOn: comingDay(1, 1) }),
    ],
  },
  {
    id: "SW-003310",
    name: "Armorique Froid SAS",
    siren: "391204775",
    since: "2018-06-04",
    sites: [
      site("Quimper — entrepôt", "Quimper", 34, 2, 8),
      site("Brest — quai", "Brest", 22, 1, 4),
      site("Lorient", "Lorient", 14, 1, 2),
      site("Morlaix", "Morlaix", 6, 1, 1),
    ],
  },
  {
    id: "SW-002967",
    name: "Biscuiterie Le Penven",
    siren: "392604179",
    since: "2019-06-11",
    sites: [site("Pont-l’Abbé", "Pont-l’Abbé", 6, 1, 8)],
  },
  {
    id: "SW-003844",
    name: "Cabinet Roudaut",
    siren: "514882031",
    since: "2020-01-20",
    sites: [site("Brest — Siam", "Brest", 12, 1, 8), site("Landerneau", "Brest", 5, 1, 4)],
  },
  {
    id: "SW-002215",
    name: "Clinique Saint-Guénolé",
    siren: "775612903",
    since: "2016-09-01",
    sites: [
      site("Quimper — clinique", "Quimper", 46, 2, 52, 2),
      site("Quimper — imagerie", "Quimper", 12, 1, 14),
      site("Concarneau", "Concarneau", 9, 1, 9),
    ],
  },
  {
    id: "SW-004401",
    name: "Ets Goasdoué Frères",
    siren: "832450117",
    since: "2021-04-02",
    sites: [site("Carhaix", "Carhaix", 6, 1, 2)],
  },
  {
    id: "SW-003127",
    name: "Hôtels du Ponant",
    siren: "449120338",
    since: "2018-02-15",
    sites: [
      site("Brest — port", "Brest", 14, 2, 18),
      site("Lannion", "Lannion", 8, 1, 10),
      site("Saint-Malo — intra-muros", "Saint-Malo", 10, 2, 14),
      site("Vannes — marle", "Vannes", 8, 1, 9),
      site("Concarneau", "Concarneau", 6, 1, 7),
      site("Douarnenez", "Douarnenez", 4, 1, 6),
    ],
  },
  {
    id: "SW-003902",
    name: "Mairie de Plouarzel",
    siren: "212902043",
    since: "2020-05-28",
    sites: [
      site("Mairie", "Plouarzel", 14, 1, 10),
      site("Services techniques", "Plouarzel", 12, 1, 3),
      site("École", "Plouarzel", 2, 1, 4),
      site("Médiathèque", "Plouarzel", 2, 1, 3),
      site("EHPAD", "Plouarzel", 3, 1, 1),
    ],
  },
  {
    id: "SW-004530",
    name: "Menuiserie Tanguy",
    siren: "879301225",
    since: "2022-10-10",
    sites: [site("Pontivy", "Pontivy", 8, 1, 3)],
  },
  {
    id: "SW-003608",
    name: "Pêcheries Guilvinec",
    siren: "423118902",
    since: "2019-03-19",
    sites: [
      site("Guilvinec — criée", "Guilvinec", 26, 1, 8),
      site("Douarnenez", "Douarnenez", 14, 1, 4),
      site("Lorient — port de pêche", "Lorient", 10, 1, 2),
    ],
  },
  {
    id: "SW-002480",
    name: "Transports Le Saout",
    siren: "327719466",
    since: "2016-11-21",
    sites: [
      site("Morlaix — dépôt", "Morlaix", 52, 2, 9),
      site("Brest", "Brest", 28, 1, 4),
      site("Rennes", "Rennes", 24, 1, 4),
      site("Fougères", "Fougères", 16, 1, 2),
      site("Nantes", "Nantes", 18, 1, 2),
      site("Pontivy", "Pontivy", 9, 1, 1),
      site("Lannion", "Lannion", 6, 1, 1),
    ],
  },
  {
    id: "SW-004233",
    name: "Vedettes d’Iroise",
    siren: "508447291",
    since: "2021-01-08",
    sites: [site("Brest — gare maritime", "Brest", 12, 1, 5), site("Douarnenez", "Douarnenez", 4, 1, 1)],
  },
  {
    id: "SW-004611",
    name: "Conserverie Kerlann",
    siren: "901223874",
    since: "2026-10-02",
    status: "prospect",
    sites: [],
  },
];

const connextooAccounts: readonly DemoAccount[] = [
  {
    id: "CX-000118",
    name: "Laboratoires Trévarez",
    siren: "534771208",
    since: "2019-09-09",
    sites: [site("Rennes", "Rennes", 18, 1, 12, 1), site("Vannes", "Vannes", 9, 1, 6)],
  },
  {
    id: "CX-000204",
    name: "Coopérative du Trégor",
    siren: "345880127",
    since: "2018-12-03",
    sites: [site("Lannion", "Lannion", 16, 1, 8), site("Saint-Brieuc", "Saint-Brieuc", 10, 1, 3)],
  },
  {
    id: "CX-000231",
    name: "Imprimerie Ollivier",
    siren: "417002993",
    since: "2020-02-17",
    sites: [site("Fougères", "Fougères", 7, 1, 4)],
  },
  {
    id: "CX-000260",
    name: "Résidences Ar Mor",
    siren: "808114530",
    since: "2021-07-26",
    sites: [
      site("Saint-Malo", "Saint-Malo", 8, 2, 14),
      site("Vannes", "Vannes", 6, 1, 8),
      site("Lorient", "Lorient", 5, 1, 6),
    ],
  },
];

export const brands: readonly DemoBrand[] = [
  {
    key: "softwhere",
    name: "SoftWhere",
    hostname: "softwhere.localhost",
    supportPhone: "02 61 91 10 00",
    primary: "#0e6073",
    secondary: "#d9622b",
    mark: "M12.200 5.200A5 5 0 1 0 12.200 10.800",
    accounts: softwhereAccounts,
  },
  {
    key: "connextoo",
    name: "Connextoo",
    hostname: "connextoo.localhost",
    supportPhone: "02 61 91 20 00",
    primary: "#5a3ea6",
    secondary: "#e0a21b",
    mark: "M3 4l5 8 5-8M5.500 4h5",
    accounts: connextooAccounts,
  },
];
