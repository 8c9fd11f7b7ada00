// An amendment in Chromium: its amounts seen before anything is written, prepared by a desk, given up once, signed by
// two people, its versions listed; what is refused keeps what was typed. axe on each page, wide and narrow, light and
// dark; once without scripts.
import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { deposer, entrer, ouvrirBureau, regarder, retenir } from "./guichet.mjs";
import { connecter, mot } from "./porteur.mjs";

let espace;
before(async () => (espace = await ouvrirBureau()));
after(() => espace.fermer());

const presser = (page, name) => Promise.all([page.waitForNavigation(), page.getByRole("button", { name, exact: true }).click()]);
const suivre = (page, name) => Promise.all([page.waitForNavigation(), page.getByRole("link", { name, exact: true }).click()]);
const lire = (page, ou) => page.textContent(ou).then((texte) => texte.replaceAll(/[\s\u00a0\u202f]+/g, " "));

async function conventionner(porteur, ars, adresse) {
    await ars.goto(adresse);
    await presser(ars, "Établir la convention");
    for (const page of [porteur, ars]) {
        await page.goto(adresse);
        await page.fill("#signature-mot", mot);
        await presser(page, "Signer la convention");
        await page.waitForSelector("text=La signature est enregistrée.");
    }
}

/** Two leave, a regime was wrong, the end is later. */
async function remplir(page, regime) {
    await page.fill("#motif", "Deux établissements quittent le projet.");
    for (const rang of [0, 1]) await page.locator("#quittent label").nth(rang).click();
    await page.selectOption("#f-0", "regime");
    await page.fill("#e-0", await page.locator("#quittent input").nth(4).inputValue());
    await page.fill("#v-0", regime);
    await page.fill("#fin", "2026-12-31");
}

async function proposer(ars, voir) {
    await suivre(ars, "Préparer un avenant");
    await voir("avenant-nouveau");
    await remplir(ars, "location");
    await presser(ars, "Calculer les montants");
    await ars.waitForSelector("text=Le régime est «\u00a0acquisition\u00a0»");
    assert.equal(await ars.inputValue("#v-0"), "location");
    assert.equal(await ars.inputValue("#motif"), "Deux établissements quittent le projet.");
    await voir("avenant-refuse");
    await ars.fill("#v-0", "Montée de version");
    await presser(ars, "Calculer les montants");
    await ars.waitForSelector("text=Ce que donnerait cet avenant");
    await voir("avenant-apercu");
}

for (const [theme, width, javaScriptEnabled] of [["light", 1280, true], ["dark", 360, true], ["light", 1280, false]])
    test(`an amendment, from its preview to its second signature, ${theme}, ${width}${javaScriptEnabled ? "" : ", no scripts"}`, async () => {
        const options = { colorScheme: theme, viewport: { width, height: 900 }, javaScriptEnabled };
        const voir = (page) => (javaScriptEnabled ? regarder(page, theme) : async () => {});
        const id = await deposer(espace, `Association des Charmes ${theme} ${width} ${javaScriptEnabled}`);
        await retenir(espace, id);
        const adresse = `/dossiers/${id}/convention`;
        const [porteur, ars] = await Promise.all([1, 2].map(() => espace.page(options)));
        await connecter(porteur, "porteur@exemple.fr");
        await entrer(espace, ars, "ars", "/bureau");
        await conventionner(porteur, ars, adresse);
        assert.match(await lire(ars, "#avenants"), /Aucun avenant n'est en vigueur/);
        await voir(ars)("avenant-aucun");

        await proposer(ars, voir(ars));
        const apercu = await lire(ars, ".avenant__apercu");
        assert.match(apercu, /quitte le projet/);
        assert.match(apercu, /31 décembre 2026 après/);
        // Nothing is written before it is confirmed.
        await porteur.goto(`/dossiers/${id}/avenants`);
        assert.equal(await porteur.locator(".avenant__version").count(), 1);
        await presser(ars, "Préparer cet avenant");
        await ars.waitForSelector("text=L'avenant est préparé.");
        await voir(ars)("avenant-prepare");
        await ars.locator("summary", { hasText: "Abandonner cet avenant" }).click();
        await ars.fill("#abandon-motif", "Une erreur de date.");
        await presser(ars, "Abandonner l'avenant");
        await ars.waitForSelector("text=L'avenant est abandonné");
        await proposer(ars, async () => {});
        await presser(ars, "Préparer cet avenant");

        await porteur.goto(adresse);
        await suivre(porteur, "Voir les versions");
        await porteur.fill("#signature-mot", "pas celui-là");
        await presser(porteur, "Signer l'avenant");
        await porteur.waitForSelector(".fr-alert--error");
        await voir(porteur)("avenant-mot-refuse");
        for (const page of [porteur, ars]) {
            await page.goto(`/dossiers/${id}/avenants`);
            await page.fill("#signature-mot", mot);
            await presser(page, "Signer l'avenant");
            await page.waitForSelector("text=La signature est enregistrée.");
        }
        await porteur.goto(`/dossiers/${id}/avenants`);
        assert.match(await lire(porteur, "#avenant-2 h3"), /En vigueur/);
        assert.match(await lire(porteur, "#avenant-1 h3"), /Abandonné/);
        await voir(porteur)("avenant-versions");
        const pdf = await porteur.request.get(await porteur.getAttribute("#avenant-2 a[href$='.pdf']", "href"));
        assert.equal(pdf.headers()["content-type"], "application/pdf");
        if (process.env.IMAGES) writeFileSync(join(process.env.IMAGES, "avenant.pdf"), await pdf.body());
        await porteur.goto(adresse);
        assert.match(await lire(porteur, "#avenants"), /avenant n° 2, en vigueur/);
        assert.equal(await porteur.locator("#montants tbody tr").count(), 13);
        for (const page of [porteur, ars]) {
            assert.deepEqual(page.defauts, []);
            await page.context().close();
        }
    });
