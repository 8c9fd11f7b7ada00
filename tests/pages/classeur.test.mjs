// A nurse deposits documents in real Chromium, on a telephone first: refused with all its faults, deposited, found by its text,
// replaced, withdrawn. axe on every page, with and without scripts.
import assert from "node:assert/strict";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { entrer, ouvrirLeDui } from "./dossier_usager.mjs";
import { regarder } from "./guichet.mjs";
import { mot } from "./porteur.mjs";

let espace, personne;

before(async () => {
    const dui = await ouvrirLeDui();
    ({ espace } = dui);
    [personne] = dui.presentes;
    dui.compte("professionnel", "infirmier", "ivan@exemple.fr", "Ivan");
});
after(() => espace.fermer());

const main = (page) => page.locator("main");

/** One page that says this, as small as a PDF may be. */
function pdf(texte) {
    const flux = `BT /F1 12 Tf 50 700 Td (${texte}) Tj ET`;
    const objets = [
        "<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>",
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
        `<</Length ${flux.length}>>stream\n${flux}\nendstream`, "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ];
    const corps = objets.map((un, rang) => `${rang + 1} 0 obj\n${un}\nendobj\n`).join("");
    return Buffer.from(`%PDF-1.4\n${corps}trailer<</Size 6/Root 1 0 R>>\n%%EOF\n`, "latin1");
}

const liste = `/documents/`;

async function deposer(page, voir, nom, texte) {
    await page.goto(liste + encodeURIComponent(personne));
    await page.getByRole("link", { name: "Déposer des documents" }).click();
    await page.waitForURL("**/document/nouveau**");
    await voir("documents-depot");
    await page.setInputFiles("#fichier", { name: "faux.pdf", mimeType: "application/pdf", buffer: Buffer.from("rien") });
    await page.getByRole("button", { name: "Déposer" }).click();
    await page.waitForSelector("[role=alert]");
    assert.match(await main(page).innerText(), /faux\.pdf.*contenu/);
    assert.match(await main(page).innerText(), /Choisissez un type de la liste/);
    await voir("documents-refus");
    await page.setInputFiles("#fichier", { name: `${nom}.pdf`, mimeType: "application/pdf", buffer: pdf(texte) });
    await page.selectOption("#type", { label: "Certificat médical" });
    await page.getByRole("button", { name: "Déposer" }).click();
    await page.waitForURL("**/documents/**");
}

const vues = [["dark", 360, true], ["light", 1280, true], ["light", 360, false]];
for (const [theme, largeur, scripts] of vues) {
    test(`a document from its deposit to its withdrawal, ${theme}, ${largeur} pixels${scripts ? "" : ", without scripts"}`, async () => {
        const page = await espace.page({ colorScheme: theme, viewport: { width: largeur, height: 800 }, javaScriptEnabled: scripts });
        const voir = scripts ? regarder(page, theme) : async () => {};
        const nom = `carnet-${theme}-${largeur}${scripts ? "" : "-nu"}`, mot = `rougeole${theme}${largeur}${scripts}`;
        await entrer(page, "ivan@exemple.fr");
        await deposer(page, voir, nom, mot);
        await page.fill("#q", mot.toUpperCase());
        await page.getByRole("button", { name: "Chercher" }).click();
        await page.waitForURL("**q=**");
        assert.deepEqual(await page.locator(".trouvee__nom").allInnerTexts(), [nom]);
        await voir("documents-trouve");
        await page.locator(".trouvee__nom a").click();
        await page.waitForURL("**/document/*");
        const [recu] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name: "Télécharger" }).click()]);
        assert.equal(recu.suggestedFilename(), `${nom}.pdf`);
        await page.locator("summary", { hasText: "Nouvelle version" }).click();
        await page.fill("#titre", `${nom} corrigé`);
        await page.getByRole("button", { name: "Enregistrer cette version" }).click();
        await page.getByRole("heading", { name: `${nom} corrigé` }).waitFor();
        await voir("documents-un");
        await page.locator("summary", { hasText: "Retirer" }).click();
        await page.fill("#motif", "Erreur de personne.");
        await page.getByRole("button", { name: "Retirer ce document" }).click();
        await page.waitForSelector(".note__motif");
        assert.match(await main(page).innerText(), /Retiré\s?: Erreur de personne/);
        assert.deepEqual(page.defauts, []);
        await page.context().close();
    });
}
