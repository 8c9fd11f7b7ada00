// What the tests of the record's pages share: a fictitious organisation that is served, accounts of each profession, their sign-in.
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { mot, ouvrirEspace } from "./porteur.mjs";

const programme = process.env.GRAPPE_DUI ?? join(dirname(process.env.PROGRAMME), "grappe-dui");
export const jour = "2024-09-30"; // a Monday: three months are told until then

/** One establishment of so many persons: its number, what is told of it, who stays there, the space that serves it. */
export async function ouvrirLeDui(combien = 40) {
    const espace = await ouvrirEspace(`${jour}T10:00:00Z`, ["--fictives"], programme);
    const fichier = join(espace.dossier, "faits.ndjson");
    execFileSync(programme, [
        "generer", fichier, "--etablissements", "1", "--personnes", String(combien), "--mois", "3", "--au", jour,
    ]);
    execFileSync(programme, ["import", fichier, "--base", espace.base]);
    const lignes = readFileSync(fichier, "utf8").trim().split("\n").map((une) => JSON.parse(une));
    const finess = lignes[0].finess_et;
    const presentes = [...new Set(lignes.filter((une) => une.type === "sejour" && !une.sortie).map((une) => une.personne))];
    /** `profession` null: nobody said it. */
    const compte = (role, profession, courriel, prenom, nom = "Exemple") => execFileSync(programme, [
        "compte", "creer", "--role", role, ...(profession ? ["--profession", profession] : []), "--finess", finess,
        "--courriel", courriel, "--nom", nom, "--prenom", prenom, "--mot-de-passe-stdin",
        "--base", espace.base, "--donnees", espace.dossier, "--cle", join(espace.dossier, "cle"),
    ], { input: mot + "\n" });
    return { espace, finess, presentes, compte };
}

/** Signs in on the way to that page. */
export async function entrer(page, courriel, adresse = "/equipe") {
    await page.goto(adresse);
    await page.fill("#courriel", courriel);
    await page.fill("#mot_de_passe", mot);
    await page.press("#mot_de_passe", "Enter");
    await page.waitForURL(`**${adresse}**`);
}
