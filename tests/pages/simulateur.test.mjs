// The simulator from paste to export, with and without scripts.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { readFile } from "node:fs/promises";
import { coller, hopital, liste, ouvrirAtelier } from "./atelier.mjs";
import { classeur } from "./classeur.mjs";

let atelier;
before(async () => (atelier = await ouvrirAtelier()));
after(() => atelier.fermer());

const texte = (page, selecteur) => page.locator(selecteur).first().innerText();
const sansEspaces = (mots) => mots.replace(/\s/g, "");

async function exporter(page, format) {
    const [fichier] = await Promise.all([
        page.waitForEvent("download"),
        page.click(`button[formaction="/simulateur/${format}"]`),
    ]);
    return { nom: fichier.suggestedFilename(), octets: await readFile(await fichier.path()) };
}

for (const script of [true, false]) {
    const avec = script ? "with scripts" : "without scripts";

    test(`from a pasted list to its three exports, ${avec}`, async () => {
        const page = await atelier.page({ javaScriptEnabled: script });
        await page.goto("/");
        await page.selectOption("#appel", "NA-2024");
        await page.fill("#liste", [...liste, hopital].join("\n"));
        await page.click("button[value=ajouter]");
        await page.waitForSelector(".ligne");
        assert.equal(await page.locator(".ligne").count(), 19);
        // 18 acquisitions under the 49th rank: 18 × (7,000 + 14,000); the hospital is left out.
        assert.equal(sansEspaces(await texte(page, ".apercu .montant")), "378000,00€");
        assert.match(await texte(page, `tbody[data-repere="${hopital}"] .ligne__note`), /n'est pas un ESSMS/);

        await page.locator("#bloc-porteur summary").click();
        await page.fill("#porteur-siret", "26240001300018");
        await page.click(".apercu__bouton");
        await page.waitForSelector(".reponse");
        assert.equal(sansEspaces(await texte(page, ".montant--grand")), "378000,00€");
        assert.match(await texte(page, ".reponse__guichet"), /ARS Nouvelle-Aquitaine/);
        assert.match(await texte(page, ".reponse__fenetre"), /ferme dans 12 jours/);
        await page.locator(".montants__pourquoi summary").first().click();
        assert.match(await texte(page, ".montants__pourquoi details[open]"), /AAP ESMS numérique 2024/);

        const json = await exporter(page, "json");
        const dossier = JSON.parse(json.octets);
        assert.equal(dossier.essms.length, 19);
        assert.equal(dossier.essms[0].regime, "acquisition");
        assert.equal(dossier.depose_le, "2024-05-12T11:00:00+02:00");
        const pdf = await exporter(page, "pdf");
        assert.equal(pdf.octets.subarray(0, 5).toString(), "%PDF-");
        const xlsx = await exporter(page, "xlsx");
        assert.equal(xlsx.octets.subarray(0, 2).toString(), "PK");
        assert.match(xlsx.nom, /^simulation-NA-2024\.xlsx$/);

        await page.click("button[value=modifier]");
        await page.waitForSelector("#simulateur");
        assert.equal(await page.inputValue("#porteur-siret"), "26240001300018");
        assert.deepEqual(page.defauts, []);
        await page.context().close();
    });

    test(`an exported JSON dropped back in gives the same answer, ${avec}`, async () => {
        const page = await atelier.page({ javaScriptEnabled: script });
        const dossier = {
            appel: "NA-2024", depose_le: "2024-05-24T23:59:59+02:00", porteur: { siret: "26240001300018" },
            essms: liste.map((finess_et) => ({ finess_et, regime: "montee_de_version", commande_sons: null })),
        };
        await page.goto("/simulateur");
        await page.setInputFiles("#fichier", { name: "dossier.json", mimeType: "application/json", buffer: Buffer.from(JSON.stringify(dossier)) });
        if (!script) await page.click("button[value=ajouter]");
        await page.waitForSelector(".ligne");
        assert.equal(sansEspaces(await texte(page, ".apercu .montant")), "90000,00€");
        await page.click(".apercu__bouton");
        await page.waitForSelector(".reponse");
        const { octets } = await exporter(page, "json");
        assert.deepEqual(JSON.parse(octets), dossier);
        await page.context().close();
    });

    test(`a wrong input keeps everything typed and names its field, ${avec}`, async () => {
        const page = await atelier.page({ javaScriptEnabled: script });
        await page.goto("/simulateur?appel=NA-2024");
        await coller(page, `${liste[0]}\nÉtablissement sans numéro\n3300`);
        assert.equal(await page.locator(".ligne").count(), 1);
        assert.equal(await page.inputValue("#liste"), "Établissement sans numéro\n3300\n");
        assert.equal(await page.locator("#liste-fautes li").count(), 2);

        await page.fill("#liste", "");
        await page.fill("#essms-0-devis_materiel", "six mille");
        await page.locator("#bloc-solution summary").click();
        await page.fill("#solution-nom", "Éclat <b>&amp; co");
        await page.locator("#bloc-porteur summary").click();
        await page.fill("#porteur-siret", "123");
        await page.click(".apercu__bouton");
        await page.waitForSelector(".resume-fautes");
        assert.equal(await page.inputValue("#essms-0-devis_materiel"), "six mille");
        assert.equal(await page.inputValue("#solution-nom"), "Éclat <b>&amp; co");
        assert.equal(await page.inputValue("#porteur-siret"), "123");
        assert.equal(await page.locator(".resume-fautes li").count(), 2);
        const lien = page.locator('.resume-fautes a[href="#essms-0-devis_materiel"]');
        assert.match(await lien.innerText(), /Ligne 1/);
        await lien.click();
        if (script) assert.equal(await page.evaluate(() => document.activeElement.id), "essms-0-devis_materiel");
        await page.context().close();
    });

    test(`a damaged file or an odd body never loses the form, ${avec}`, async () => {
        const page = await atelier.page({ javaScriptEnabled: script });
        await page.goto("/simulateur?appel=NA-2024");
        await coller(page, liste.join("\n"));
        const deposer = async (name, contenu) => {
            await page.setInputFiles("#fichier", { name, mimeType: "application/octet-stream", buffer: Buffer.from(contenu) });
            if (!script) await page.click("button[value=ajouter]");
            await page.waitForSelector("#fichier-faute");
            assert.equal(await page.locator(".ligne").count(), liste.length);
        };
        await deposer("dossier.json", '{"essms": [}');
        assert.match(await texte(page, "#fichier-faute"), /ligne 1/);
        await deposer("liste.xlsx", "PK\u0003\u0004 damaged");
        await page.context().close();
    });
}

for (const script of [true, false]) {
    const avec = script ? "with scripts" : "without scripts";

    test(`a workbook with a title above its head gives its numbers and regimes, ${avec}`, async () => {
        const page = await atelier.page({ javaScriptEnabled: script });
        await page.goto("/simulateur?appel=NA-2024");
        const rangees = [["Grappe du Périgord", ""], ["N° FINESS géographique", "Régime"],
            ...liste.map((numero, rang) => [Number(numero), rang < 3 ? "Montée de version" : "Acquisition"])];
        await page.setInputFiles("#fichier", { name: "liste.xlsx", mimeType: "", buffer: classeur(rangees) });
        if (!script) await page.click("button[value=ajouter]");
        await page.waitForSelector(".ligne");
        assert.equal(await page.locator(".ligne").count(), liste.length);
        assert.equal(await page.locator("#liste-fautes li").count(), 0);
        assert.equal(sansEspaces(await texte(page, ".apercu .montant")), "330000,00€");
        await page.context().close();
    });

    test(`three hundred establishments in one form, ${avec}`, async () => {
        const page = await atelier.page({ javaScriptEnabled: script });
        await page.goto("/simulateur?appel=NA-2024");
        const numeros = new Set();
        for (const ville of ["bordeaux", "limoges", "poitiers", "pau", "niort", "agen", "la rochelle", "perigueux", "angouleme"]) {
            const reponse = await page.request.get(`/api/etablissements?q=${ville}&limite=100`);
            for (const un of (await reponse.json()).resultats) numeros.add(un.finess_et);
        }
        assert.ok(numeros.size >= 300);
        await page.fill("#liste", [...numeros].slice(0, 300).join("\n"));
        await page.click("button[value=ajouter]");
        await page.locator(".ligne").nth(299).waitFor();
        assert.equal(await page.locator(".ligne").count(), 300);
        await page.fill("#liste", "Les Tilleuls");
        await page.click(".apercu__bouton");  // a row that says nothing holds the answer back, by its name
        await page.waitForSelector('.resume-fautes a[href="#liste"]');
        assert.equal(await page.locator(".resume-fautes li").count(), 1);
        assert.equal(await page.locator(".ligne").count(), 300);
        await page.fill("#liste", "");
        await page.click(".apercu__bouton");
        await page.waitForSelector(".reponse");
        const { octets } = await exporter(page, "json");
        assert.equal(JSON.parse(octets).essms.length, 300);
        await page.context().close();
    });
}

test("the answer follows the typing without reloading the page", async () => {
    const page = await atelier.page();
    await page.goto("/simulateur?appel=NA-2024");
    await page.evaluate(() => (window.memePage = true));
    await page.fill("#liste", liste.join("\n"));
    await page.waitForSelector(".apercu .montant");
    assert.equal(sansEspaces(await texte(page, ".apercu .montant")), "378000,00€");
    await page.click("button[value=ajouter]");
    await page.waitForSelector(".ligne");
    await page.selectOption("#commun-regime", "montee_de_version");
    await page.waitForFunction(() => /90\s?000/.test(document.querySelector(".apercu .montant").textContent));
    await page.click("button[value='retirer:0']");
    await page.waitForFunction((n) => document.querySelectorAll(".ligne").length === n, liste.length - 1);
    assert.equal(await page.evaluate(() => window.memePage), true);
    assert.deepEqual(page.defauts, []);
    await page.context().close();
});

test("the further facts of a line open without script too", async () => {
    const page = await atelier.page({ javaScriptEnabled: false });
    await page.goto("/simulateur?appel=NA-2024");
    await coller(page, liste.slice(0, 2).join("\n"));
    await page.click("button[value='detailler:1']");
    await page.fill("#essms-1-commande_sons-solution", "Alpha");
    await page.click(".apercu__bouton");
    await page.waitForSelector(".reponse");
    const { octets } = await exporter(page, "json");
    assert.deepEqual(JSON.parse(octets).essms[1].commande_sons, { solution: "Alpha" });
    await page.context().close();
});
