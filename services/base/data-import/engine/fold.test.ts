import { describe, expect, it } from "vitest";
import { fold, nearest, similarity } from "./fold.ts";

describe("comparing what people write", () => {
  it("forgets case, accents and signs", () => {
    expect(fold("N° de Téléphone (fixe)")).toBe("ndetelephonefixe");
    expect(fold("Raison-sociale ")).toBe(fold("raison sociale"));
  });
  it("finds what was meant and nothing that wasn't", () => {
    const names = ["Groupe Kervadec", "Biscuiterie de l’Aven", "Mairie de Quimper"].map(
      (name) => [fold(name), name] as const,
    );
    expect(nearest("Grp Kervadec", names)).toEqual(["Groupe Kervadec"]);
    expect(nearest("Biscuiterie", names)).toEqual(["Biscuiterie de l’Aven"]);
    expect(nearest("Xylophone", names)).toEqual([]);
    expect(similarity("a", "b")).toBe(0);
  });
});
