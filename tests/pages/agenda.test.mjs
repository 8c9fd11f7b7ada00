// The week of an educator in real Chromium: planned, found in the week, moved by keys, pointed. axe on every page, with
// and without scripts, on a telephone too.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { entrer, jour, ouvrirLeDui } from "./dossier_usager.mjs";
import { regarder } from "./guichet.mjs";

let espace, finess;

before(async () => {
    const dui = await ouvrirLeDui();
    ({ espace, finess } = dui);
    dui.compte("professionnel", "educateur", "edith@exemple.fr", "Édith");
});
after(() => espace.fermer());

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
        await entrer(page, "edith@exemple.fr", "/agenda");
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
