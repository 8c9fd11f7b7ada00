// The waiting list in Chromium: a rank given, money that returns, a committee prepared; wide and narrow.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { deposer, entrer, ouvrirBureau, recevoir, regarder } from "./guichet.mjs";
import { mot } from "./porteur.mjs";

let espace;
before(async () => (espace = await ouvrirBureau()));
after(() => espace.fermer());

async function opiner(page, id, avis, rang, motif) {
    const dossier = page.locator(`#d-${id}`);
    if (!(await page.locator(`#a-${id}`).isVisible())) await dossier.locator("summary", { hasText: "Écrire l'avis" }).click();
    await page.selectOption(`#a-${id}`, avis);
    await page.fill(`#g-${id}`, rang);
    await page.fill(`#m-${id}`, motif);
    await Promise.all([page.waitForNavigation(), dossier.locator("text=Enregistrer l'avis").click()]);
}

/** The porteur gives up; the server's task runs at once. */
async function rendre(id) {
    const page = await espace.page();
    const ouverte = await page.request.post("/api/sessions", { data: { courriel: "porteur@exemple.fr", mot_de_passe: mot } });
    const headers = { "X-CSRF-Token": (await ouverte.json()).csrf };
    const retire = await page.request.post(`/api/dossiers/${id}/retrait`, { headers, data: { motif: "Abandon." } });
    assert.equal(retire.status(), 201, await retire.text());
    execFileSync(process.env.PROGRAMME, ["rappels", "envoyer", "--base", espace.base, "--donnees", espace.dossier,
        "--cle", join(espace.dossier, "cle")]);
    await page.context().close();
}

for (const [theme, width] of [["light", 1280], ["dark", 360]]) {
    test(`the waiting list, from its ranks to a new committee, ${theme}, ${width}`, async () => {
        const ids = [];
        for (const nom of ["Association du Marais", "Fondation des Halles", "Union des Rives"])
            ids.push(await deposer(espace, `${nom} ${theme}`));
        const page = await espace.page({ colorScheme: theme, viewport: { width, height: 900 } });
        await entrer(espace, page, "ars", "/bureau");
        const voir = regarder(page, theme);
        for (const id of ids) await recevoir(page, id);
        await page.goto("/bureau/comites");
        await page.selectOption("#appel", "NA-2024");
        await page.fill("#fenetre", "1");
        await page.fill("#tenu_le", "2024-06-04");
        await page.fill("#enveloppe", "400000.00");
        await Promise.all([page.waitForNavigation(), page.click("text=Convoquer ce comité")]);
        await opiner(page, ids[0], "favorable", "", "");
        await opiner(page, ids[1], "attente", "", "Enveloppe insuffisante.");
        assert.match(await page.textContent(".fr-alert--error"), /Donnez le rang/);
        assert.equal(await page.inputValue(`#m-${ids[1]}`), "Enveloppe insuffisante.");  // nothing typed is lost
        await opiner(page, ids[1], "attente", "1", "Enveloppe insuffisante.");
        await opiner(page, ids[2], "attente", "1", "Enveloppe insuffisante.");
        assert.match(await page.textContent(".fr-alert--error"), /a déjà ce rang/);
        assert.equal(await page.inputValue(`#g-${ids[2]}`), "1");
        await opiner(page, ids[2], "attente", "2", "Enveloppe insuffisante.");
        const autres = await page.locator("#dossiers .points__un:has(.etat:text-is('Sans avis'))").evaluateAll((tous) => tous.map((un) => un.id.slice(2)));
        for (const id of autres) await opiner(page, id, "defavorable", "", "Hors de ce comité.");
        await voir("attente-comite");
        await page.click("text=Résultats et lettres");
        await page.waitForSelector(".points__un");
        await voir("attente-publication");
        await Promise.all([page.waitForNavigation(), page.click("text=Publier tous les résultats")]);
        await rendre(ids[0]);
        await page.goto("/bureau/comites");
        assert.match(await page.textContent("#attente"), /sont revenus/);
        assert.ok((await page.textContent("#attente")).includes(`Fondation des Halles ${theme}`));
        await voir("attente-liste");
        await Promise.all([page.waitForNavigation(), page.click("text=/^Préparer un comité pour/")]);
        assert.equal(await page.inputValue("#fenetre"), "1");
        assert.match(await page.inputValue("#enveloppe"), /^\d+\.\d\d$/);
        await page.fill("#tenu_le", "2024-07-04");
        await Promise.all([page.waitForNavigation(), page.click("text=Convoquer ce comité")]);
        assert.match(await page.textContent(`#d-${ids[1]}`), /en attente, rang 1/);
        await voir("attente-suite");
        for (const [id, avis] of [[ids[1], "defavorable"], [ids[2], "favorable"]]) await opiner(page, id, avis, "", avis === "favorable" ? "" : "Retiré de la liste.");
        await page.click("text=Résultats et lettres");
        assert.match(await page.textContent("main"), /est retenu avant le dossier/);
        await voir("attente-rang-passe");
        await page.goBack();
        await opiner(page, ids[2], "favorable", "", "Seul prêt à démarrer.");
        await page.click("text=Résultats et lettres");
        await Promise.all([page.waitForNavigation(), page.click("text=Publier tous les résultats")]);
        assert.deepEqual(page.defauts.filter((un) => !/409|422/.test(un)), []);
        await page.context().close();
    });
}
