// A head of service in real Chromium: the pages around a stay, an absence told and ended, a document noted; on a telephone, with
// and without scripts, axe on each page.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { ouvrirLeDui } from "./dossier_usager.mjs";
import { regarder } from "./guichet.mjs";
import { mot } from "./porteur.mjs";

let espace, finess;

before(async () => {
    const dui = await ouvrirLeDui(12);
    ({ espace, finess } = dui);
    dui.compte("encadrement", "cadre", "cadre@exemple.fr", "Claude");
});
after(() => espace.fermer());

const texte = (page) => page.locator("main").innerText();
const ouvrir = (page, acte) => page.locator("summary", { hasText: acte }).first().click();

/** Of the n-th person: what was told of the others stands. */
async function absenter(page, voir, rang) {
    await page.goto(`/absences?finess=${finess}`);
    await ouvrir(page, "Déclarer une absence");
    await page.getByRole("button", { name: "Déclarer l'absence" }).click();
    await page.waitForSelector("[role=alert]");
    assert.match(await texte(page), /Choisissez la personne absente/);
    await voir("sejours-absence-fautes");
    await page.locator("#absence-personne").selectOption({ index: rang });
    await page.locator("#absence-nature").selectOption("famille");
    await page.locator("#absence-prevue").selectOption("oui");
    await page.fill("#absence-debut", "2024-09-30T08:00");
    await page.getByRole("button", { name: "Déclarer l'absence" }).click();
    await page.waitForURL("**/absences?finess=**");
    assert.match(await texte(page), /1 personne absente/);
    await voir("sejours-absences");
    await ouvrir(page, "Dire le retour");
    await page.getByRole("button", { name: "Enregistrer le retour" }).click();
    await page.waitForSelector("text=Personne n'est absent");
}

async function noterUnActe(page, voir) {
    await page.goto(`/echeances?finess=${finess}`);
    await ouvrir(page, "Secteur de l'établissement");
    await page.locator("#secteur-secteur").selectOption("PA");
    await page.getByRole("button", { name: "Enregistrer le secteur" }).click();
    await page.waitForSelector(".obligation");
    await voir("sejours-echeances");
    await page.locator(".obligation a").first().click();
    await page.waitForURL("**/sejours/**");
    await voir("sejours-personne");
    await ouvrir(page, "Noter un document");
    await page.locator("#acte-acte").selectOption("remise_contrat");
    await page.getByRole("button", { name: "Noter cet acte" }).click();
    await page.waitForSelector("[role=alert]");
    await page.fill("#acte-participants", "La personne, sa fille");
    await page.getByRole("button", { name: "Noter cet acte" }).click();
    await page.waitForURL("**/sejours/**?sejour=**");
    assert.match(await texte(page), /Contrat de séjour remis · La personne, sa fille/);
}

const vues = [["light", 1280, true], ["dark", 360, true], ["light", 360, false]];
for (const [rang, [theme, largeur, scripts]] of vues.entries())
    test(`stays and deadlines, ${theme}, ${largeur} pixels${scripts ? "" : ", without scripts"}`, async () => {
        const page = await espace.page({
            colorScheme: theme, viewport: { width: largeur, height: 800 }, javaScriptEnabled: scripts,
        });
        const voir = scripts ? regarder(page, theme) : async () => {};
        await page.goto("/equipe");
        await page.fill("#courriel", "cadre@exemple.fr");
        await page.fill("#mot_de_passe", mot);
        await page.press("#mot_de_passe", "Enter");
        await page.waitForURL("**/equipe**");
        await absenter(page, voir, rang + 1);
        await noterUnActe(page, voir);
        for (const [ou, titre] of [["pilotage", "Pilotage"], ["presences", "Présences"], ["unites", "Unités"], ["attente", "Liste d'attente"]]) {
            await page.goto(`/${ou}?finess=${finess}`);
            assert.match(await page.locator("h1").innerText(), new RegExp(titre));
            await voir(`sejours-${ou}`);
        }
        assert.deepEqual(page.defauts, []);
        await page.context().close();
    });
