// The week of an educator in real Chromium: planned, found in the week, moved by keys, pointed. axe on every page, with
// and without scripts, on a telephone too.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { after, before, test } from "node:test";
import { regarder } from "./guichet.mjs";
import { mot, ouvrirEspace } from "./porteur.mjs";

const programme = process.env.GRAPPE_DUI ?? join(dirname(process.env.PROGRAMME), "grappe-dui");
const jour = "2024-09-30"; // a Monday
let espace, finess;

before(async () => {
    espace = await ouvrirEspace(`${jour}T10:00:00Z`, ["--fictives"], programme);
    const fichier = join(espace.dossier, "faits.ndjson");
    execFileSync(programme, ["generer", fichier, "--etablissements", "1", "--personnes", "40", "--mois", "3", "--au", jour]);
    execFileSync(programme, ["import", fichier, "--base", espace.base]);
    finess = JSON.parse(readFileSync(fichier, "utf8").split("\n")[0]).finess_et;
    execFileSync(programme, [
        "compte", "creer", "--role", "professionnel", "--profession", "educateur", "--finess", finess, "--courriel",
        "edith@exemple.fr", "--nom", "Exemple", "--prenom", "Édith", "--mot-de-passe-stdin", "--base", espace.base,
        "--donnees", espace.dossier, "--cle", join(espace.dossier, "cle"),
    ], { input: mot + "\n" });
});
after(() => espace.fermer());

async function entrer(page) {
    await page.goto("/agenda");
    await page.fill("#courriel", "edith@exemple.fr");
    await page.fill("#mot_de_passe", mot);
    await page.press("#mot_de_passe", "Enter");
    await page.waitForURL("**/agenda**");
}

async function planifier(page, voir, titre, rang) {
    await page.getByRole("link", { name: "Nouveau rendez-vous" }).click();
    await page.waitForURL("**/agenda/nouveau**");
    await page.fill("#titre", titre);
    await page.getByRole("button", { name: "Enregistrer" }).click();
    await page.waitForSelector("[role=alert]");
    await voir("agenda-fautes");
    await page.fill("#debut", `${String(8 + rang).padStart(2, "0")}:00`);
    await page.fill("#fin", `${String(8 + rang).padStart(2, "0")}:45`);
    await page.selectOption("#frequence", "semaine");
    await page.locator(`label[for=p-${rang}]`).click();
    await page.getByRole("button", { name: "Enregistrer" }).click();
    await page.waitForURL("**/agenda/evenements/**");
    assert.match(await page.locator("main").innerText(), /tous les lundis à/);
}

const vues = [["light", 1280, true], ["dark", 360, true], ["light", 360, false]];
for (const [rang, [theme, largeur, scripts]] of vues.entries()) {
    test(`an event from the form to who was there, ${theme}, ${largeur}${scripts ? "" : ", without scripts"}`, async () => {
        const page = await espace.page({
            colorScheme: theme, viewport: { width: largeur, height: 800 }, javaScriptEnabled: scripts,
        });
        const voir = scripts ? regarder(page, theme) : async () => {};
        const titre = `Cuisine ${rang}`;
        await entrer(page);
        await planifier(page, voir, titre, rang);
        await voir("agenda-evenement");
        await page.getByRole("button", { name: /^Présent,/ }).click();
        await page.waitForSelector("[aria-pressed=true]");
        assert.match(await page.locator("main").innerText(), /réalisé/i);
        const personne = page.locator(".pointage a").first();
        await personne.click();
        await page.waitForURL("**/agenda/personne/**");
        assert.match(await page.locator("main").innerText(), /Hors projet/);
        await voir("agenda-personne");
        await page.goto(`/agenda?finess=${finess}&semaine=2024-10-07`);
        await voir("agenda-semaine");
        const rdv = page.locator("a.rdv", { hasText: titre });
        if (scripts && largeur > 1000) {
            await rdv.press("Alt+ArrowRight");
            await page.waitForURL("**/agenda?**");
        } else {
            await rdv.click();
            await page.locator("summary", { hasText: "Déplacer" }).click();
            await page.fill("#deplacer-jour", "2024-10-08");
            await page.getByRole("button", { name: "Déplacer ce rendez-vous" }).click();
            await page.waitForURL("**/agenda/evenements/**");
            await page.goto(`/agenda?finess=${finess}&semaine=2024-10-08`);
        }
        await page.waitForSelector(`td[data-jour="2024-10-08"] a.rdv`);
        assert.equal(await page.locator('td[data-jour="2024-10-07"] a.rdv', { hasText: titre }).count(), 0);
        assert.deepEqual(page.defauts, []);
        await page.context().close();
    });
}
