// The milestones of an agreement in Chromium: read, planned, declared by several establishments at once, asked about,
// confirmed, extended; what is refused keeps what was typed. axe wide and narrow, light and dark; once without scripts.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { deposer, entrer, ouvrirBureau, regarder, retenir } from "./guichet.mjs";
import { connecter, mot } from "./porteur.mjs";

let espace;
before(async () => (espace = await ouvrirBureau()));
after(() => espace.fermer());

const presser = (page, name) => Promise.all([page.waitForNavigation(), page.getByRole("button", { name }).click()]);
const lire = (page, ou) => page.textContent(ou).then((texte) => texte.replaceAll(/[\s\u00a0\u202f]+/g, " "));

/** Signed by both; the address of its milestones. */
async function signer(porteur, ars, id) {
    await ars.goto(`/dossiers/${id}/convention`);
    await presser(ars, "Établir la convention");
    for (const page of [porteur, ars]) {
        await page.goto(`/dossiers/${id}/convention`);
        await page.fill("#signature-mot", mot);
        await presser(page, "Signer la convention");
    }
    return new URL(await ars.getByRole("link", { name: "Voir les jalons" }).getAttribute("href"), espace.adresse).pathname;
}

/** Opens the form of a milestone of the line and fills it. */
async function remplir(page, jalon, acte, jour, motif = "") {
    const ouvert = await page.locator(`#jalon-${jalon} details[open]`).count();
    if (!ouvert) await page.locator(`#jalon-${jalon} summary`).click();
    await page.locator(`label[for='${jalon}-${acte}']`).click();
    if (jour) await page.fill(`#${jalon}-jour`, jour);
    await page.fill(`#${jalon}-motif`, motif);
    await Promise.all([page.waitForNavigation(), page.locator(`#jalon-${jalon} button`).click()]);
}

const enregistrerLeTableau = (page) => Promise.all([page.waitForNavigation(), page.locator("#deploiements .jalons__acte button").click()]);

for (const [theme, width, javaScriptEnabled] of [["light", 1280, true], ["dark", 360, true], ["light", 1280, false]])
    test(`milestones, ${theme}, ${width}${javaScriptEnabled ? "" : ", no scripts"}`, async () => {
        const options = { colorScheme: theme, viewport: { width, height: 900 }, javaScriptEnabled };
        const voir = (page) => (javaScriptEnabled ? regarder(page, theme) : async () => {});
        const id = await deposer(espace, "Association des Peupliers");
        await retenir(espace, id);
        const [porteur, ars] = await Promise.all([1, 2].map(() => espace.page(options)));
        await connecter(porteur, "porteur@exemple.fr");
        await entrer(espace, ars, "ars", "/bureau");
        const adresse = await signer(porteur, ars, id);

        await porteur.goto(adresse);
        assert.match(await lire(porteur, "#t-prochain + *"), /Demande de solde justifiée, au plus tard le 31 décembre 20\d\d/);
        assert.match(await lire(porteur, "#jalon-demande_de_solde"), /impératif.*FMIS, Caisse des dépôts/);
        assert.equal(await porteur.locator("#deploiements tbody tr").count(), 15);
        await voir(porteur)("jalons");

        await remplir(porteur, "choix", "declarer", "2199-01-01", "Marché notifié");
        await porteur.waitForSelector("#jalon-choix .fr-alert--error");
        assert.equal(await porteur.inputValue("#choix-motif"), "Marché notifié");
        await voir(porteur)("jalons-refus");
        await remplir(porteur, "choix", "declarer", "2024-02-01", "Marché notifié");
        await porteur.waitForSelector("text=C'est enregistré.");

        await ars.goto(adresse);
        await remplir(ars, "choix", "demander", "", "Quelle version du logiciel ?");
        await remplir(ars, "publication", "declarer", "2024-01-31");
        assert.match(await lire(ars, "#jalon-saisie"), /au plus tard le 31 janvier 2026/);
        await ars.locator("#deploiements tbody label").first().click();
        await ars.locator("label[for='deploiement-prolonger']").click();
        await ars.fill("#deploiement-jour", "2190-01-31");
        await enregistrerLeTableau(ars);
        await ars.waitForSelector("#deploiements .fr-alert--error");
        assert.equal(await ars.locator("#deploiements input[name=essms]:checked").count(), 1);
        await ars.fill("#deploiement-motif", "Travaux de câblage.");
        await enregistrerLeTableau(ars);
        assert.match(await lire(ars, "#deploiements tbody tr"), /31 janvier 2190.*sans la prolongation/);
        await voir(ars)("jalons-guichet");

        await porteur.goto(adresse);
        assert.match(await lire(porteur, "#jalon-choix"), /Quelle version du logiciel \?/);
        await voir(porteur)("jalons-question");
        for (const page of [porteur, ars]) {
            assert.deepEqual(page.defauts, []);
            await page.context().close();
        }
    });
