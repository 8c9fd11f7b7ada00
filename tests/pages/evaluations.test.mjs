// A nurse evaluates somebody in real Chromium, on a telephone first: begun, filled, left and taken up, explained, approved, and
// compared with the time before. axe on every page, with and without scripts.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { entrer, ouvrirLeDui } from "./dossier_usager.mjs";
import { regarder } from "./guichet.mjs";

let espace, personne;

before(async () => {
    const dui = await ouvrirLeDui();
    ({ espace } = dui);
    [personne] = dui.presentes;
    dui.compte("professionnel", "infirmier", "ivan@exemple.fr", "Ivan");
});
after(() => espace.fermer());

const main = (page) => page.locator("main");

async function commencer(page, voir, date) {
    await page.goto(`/evaluations/${encodeURIComponent(personne)}`);
    await voir("evaluations-liste");
    await page.getByRole("link", { name: "Commencer une évaluation" }).click();
    await page.waitForURL("**/evaluation/nouvelle**");
    await page.getByText("AGGIR, personnes âgées", { exact: true }).click();
    await page.fill("#date", date);
    await voir("evaluations-debut");
    await page.getByRole("button", { name: "Commencer" }).click();
    await page.waitForURL("**/variables/COHERENCE");
}

/** Every variable at that letter, one step left for later in the middle. */
async function remplir(page, voir, lettre) {
    for (let rang = 0; page.url().includes("/variables/"); ++rang) {
        assert.equal(await page.locator("input[name=modalite]:checked").getAttribute("value"), "", "nothing is copied");
        if (rang === 0) {
            await page.locator("summary", { hasText: "Comment la personne le fait" }).first().click();
            await voir("evaluations-variable");
        }
        await page.locator(`label[for=modalite-${lettre}]`).click();
        const ici = page.url();
        if (rang === 2) {
            await page.getByRole("button", { name: "Enregistrer et finir plus tard" }).click();
            await page.waitForURL((url) => !url.pathname.includes("/variables/"));
            await page.getByRole("link", { name: "Habillage" }).click();
        } else {
            await page.getByRole("button", { name: /^Enregistrer et (continuer|voir le résultat)$/ }).click();
        }
        await page.waitForURL((url) => url.href !== ici);
    }
}

const vues = [["dark", 360, true], ["light", 1280, true], ["light", 360, false]];
for (const [rang, [theme, largeur, scripts]] of vues.entries()) {
    test(`an evaluation from its first step to its approval, ${theme}, ${largeur} pixels${scripts ? "" : ", without scripts"}`, async () => {
        const page = await espace.page({ colorScheme: theme, viewport: { width: largeur, height: 800 }, javaScriptEnabled: scripts });
        const voir = scripts ? regarder(page, theme) : async () => {};
        await entrer(page, "ivan@exemple.fr");
        await commencer(page, voir, `2024-0${rang + 5}-10`);
        if (rang > 0) assert.match(await main(page).innerText(), /La dernière fois, le 10 \w+ 2024/);
        await remplir(page, voir, "ABC"[rang]);
        assert.match(await main(page).innerText(), new RegExp(`GIR ${["6", "\\d", "1"][rang]}`));
        await voir("evaluations-resultat");
        await page.getByRole("button", { name: "Approuver" }).click();
        await page.getByRole("button", { name: "Valider" }).waitFor();
        assert.match(await main(page).innerText(), /approuvée/);
        if (rang > 0) {
            await page.goto(`/evaluations/${encodeURIComponent(personne)}`);
            assert.match(await main(page).innerText(), /GIR \d le 10 \w+ 2024, GIR \d le 10 \w+ 2024/);
            await voir("evaluations-tendance");
        }
        assert.deepEqual(page.defauts, []);
        await page.context().close();
    });
}
