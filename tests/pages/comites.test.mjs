// A committee in Chromium, from its convocation to the letters: wide and narrow, light and dark.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { deposer, entrer, ouvrirBureau, recevoir, regarder } from "./guichet.mjs";

let espace;
before(async () => (espace = await ouvrirBureau()));
after(() => espace.fermer());

async function opiner(page, id, avis, { motif = "", recommandations = "", rang = "" } = {}) {
    const dossier = page.locator(`#d-${id}`);
    if (!(await page.locator(`#a-${id}`).isVisible())) await dossier.locator("summary", { hasText: "Écrire l'avis" }).click();
    await page.selectOption(`#a-${id}`, avis);
    await page.fill(`#g-${id}`, rang);
    await page.fill(`#r-${id}`, recommandations);
    await page.fill(`#m-${id}`, motif);
    await Promise.all([page.waitForNavigation(), dossier.locator("text=Enregistrer l'avis").click()]);
}

for (const [theme, width] of [["light", 1280], ["dark", 360]]) {
    test(`a committee from its convocation to the letters, ${theme}, ${width}`, async () => {
        const ids = [];
        for (const nom of ["Association des Tilleuls", "Fondation des Ormes"]) ids.push(await deposer(espace, `${nom} ${theme}`));
        const page = await espace.page({ colorScheme: theme, viewport: { width, height: 900 } });
        await entrer(espace, page, "ars", "/bureau");
        const voir = regarder(page, theme);
        for (const id of ids) await recevoir(page, id);
        await page.goto("/bureau/comites");
        await voir("comites-liste");
        await page.selectOption("#appel", "NA-2024");
        await page.fill("#fenetre", "9");
        await page.fill("#tenu_le", "2024-06-04");
        await page.fill("#enveloppe", "400000.00");
        await page.click("text=Convoquer ce comité");
        await page.waitForSelector(".fr-alert--error");
        assert.match(await page.textContent(".fr-alert--error"), /Les siennes\u00a0: 1, 2/);
        await page.fill("#fenetre", "1");
        await page.click("text=Convoquer ce comité");
        await page.waitForSelector("#dossiers .points__un");
        assert.ok(await page.locator("#dossiers .points__un").count() >= 2);
        for (const [nom, retenus] of [["Prudent", [ids[0]]], ["Large", ids]]) {
            await page.fill("#nom", nom);
            for (const id of retenus) await page.locator(`label[for=s-${id}]`).click();
            await Promise.all([page.waitForNavigation(), page.click("text=Garder ce scénario")]);
        }
        assert.match(await page.textContent("#scenarios"), /«\u00a0Large\u00a0» retient en plus de «\u00a0Prudent\u00a0»/);
        await opiner(page, ids[0], "favorable_avec_recommandations", { recommandations: "Décrire l'usage de la messagerie." });
        await opiner(page, ids[1], "defavorable");
        assert.match(await page.textContent(".fr-alert--error"), /se motive/);
        assert.equal(await page.inputValue(`#a-${ids[1]}`), "defavorable");  // nothing typed is lost
        await opiner(page, ids[1], "defavorable", { motif: "Enveloppe insuffisante." });
        await page.evaluate(() => document.querySelectorAll("main details").forEach((d) => (d.open = true)));
        await voir("comite");
        await page.click("text=Résultats et lettres");
        await page.waitForSelector(".points__un");
        await voir("comite-publication");
        await page.click("text=Publier tous les résultats");
        await page.waitForSelector(".etat >> text=publié le");
        await voir("comite-publie");
        const verbal = await page.request.get(await page.getByRole("link", { name: "Procès-verbal (PDF)" }).getAttribute("href"));
        assert.equal(verbal.headers()["content-type"], "application/pdf");
        assert.equal(await page.getByRole("link", { name: /^Convention / }).count(), 1);
        assert.deepEqual(page.defauts.filter((un) => !un.includes("422")), []);
        await page.context().close();
    });
}
