export const firstNames = ["Gwenaëlle", "Enora", "Yann", "Benoît", "Thomas", "Clara", "Nolwenn", "Karim", "Soizic", "Erwan", "Léa", "Camille", "Mathieu", "Aïcha", "Ronan", "Julie", "Hervé", "Maëlle", "Denis", "Annick", "Morgane", "Loïc", "Sophie", "Malo", "Inès", "Gaël", "Rozenn", "Pierre", "Fatou", "Goulven"] as const;

export const lastNames = ["Morvan", "Le Goff", "Le Bihan", "Carer", "Abgrall", "Le Meur", "Riou", "Haddad", "Prigent", "Salaün", "Kermarrec", "Jaouen", "Cadiou", "Benali", "Guivarc’h", "Pennec", "Tanguy", "Cariou", "Le Penven", "Quéré", "Lemaire", "Cozic", "Rolland", "Kervella", "Diallo", "Le Roux", "Floch", "Guéguen"] as const;

export const teams = ["Standard", "Astreinte", "Accueil", "Atelier", "Livraison", "Quai", "Terminal 1", "Terminal 2", "Salle de réunion", "Fax et alarme"] as const;

/** Town → [postal code, latitude, longitude]. */
export const towns: Readonly<Record<string, readonly [string, number, number]>> = {
  Rennes: ["35000", 48.1147, -1.6794],
  Brest: ["29200", 48.4084, -4.4996],
  Lorient: ["56100", 47.7483, -3.3702],
  Quimper: ["29000", 47.996, -4.0963],
  Vannes: ["56000", 47.6587, -2.7599],
  "Saint-Brieuc": ["22000", 48.5142, -2.7653],
  "Saint-Malo": ["35400", 48.6493, -2.0257],
  Nantes: ["44470", 47.2973, -1.4917],
  Morlaix: ["29600", 48.5776, -3.8283],
  Lannion: ["22300", 48.7322, -3.4589],
  Concarneau: ["29900", 47.8741, -3.9203],
  Douarnenez: ["29100", 48.0936, -4.3286],
  Guilvinec: ["29730", 47.7986, -4.2836],
  Plouarzel: ["29810", 48.434, -4.7307],
  "Pont-l’Abbé": ["29120", 47.8677, -4.2222],
  Pontivy: ["56300", 48.0679, -2.9621],
  Fougères: ["35300", 48.3526, -1.1986],
  Carhaix: ["29270", 48.2766, -3.5736],
};
