// Somebody is found on a telephone by what one remembers of a name: page, link, record. axe on every page, with and without
// scripts.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { after, before, test } from "node:test";
import { regarder } from "./guichet.mjs";
import { mot, ouvrirEspace } from "./porteur.mjs";

const programme = process.env.GRAPPE_DUI ?? join(dirname(process.env.PROGRAMME), "grappe-dui");
const jour = "2024-09-30";
let espace, une;

before(async () => {
    espace = await ouvrirEspace(`${jour}T10:00:00Z`, ["--fictives"], programme);
    const fichier = join(espace.dossier, "faits.ndjson");
    execFileSync(programme, ["generer", fichier, "--etablissements", "1", "--personnes", "60", "--mois", "3", "--au", jour]);
    execFileSync(programme, ["import", fichier, "--base", espace.base]);
    const lignes = readFileSync(fichier, "utf8").trim().split("\n").map((ligne) => JSON.parse(ligne));
    une = lignes.find((ligne) => ligne.type === "personne");
    execFileSync(programme, [
        "compte", "creer", "--role", "professionnel", "--profession", "aide_soignant", "--finess", une.finess_et,
        "--courriel", "ines@exemple.fr", "--nom", "Exemple", "--prenom", "Inès", "--mot-de-passe-stdin",
        "--base", espace.base, "--donnees", espace.dossier, "--cle", join(espace.dossier, "cle"),
    ], { input: mot + "\n" });
});
after(() => espace.fermer());

const vues = [["light", 1280, true], ["dark", 1280, true], ["light", 360, true], ["dark", 360, true], ["light", 360, false]];
for (const [theme, largeur, scripts] of vues)
    test(`somebody is found, ${theme}, ${largeur} pixels${scripts ? "" : ", without scripts"}`, async () => {
        const page = await espace.page({
            colorScheme: theme, viewport: { width: largeur, height: 800 }, javaScriptEnabled: scripts,
        });
        const voir = scripts ? regarder(page, theme) : async () => {};
        await page.goto("/personnes");
        await page.fill("#courriel", "ines@exemple.fr");
        await page.fill("#mot_de_passe", mot);
        await page.press("#mot_de_passe", "Enter");
        await page.waitForURL("**/personnes");
        await voir("personnes");
        await page.fill("#q", une.nom_naissance.slice(1, 5).toLowerCase());
        await page.press("#q", "Enter");
        await page.waitForURL("**/personnes?q=*");
        await voir("personnes-trouvees");
        const entier = `${une.prenoms[0]} ${une.nom_naissance} ${une.date_naissance}`;
        await page.fill("#q", entier.toLowerCase());
        await page.press("#q", "Enter");
        const premiere = page.locator(".trouvee").first();
        assert.match(await premiere.innerText(), new RegExp(`${une.nom_naissance} ${une.prenoms[0]}`));
        await voir("personnes-une");
        await premiere.locator("a").click();
        await page.waitForURL("**/personnes/**");
        assert.match(await page.locator("h1").innerText(), new RegExp(une.nom_naissance));
        await page.goto("/personnes?q=xyzxyz");
        assert.match(await page.locator("main").innerText(), /Personne ne répond à cette recherche/);
        await voir("personnes-aucune");
        assert.deepEqual(page.defauts, []);
        await page.context().close();
    });
