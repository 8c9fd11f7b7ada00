// A tablet that changes hands in real Chromium: enrolled, opened once by each, then handed over by code and by badge. axe on every
// page, with and without scripts. The seconds from the locked screen to a line that is saved are told, not judged.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { entrer, ouvrirLeDui } from "./dossier_usager.mjs";
import { regarder } from "./guichet.mjs";
import { mot } from "./porteur.mjs";

let espace, dui;

before(async () => {
    dui = await ouvrirLeDui();
    ({ espace } = dui);
    dui.compte("encadrement", "cadre", "chef@exemple.fr", "Claude");
    dui.compte("professionnel", "aide_soignant", "ines@exemple.fr", "Inès");
    dui.compte("professionnel", "infirmier", "ivan@exemple.fr", "Ivan");
});
after(() => espace.fermer());

const main = (page) => page.locator("main");

async function enroler(page, voir, nom) {
    await entrer(page, "chef@exemple.fr", "/appareils");
    await page.fill("#nom", nom);
    await page.getByRole("button", { name: "Enrôler cet appareil" }).click();
    await page.waitForURL("**/appareils?finess=**");
    assert.match(await main(page).innerText(), /celui-ci/i);
    await voir("relais-appareils");
    await page.goto("/equipe");
    await quitter(page);
}

/** The menu of a telephone is folded: its form is sent as a key press would. */
async function quitter(page) {
    await page.context().clearCookies({ name: "session_dui" });
}

async function ouvrirSaReleve(page, voir, courriel, pin, badge = "") {
    await page.goto("/relais");
    await voir("relais-ecran");
    await page.getByRole("link", { name: "Connexion complète" }).click();
    await page.fill("#courriel", courriel);
    await page.fill("#mot_de_passe", mot);
    await page.press("#mot_de_passe", "Enter");
    await page.waitForURL("**/relais/code");
    await voir("relais-code");
    await page.fill("#pin", pin);
    await page.fill("#encore", pin);
    if (badge) await page.fill("#badge", badge);
    await page.getByRole("button", { name: "Prendre l'appareil" }).click();
    await page.waitForURL("**/equipe?finess=**");
}

async function prendreParCode(page, prenom, pin, scripts) {
    await page.getByText(`${prenom} Exemple`).click();
    if (scripts) {
        for (const chiffre of pin) await page.locator(`[data-chiffre="${chiffre}"]`).click();
    } else {
        await page.fill("#pin", pin);
        await page.getByRole("button", { name: "Prendre la main", exact: true }).click();
    }
}

const vues = [["light", 1280, true], ["dark", 360, true], ["light", 360, false]];
for (const [theme, largeur, scripts] of vues) {
    test(`a tablet from hand to hand, ${theme}, ${largeur} pixels${scripts ? "" : ", without scripts"}`, async () => {
        const page = await espace.page({
            colorScheme: theme, viewport: { width: largeur, height: 800 }, javaScriptEnabled: scripts,
        });
        const voir = scripts ? regarder(page, theme) : async () => {};
        const badge = `BADGE-${theme}-${largeur}-${scripts}`, texte = `Nuit calme, ${badge}.`;
        await enroler(page, voir, `Tablette ${badge}`);
        await ouvrirSaReleve(page, voir, "ivan@exemple.fr", "830215", badge);
        await quitter(page);
        await ouvrirSaReleve(page, voir, "ines@exemple.fr", "274910");

        await page.locator(".presente__acte").first().click();
        await page.waitForURL("**/transmissions/nouvelle**");
        await page.fill("#texte", texte);
        await voir("relais-redaction");
        await page.getByRole("button", { name: "Garder en brouillon et passer la main" }).click();
        await page.waitForURL("**/relais");
        await page.goBack();
        assert.doesNotMatch(await page.content(), new RegExp(texte));
        await page.goto("/relais");
        await voir("relais-verrouille");

        const debut = Date.now();
        await page.fill("#badge", badge);
        await page.press("#badge", "Enter");  // as a reader types it
        await page.waitForURL("**/equipe?finess=**");
        const pris = Date.now();
        await page.locator(".presente__acte").first().click();
        await page.fill("#texte", "Repas pris en salle.");
        await page.getByRole("button", { name: "Enregistrer la transmission" }).click();
        await page.waitForURL("**/personnes/**");
        console.log(`# ${largeur} pixels: ${(pris - debut) / 1000} s to take over, ${(Date.now() - debut) / 1000} s to saved`);
        assert.match(await page.locator("#transmissions").innerText(), /Ivan Exemple/);

        await page.goto("/transmissions/nouvelle?brouillon=oui");
        assert.doesNotMatch(await page.content(), new RegExp(texte));
        await page.goto("/relais");
        await prendreParCode(page, "Inès", "111222", scripts);
        await page.waitForSelector("[role=alert]");
        assert.match(await main(page).innerText(), /pas le bon code/);
        await prendreParCode(page, "Inès", "274910", scripts);
        await page.waitForURL("**/transmissions/nouvelle?brouillon=oui");
        assert.equal(await page.inputValue("#texte"), texte);
        await voir("relais-brouillon");
        await page.getByRole("button", { name: "Enregistrer la transmission" }).click();
        await page.waitForURL("**/personnes/**");
        assert.match(await page.locator(".note", { hasText: texte }).innerText(), /Inès Exemple/);
        assert.deepEqual(page.defauts.filter((un) => !/401/.test(un)), []);
        await page.context().close();
    });
}
