// The public figures in real Chromium: nothing to tell, then a whole programme; with and without scripts, by keyboard,
// light and dark, wide and narrow.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { racine } from "./atelier.mjs";
import { regarder } from "./guichet.mjs";
import { ouvrirEspace } from "./porteur.mjs";

let espace;
before(async () => (espace = await ouvrirEspace("2025-01-15T09:00:00Z")));
after(() => espace.fermer());

test("without agreements no figure is zero: each is said to be absent", async () => {
    const page = await espace.page();
    await page.goto("/");
    await page.getByRole("link", { name: "Chiffres", exact: true }).click();
    await page.waitForURL("**/tableau");
    const dit = await page.locator("main").innerText();
    assert.match(dit, /aucune convention n'est signée des deux parties/);
    assert.match(dit, /sur 410\s000 visés fin 2024/);
    assert.equal(await page.locator(".cibles__barre").count(), 0);
    assert.equal(await page.locator(".tableau--chiffres").count(), 0);
    await regarder(page, "light")("tableau-vide");
    await page.context().close();
    // What is told from here on.
    execFileSync("python3", [join(racine, "bench/tableau/remplir.py"), espace.base, 60, 1300, 3].map(String));
    await new Promise((suite) => setTimeout(suite, 1200));
});

const ESPACES = /[\s\u202f\u00a0]/g;
const nombre = (texte) => Number(texte.replaceAll(ESPACES, "").replace("€", ""));

for (const [colorScheme, width] of [["light", 1280], ["dark", 375], ["light", 768]]) {
    test(`the two targets first, then tables that sum, ${colorScheme}, ${width}`, async () => {
        const page = await espace.page({ colorScheme, viewport: { width, height: 900 } });
        await page.goto("/tableau");
        assert.equal(await page.locator(".cibles__une").count(), 2);
        const [dui, essms] = await page.locator(".cibles__une").allInnerTexts();
        assert.match(dui, /DUI actifs vérifiés/);
        assert.match(dui, /\d,\d\s% de la cible/);
        assert.match(dui, /Non comptés ici/);
        assert.match(essms, /1\s300/);
        for (const id of ["region", "secteur", "appel"]) {
            const table = page.locator(`.chiffres-table[aria-labelledby="t-${id}"] table`);
            const rang = id === "secteur" ? 0 : 1;  // the column of establishments
            const siens = await table.locator(`tbody tr td:nth-of-type(${rang + 1})`).allInnerTexts();
            const total = nombre(await table.locator(`tfoot td:nth-of-type(${rang + 1})`).innerText());
            const somme = siens.map(nombre).filter(Number.isFinite).reduce((a, b) => a + b, 0);
            assert.equal(somme, total, id);
            assert.equal(total, 1300);
        }
        assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth), "no sideways scroll");
        await regarder(page, colorScheme)("tableau");
        assert.deepEqual(page.defauts, []);
        await page.context().close();
    });
}

test("without scripts the same is read, and the file is given", async () => {
    const page = await espace.page({ javaScriptEnabled: false });
    await page.goto("/tableau");
    assert.equal(await page.locator(".tableau--chiffres").count(), 3);
    const [fichier] = await Promise.all([page.waitForEvent("download"), page.click("a[href='/tableau.csv']")]);
    assert.equal(fichier.suggestedFilename(), "grappe-tableau-2025-01-15.csv");
    await page.context().close();
});

test("by keyboard one reaches each table and the file", async () => {
    const page = await espace.page();
    await page.goto("/tableau");
    const atteints = new Set();
    for (let pas = 0; pas < 60; ++pas) {
        await page.keyboard.press("Tab");
        atteints.add(await page.evaluate(() =>
            document.activeElement.getAttribute("aria-labelledby") ?? document.activeElement.getAttribute("href")));
    }
    for (const ou of ["t-region", "t-secteur", "t-appel", "/tableau.csv", "/api/tableau"]) assert.ok(atteints.has(ou), ou);
    await page.context().close();
});
