// Accounts in real Chromium: from the request to the sign-out, with and without scripts; axe on
// every page of them.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { controler, envoyer, lien, mot, ouvrirEspace } from "./porteur.mjs";

let espace;

before(async () => (espace = await ouvrirEspace(null)));
after(() => espace.fermer());

async function inscrire(page, courriel, voir) {
    await page.goto("/inscription");
    await voir("inscription");
    await page.fill("#prenom", "Éloïse");
    await page.fill("#courriel", "eloise");
    await page.fill("#mot_de_passe", "court");
    await envoyer(page);
    await page.waitForSelector(".resume-fautes");
    await voir("inscription, fautes");
    assert.equal(await page.inputValue("#prenom"), "Éloïse");
    assert.equal(await page.inputValue("#courriel"), "eloise");
    assert.equal(await page.inputValue("#mot_de_passe"), "");
    await page.fill("#nom", "Exemple");
    await page.fill("#courriel", courriel);
    await page.fill("#mot_de_passe", mot);
    await envoyer(page);
    await page.waitForURL("**/inscription/envoyee");
    await voir("envoyée");
    await page.goto(await lien(espace, courriel, "activation"));
    await voir("activation");
    await envoyer(page);
    await page.waitForSelector("h1:has-text('Compte activé')");
}

async function connecter(page, courriel, voir) {
    await page.goto("/compte");
    await page.waitForURL("**/connexion?retour=/compte");
    await voir("connexion");
    // Led here from another page, one reads why; who came by oneself does not.
    assert.match(await page.textContent(".compte__chapo"), /réservée aux comptes/);
    await page.fill("#courriel", courriel);
    await page.fill("#mot_de_passe", "pas le bon mot");
    await envoyer(page);
    await page.waitForSelector(".resume-fautes");
    await voir("connexion, faute");
    assert.equal(await page.inputValue("#courriel"), courriel);
    await page.fill("#mot_de_passe", mot);
    await envoyer(page);
    await page.waitForURL("**/compte");
}

for (const [nom, options] of [
    ["light, wide, with scripts", { colorScheme: "light", viewport: { width: 1280, height: 900 } }],
    ["dark, narrow, with scripts", { colorScheme: "dark", viewport: { width: 360, height: 800 } }],
    ["narrow, without scripts", { javaScriptEnabled: false, viewport: { width: 360, height: 800 } }],
])
    test(`an account from request to sign-out, ${nom}`, async () => {
        const page = await espace.page(options);
        const scripts = options.javaScriptEnabled !== false;
        const voir = (ou) => (scripts ? controler(page, ou) : undefined);
        const courriel = `${nom.replaceAll(/\W+/g, "-")}@exemple.fr`;
        await inscrire(page, courriel, voir);
        await connecter(page, courriel, voir);
        await voir("compte");
        assert.ok((await page.content()).includes("Éloïse Exemple"));
        await page.click("section[aria-labelledby=t-facteur] summary");
        await page.fill("#facteur-mot_de_passe", mot);
        await page.click("section[aria-labelledby=t-facteur] button[type=submit]");
        await page.waitForSelector(".qr");
        await voir("second facteur");
        assert.ok(await page.evaluate(() => document.querySelector(".qr").naturalWidth > 0));
        await page.fill("#code", "000000");
        await envoyer(page);
        await page.waitForSelector(".resume-fautes");
        await voir("second facteur, faute");
        await page.goto("/compte");
        await page.locator("form[action='/deconnexion'] button").first()
            .evaluate((bouton) => bouton.form.requestSubmit()).catch(async () => {
                await page.locator("form[action='/deconnexion'] button").first().click({ force: true });
            });
        await page.waitForURL(`${espace.adresse}/`);
        await page.goto("/compte");
        await page.waitForURL("**/connexion?retour=/compte");
        await page.context().close();
    });

test("with scripts, a refused form takes the focus to its summary", async () => {
    const page = await espace.page();
    await page.goto("/inscription");
    await envoyer(page);
    await page.waitForSelector(".resume-fautes:focus");
    await page.context().close();
});
