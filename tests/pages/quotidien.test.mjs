// The day of a carer in real Chromium, on a telephone first: from the team to a transmission that is written, read by a
// colleague as what changed since she left, corrected, and withdrawn. axe on every page, with and without scripts.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { entrer, ouvrirLeDui } from "./dossier_usager.mjs";
import { regarder } from "./guichet.mjs";

let espace;

before(async () => {
    const dui = await ouvrirLeDui();
    ({ espace } = dui);
    dui.compte("professionnel", "aide_soignant", "ines@exemple.fr", "Inès");
    dui.compte("professionnel", "infirmier", "ivan@exemple.fr", "Ivan");
    dui.compte("professionnel", null, "nora@exemple.fr", "Nora");
});
after(() => espace.fermer());

const main = (page) => page.locator("main");

/** A carer writes about the first person of the list; answers her name and what was written. */
async function transmettre(page, voir, texte) {
    await voir("quotidien-equipe");
    const nom = await page.locator(".presente__nom").first().innerText();
    await page.locator(".presente__acte").first().click();
    await page.waitForURL("**/transmissions/nouvelle**");
    await voir("quotidien-redaction");
    await page.getByRole("button", { name: "Enregistrer la transmission" }).click();
    await page.waitForSelector("[role=alert]");
    assert.match(await main(page).innerText(), /Écrivez ce que vous transmettez/);
    await page.fill("#texte", texte);
    await page.getByText("À lire d'abord (urgente)").click();
    await page.getByRole("button", { name: "Enregistrer la transmission" }).click();
    await page.waitForURL("**/personnes/**");
    assert.match(await page.locator(".bandeau__nom").innerText(), new RegExp(nom));
    assert.match(await page.locator("#transmissions").innerText(), new RegExp(texte));
    await voir("quotidien-personne");
    return nom;
}

async function relever(page, voir, nom, texte) {
    await page.goto("/equipe");
    const ligne = page.locator(".note--urgente", { hasText: texte });
    assert.match(await ligne.innerText(), new RegExp(nom));
    await voir("quotidien-releve");
    await page.getByRole("button", { name: "J'ai tout lu" }).click();
    await page.waitForURL("**/equipe?finess=**");
    assert.match(await main(page).innerText(), /Rien n'a été écrit depuis/);
    assert.match(await main(page).innerText(), /Depuis votre dernière relève, aujourd'hui à 12\s?h\s?00/);
}

async function corriger(page, voir, texte) {
    await page.goto("/equipe");
    await page.locator(".presente__nom").first().click();
    await page.locator(".note", { hasText: texte }).locator(".source a").click();
    await page.waitForURL("**/transmissions/**");
    await page.locator("summary", { hasText: "Corriger" }).click();
    await page.getByText("Ciblée", { exact: true }).click();
    await page.fill("#cible", "Chute");
    await page.fill("#actions", `${texte} Vue par l'infirmier.`);
    await page.getByRole("button", { name: "Enregistrer la correction" }).click();
    await page.waitForSelector(".note--ancienne");
    assert.match(await page.locator(".note--ancienne").innerText(), new RegExp(texte));
    assert.match(await page.locator(".note__cible").first().innerText(), /Chute/);
    await voir("quotidien-corrigee");
    await page.locator("summary", { hasText: "Retirer" }).click();
    await page.fill("#motif", "Erreur de personne.");
    await page.getByRole("button", { name: "Retirer cette transmission" }).click();
    await page.waitForSelector(".note--retiree");
    assert.match(await main(page).innerText(), /Retirée\s?: Erreur de personne/);
    assert.equal(await page.locator("summary", { hasText: "Corriger" }).count(), 0);
    await voir("quotidien-retiree");
}

const vues = [["light", 1280, true], ["dark", 360, true], ["light", 360, false]];
for (const [theme, largeur, scripts] of vues) {
    const vue = () => espace.page({
        colorScheme: theme, viewport: { width: largeur, height: 800 }, javaScriptEnabled: scripts,
    });
    test(`a transmission from hand to hand, ${theme}, ${largeur} pixels${scripts ? "" : ", without scripts"}`, async () => {
        const texte = `Chute à 2 h 10, ${theme} ${largeur}.`;
        const ines = await vue(), ivan = await vue();
        const voir = (page) => (scripts ? regarder(page, theme) : async () => {});
        await entrer(ines, "ines@exemple.fr");
        const nom = await transmettre(ines, voir(ines), texte);
        await entrer(ivan, "ivan@exemple.fr");
        await relever(ivan, voir(ivan), nom, texte);
        await corriger(ines, voir(ines), texte);
        await ivan.goto("/equipe");
        assert.match(await ivan.locator(".note--retiree").first().innerText(), new RegExp(nom));
        for (const page of [ines, ivan]) {
            assert.deepEqual(page.defauts, []);
            await page.context().close();
        }
    });
}

test("an account whose profession nobody said reads no transmission, and is told why", async () => {
    const page = await espace.page({ viewport: { width: 360, height: 800 } });
    await entrer(page, "nora@exemple.fr");
    assert.match(await main(page).innerText(), /Votre compte ne dit pas votre profession/);
    assert.equal(await page.locator(".note").count(), 0);
    assert.equal(await page.locator(".presente__acte").count(), 0);
    await page.locator(".presente__nom").first().click();
    await page.waitForURL("**/personnes/**");
    await page.getByRole("link", { name: "Pourquoi puis-je voir" }).click();
    await page.waitForURL("**/acces/**");
    assert.match(await main(page).innerText(), /Qui tient les comptes de l'organisation peut la dire/);
    await page.context().close();
});
