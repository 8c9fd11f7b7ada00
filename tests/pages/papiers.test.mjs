// Papers signed by hand, and what is typed past the end of a session, in Chromium: a scan filed by its code, its faults
// beside their fields, the page of the agreement that shows it; a form that comes back after the sign-in. axe on each
// page, wide and narrow, light and dark; once without scripts.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { deposer, entrer, ouvrirBureau, regarder, retenir } from "./guichet.mjs";
import { connecter, mot } from "./porteur.mjs";

let espace;
before(async () => (espace = await ouvrirBureau()));
after(() => espace.fermer());

const presser = (page, name) => Promise.all([page.waitForNavigation(), page.getByRole("button", { name, exact: true }).click()]);
const suivre = (page, name) => Promise.all([page.waitForNavigation(), page.getByRole("link", { name }).first().click()]);
const gif = Buffer.from("R0lGODlhAQABAAAAADs=", "base64");
const choisir = (page, buffer, name = "scan.gif", mimeType = "image/gif") => page.setInputFiles("#fichier", [{ name, mimeType, buffer }]);

async function etablir(ars, nom) {
    const id = await deposer(espace, nom);
    await retenir(espace, id);
    await ars.goto(`/dossiers/${id}/convention`);
    await presser(ars, "Établir la convention");
    return { id, code: (await ars.textContent("#montants p .code")).trim() };
}

for (const [theme, width, javaScriptEnabled] of [["light", 1280, true], ["dark", 360, true], ["light", 1280, false]])
    test(`a signed paper finds its agreement by its code, ${theme}, ${width}${javaScriptEnabled ? "" : ", no scripts"}`, async () => {
        const options = { colorScheme: theme, viewport: { width, height: 900 }, javaScriptEnabled };
        const voir = (page) => (javaScriptEnabled ? regarder(page, theme) : async () => {});
        const [porteur, ars, collegue] = await Promise.all([1, 2, 3].map(() => espace.page(options)));
        await connecter(porteur, "porteur@exemple.fr");
        await entrer(espace, ars, "ars", "/bureau");
        await entrer(espace, collegue, "ars", "/bureau");
        const { id, code } = await etablir(ars, `Association des Saules ${theme}-${width}-${javaScriptEnabled}`);

        await ars.goto("/conventions");
        await suivre(ars, "Déposer un papier signé");
        await voir(ars)("scan");
        await choisir(ars, gif);
        await presser(ars, "Déposer ce papier");
        await ars.waitForSelector("#code-faute");
        await voir(ars)("scan-code-illisible");
        await ars.fill("#code", "NA-2024-RIEN");
        await choisir(ars, gif);
        await presser(ars, "Déposer ce papier");
        await ars.waitForSelector("text=Aucune convention de votre guichet ne porte ce code");
        assert.equal(await ars.inputValue("#code"), "NA-2024-RIEN");
        await ars.fill("#code", code.toLowerCase());
        await choisir(ars, Buffer.from("des mots"), "scan.pdf", "application/pdf");
        await presser(ars, "Déposer ce papier");
        await ars.waitForSelector("#fichier-faute");
        await voir(ars)("scan-fichier-refuse");
        await choisir(ars, gif);
        await presser(ars, "Déposer ce papier");
        assert.equal(new URL(ars.url()).pathname, `/dossiers/${id}/convention`);
        await ars.waitForSelector("text=Le papier signé est déposé");
        await ars.waitForSelector("#signatures >> text=Code saisi à la main.");
        await voir(ars)("convention-papier");
        await suivre(ars, "Remplacer ce papier numérisé");
        assert.equal(await ars.inputValue("#code"), code);
        await choisir(ars, Buffer.concat([gif, gif]));
        await presser(ars, "Déposer ce papier");
        await ars.waitForSelector("#signatures >> text=Remplacé");

        await porteur.goto(`/dossiers/${id}/convention`);
        await voir(porteur)("convention-papier-porteur");
        const lien = await porteur.locator("#signatures a[download]").first().getAttribute("href");
        const pris = await porteur.request.get(lien);
        assert.equal(pris.headers()["content-type"], "image/gif");
        assert.equal(await porteur.locator("#signatures a[href^='/conventions/scan']").count(), 0);

        await collegue.goto(`/dossiers/${id}/convention`);
        await collegue.fill("#signature-mot", mot);
        await presser(collegue, "Signer la convention");
        await collegue.waitForSelector("text=La signature est enregistrée.");
        for (const page of [porteur, ars, collegue]) {
            assert.deepEqual(page.defauts, []);
            await page.context().close();
        }
    });

test("what was typed past the end of a session comes back, without the password", async () => {
    const [porteur, ars, collegue] = await Promise.all([1, 2, 3].map(() => espace.page({})));
    await connecter(porteur, "porteur@exemple.fr");
    await entrer(espace, ars, "ars", "/bureau");
    await entrer(espace, collegue, "ars", "/bureau");
    const { id } = await etablir(ars, "Association des Bouleaux");
    for (const [page, nom] of [[porteur, "porteur"], [ars, "ars"]]) {
        await page.goto(`/dossiers/${id}/convention`);
        await page.fill("#signature-mot", mot);
        await presser(page, "Signer la convention");
        await page.waitForSelector("text=La signature est enregistrée.", { timeout: 10_000 }).catch(() => assert.fail(nom));
    }
    await porteur.goto(`/dossiers/${id}/convention`);
    await porteur.fill("#d-logiciel", "1 234,56");
    await porteur.context().clearCookies();
    await presser(porteur, "Enregistrer cet état des dépenses");
    await regarder(porteur, "light")("reprise-connexion");
    await porteur.fill("#courriel", "porteur@exemple.fr");
    await porteur.fill("#mot_de_passe", mot);
    await Promise.all([porteur.waitForNavigation(), porteur.click("main button[type=submit]")]);
    await regarder(porteur, "light")("reprise-envoi");
    await Promise.all([porteur.waitForNavigation(), porteur.click("main button[type=submit]")]);
    await porteur.waitForSelector("text=L'état des dépenses est enregistré.");
    assert.match((await porteur.textContent("#depenses")).replaceAll(/\s/g, " "), /1 234,56/);

    // A password is typed again, never carried.
    await porteur.locator("summary", { hasText: "Donner le compte" }).click();
    await porteur.fill("#titulaire", "Association des Bouleaux");
    await porteur.fill("#iban", "FR76 3000 6000 0112 3456 7890 189");
    await porteur.fill("#compte-mot", mot);
    await porteur.context().clearCookies();
    await presser(porteur, "Enregistrer ce compte");
    const porte = await porteur.locator("input[name=reprise]").getAttribute("value");
    assert.ok(porte.includes("titulaire"), porte);
    assert.ok(!porte.includes("mot_de_passe"), porte);
    for (const page of [porteur, ars, collegue]) {
        assert.deepEqual(page.defauts.filter((defaut) => !/401/.test(defaut)), []);
        await page.context().close();
    }
});
