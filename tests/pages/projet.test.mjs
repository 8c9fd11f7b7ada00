// An educator and a personalised project in real Chromium, on a telephone first: her words, an expectation, a need with
// its code found by everyday words, an objective, a transmission linked in one gesture, the page in easy language.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { entrer, ouvrirLeDui } from "./dossier_usager.mjs";
import { regarder } from "./guichet.mjs";

let espace, personnes;

before(async () => {
    const dui = await ouvrirLeDui(20);
    ({ espace } = dui);
    personnes = dui.presentes;
    dui.compte("professionnel", "educateur", "eddy@exemple.fr", "Eddy");
});
after(() => espace.fermer());

const main = (page) => page.locator("main");

async function enregistrer(page) {
    await page.getByRole("button", { name: "Enregistrer dans le projet" }).click();
    await page.waitForURL("**/projets/**");
}

/** The project of that person, from nothing to an objective. */
async function ecrireLeProjet(page, voir) {
    assert.match(await main(page).innerText(), /Ses mots ne sont pas encore écrits/);
    await page.getByRole("link", { name: "Écrire son projet de vie" }).click();
    await page.fill("#titre", "Vivre près de ma sœur et choisir mes journées");
    await enregistrer(page);
    await page.getByRole("link", { name: "Ouvrir un projet" }).click();
    await page.fill("#titre", "Sortir quand je veux");
    await enregistrer(page);
    await page.getByRole("link", { name: "Ajouter une attente" }).click();
    await page.fill("#description", "Je veux aller au marché toute seule.");
    await page.getByRole("button", { name: "Enregistrer dans le projet" }).click();
    await page.waitForSelector("[role=alert]");
    assert.match(await main(page).innerText(), /Dites de qui vient cette attente/);
    await voir("projet-attente");
    await page.selectOption("#origine", "personne");
    await enregistrer(page);
    await page.locator(".attente").getByRole("link", { name: "Ajouter un besoin" }).click();
    await page.fill("#description", "Se déplacer en sécurité dans la ville");
    await page.fill("#cherche", "bus");
    await page.getByRole("button", { name: "Chercher", exact: true }).click();
    await page.waitForSelector(".choix input[type=radio]");
    assert.equal(await page.inputValue("#description"), "Se déplacer en sécurité dans la ville");
    await page.locator(".choix label").nth(1).click();
    await voir("projet-besoin");
    await enregistrer(page);
    await page.getByRole("link", { name: "Ajouter un objectif" }).click();
    await page.fill("#titre", "Prendre le bus 12");
    await page.fill("#description", "Aller et revenir, le mardi matin.");
    await page.fill("#avis", "J'ai un peu peur, mais je veux essayer.");
    await page.fill("#debut", "2024-08-01");
    await enregistrer(page);
    await page.getByRole("link", { name: "Ajouter une action" }).click();
    await page.fill("#titre", "Repérer le trajet avec Eddy");
    await enregistrer(page);
    assert.match(await main(page).innerText(), /sans trace depuis 60 jours/);
}

async function lierUneTransmission(page, voir) {
    await page.locator(".objectif").getByRole("link", { name: "Écrire une transmission" }).click();
    await page.waitForURL("**/transmissions/nouvelle**");
    assert.ok(await page.getByLabel("Prendre le bus 12").isChecked());
    await voir("projet-transmission");
    await page.fill("#texte", "A pris le bus jusqu'à la mairie, seule au retour.");
    await page.getByRole("button", { name: "Enregistrer la transmission" }).click();
    await page.waitForURL("**/personnes/**");
    await page.getByRole("navigation", { name: "Le dossier" }).or(page.locator(".portes")).first()
        .getByRole("link", { name: "Projet", exact: true }).click();
    await page.waitForURL("**/projets/**");
    assert.match(await page.locator(".traces").innerText(), /seule au retour/);
    assert.doesNotMatch(await main(page).innerText(), /sans trace depuis/);
}

const vues = [["light", 360, true], ["dark", 1280, true], ["light", 360, false]];
for (const [rang, [theme, largeur, scripts]] of vues.entries()) {
    test(`a project from her words to a trace, ${theme}, ${largeur} pixels${scripts ? "" : ", without scripts"}`, async () => {
        const page = await espace.page({
            colorScheme: theme, viewport: { width: largeur, height: 800 }, javaScriptEnabled: scripts,
        });
        const voir = scripts ? regarder(page, theme) : async () => {};
        await entrer(page, "eddy@exemple.fr", `/projets/${personnes[rang]}`);
        await voir("projet-vide");
        await ecrireLeProjet(page, voir);
        await lierUneTransmission(page, voir);
        await voir("projet-chaine");
        await page.getByRole("link", { name: "Mois par mois" }).click();
        await page.waitForURL("**/calendrier");
        assert.match(await main(page).innerText(), /Repérer le trajet avec Eddy/);
        await voir("projet-calendrier");
        await page.goBack();
        await page.getByRole("link", { name: "Facile à lire" }).click();
        await page.waitForURL("**/facile");
        assert.match(await main(page).innerText(), /Je veux aller au marché toute seule/);
        await voir("projet-facile");
        await page.goto("/projets");
        await voir("projets-a-revoir");
        assert.deepEqual(page.defauts, []);
        await page.context().close();
    });
}
