// A porteur in real Chromium: from the account to the receipt, with and without scripts; axe on
// every page; two browsers that write at once; a server that goes away.
import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { liste } from "./atelier.mjs";
import { connecter, controler, envoyer, inscrire, mot, ouvrirEspace } from "./porteur.mjs";

const fichiers = mkdtempSync(join(tmpdir(), "grappe-fichiers-"));
const pdf = join(fichiers, "note.pdf"), jpeg = join(fichiers, "photo.jpeg"), faux = join(fichiers, "faux.pdf");
let espace;
before(async () => {
    writeFileSync(pdf, "%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n");
    writeFileSync(jpeg, "pas une image");
    writeFileSync(faux, "pas un PDF");
    espace = await ouvrirEspace();
});
after(async () => {
    await espace.fermer();
    rmSync(fichiers, { recursive: true });
});

const enregistre = (page) =>
    page.waitForFunction(() => /^Enregistré à/.test(document.querySelector("#etat-enregistrement")?.textContent ?? ""));

/** A porteur with a dossier of its own, on the page of its form. */
async function avecUnDossier(page, courriel) {
    await inscrire(espace, page, courriel);
    await connecter(page, courriel);
    await page.click("a:has-text('Commencer un dossier')");
    await page.click("main button[type=submit]");
    await page.waitForURL("**/saisie");
    return new URL(page.url()).pathname.replace(/\/saisie$/, "");
}

async function ouvrir(page, bloc) {
    await page.evaluate((id) => { document.getElementById(id).open = true; }, bloc).catch(() => undefined);
    if (!(await page.isVisible(`#${bloc} .champs`))) await page.click(`#${bloc} summary`);
}

async function simuler(page, etablissements) {
    await page.goto("/simulateur?appel=NA-2024");
    await page.fill("#liste", etablissements.join("\n"));
    await page.click("button[value=ajouter]");
    await page.waitForSelector(".ligne");
    await page.click(".apercu__bouton");
    await page.waitForSelector(".reponse");
}

for (const [nom, options, debut] of [
    ["light, wide, with scripts", { colorScheme: "light" }, 0],
    ["dark, narrow, with scripts", { colorScheme: "dark", viewport: { width: 375, height: 800 } }, 6],
    ["narrow, without scripts", { javaScriptEnabled: false, viewport: { width: 375, height: 800 } }, 12],
])
    test(`from a simulation to the receipt, ${nom}`, async () => {
        const page = await espace.page(options);
        const scripts = options.javaScriptEnabled !== false;
        const voir = (ou) => (scripts ? controler(page, ou) : undefined);
        const courriel = `${nom.replaceAll(/\W+/g, "-")}@exemple.fr`;
        await inscrire(espace, page, courriel);
        await simuler(page, liste.slice(debut, debut + 6));
        await page.click("text=Commencer un dossier avec ces données");
        await voir("connexion");
        await page.fill("#courriel", courriel);
        await page.fill("#mot_de_passe", mot);
        await envoyer(page);
        await page.waitForSelector("h1:has-text('Vous êtes connecté')");
        await voir("reprise");
        await page.click("main button[type=submit]");
        await page.waitForSelector("#appel");
        await voir("nouveau");
        await page.click("main button[type=submit]");
        await page.waitForURL("**/saisie");
        const dossier = new URL(page.url()).pathname.replace(/\/saisie$/, "");
        assert.equal(await page.locator(".ligne").count(), 6);
        await voir("saisie");
        await ouvrir(page, "bloc-porteur");
        const etatDuBloc = () => page.textContent("#bloc-porteur summary .etat");
        const avant = await etatDuBloc();
        await page.fill("#porteur-raison_sociale", "Association fictive des Exemples");
        await page.fill("#porteur-siret", "12");
        if (scripts) {
            await enregistre(page);
            assert.notEqual(await etatDuBloc(), avant);
            const [, nombre] = avant.match(/^(\d+) non renseigné/);
            assert.match(await etatDuBloc(), new RegExp(`^(${nombre - 2} non renseigné|1 à corriger)`));
        }
        else await page.click(".enregistrement button");
        await page.goto(`${dossier}/saisie`);
        await voir("saisie, faute");
        assert.equal(await page.inputValue("#porteur-siret"), "12");
        assert.ok(await page.isVisible("#porteur-siret-erreur"));
        await page.goto(`${dossier}/depot`);
        await voir("dépôt, bloqué");
        assert.equal(await page.locator(".depot__acte").count(), 0);
        await page.goto(`${dossier}/saisie`);
        await page.fill("#porteur-siret", "99999900600011");
        if (scripts) await page.waitForTimeout(1200), await enregistre(page);
        else await page.click(".enregistrement button");
        await page.goto(dossier);
        await voir("ensemble");
        await page.goto(`${dossier}/pieces`);
        await voir("pièces");
        await page.setInputFiles("#f-DOC-01", faux);
        if (!scripts) await page.click("#DOC-01 .envoi button");
        await page.waitForSelector("#DOC-01 .fr-error-text");
        await voir("pièces, faute");
        await page.setInputFiles("#f-DOC-01", pdf);
        if (!scripts) await page.click("#DOC-01 .envoi button");
        await page.waitForSelector("#DOC-01 .fichier__nom");
        await voir("pièces, reçue");
        await page.goto(`${dossier}/depot`);
        await voir("dépôt");
        assert.match(await page.textContent(".dossier-tete__avis"), /rien n'est déposé/);
        await page.click("label[for=accord]");
        await page.click(".depot__acte button");
        await page.waitForURL("**/recepisse");
        await voir("récépissé");
        const numero = await page.textContent(".recepisse__numero");
        await page.click("a:has-text('vérifier le récépissé')");
        await page.waitForSelector("text=Ce récépissé a bien été donné ici");
        await voir("vérification");
        await page.goto(`${dossier}/historique`);
        await voir("historique");
        assert.ok((await page.content()).includes(numero));
        await page.click("text=Comparer les deux versions");
        await page.waitForSelector(".comparaison");
        await voir("comparaison");
        await page.goto("/dossiers");
        await voir("mes dossiers");
        assert.ok((await page.content()).includes(numero));
        assert.deepEqual(page.defauts, []);
        await page.context().close();
    });

test("two browsers at once: what does not conflict is merged, the rest is chosen", async () => {
    const un = await espace.page();
    const dossier = await avecUnDossier(un, "deux@exemple.fr");
    const autre = await espace.page();
    await connecter(autre, "deux@exemple.fr");
    await un.fill("#liste", liste.slice(0, 3).join("\n"));
    await un.click("button[value=ajouter]");
    await un.waitForSelector(".ligne");
    await autre.goto(`${dossier}/saisie`);
    for (const page of [un, autre]) await ouvrir(page, "bloc-porteur");
    await un.fill("#essms-0-devis_materiel", "900");
    await un.waitForTimeout(1200);
    await enregistre(un);
    await autre.fill("#porteur-raison_sociale", "Autre");
    await autre.waitForSelector("#franchis:has-text('Devis de matériel')");
    assert.equal(await autre.inputValue("#essms-0-devis_materiel"), "900");
    assert.equal(await autre.inputValue("#porteur-raison_sociale"), "Autre");
    await un.fill("#porteur-raison_sociale", "Un");
    await un.waitForSelector("#etat-enregistrement button");
    await un.click("#etat-enregistrement button");
    await un.waitForSelector(".conflits");
    await controler(un, "conflit");
    await un.click("label[for$=-mien]");
    await un.click(".conflits button");
    await un.waitForSelector("#etat-enregistrement");
    assert.equal(await un.inputValue("#porteur-raison_sociale"), "Un");
    assert.equal(await un.inputValue("#essms-0-devis_materiel"), "900");
    for (const page of [un, autre]) {
        assert.deepEqual(page.defauts, []);
        await page.context().close();
    }
});

test("what is typed while a merge comes back stays, and is no conflict with oneself", async () => {
    const un = await espace.page();
    const dossier = await avecUnDossier(un, "fusion@exemple.fr");
    const autre = await espace.page();
    await connecter(autre, "fusion@exemple.fr");
    await autre.goto(`${dossier}/saisie`);
    for (const page of [un, autre]) await ouvrir(page, "bloc-porteur");
    await un.fill("#porteur-siret", "99999900600011");
    await un.waitForTimeout(1200);
    await enregistre(un);
    // The answer of the merge is held back until more is typed in the same field.
    let tape;
    const suite = new Promise((pret) => { tape = pret; });
    await autre.route("**/saisie/suivi", async (route) => {
        const reponse = await route.fetch();
        await suite;
        await route.fulfill({ response: reponse });
    }, { times: 1 });
    const partie = autre.waitForRequest("**/saisie/suivi");
    await autre.fill("#porteur-raison_sociale", "Autre");
    await partie;
    await autre.waitForTimeout(300);
    await autre.focus("#porteur-raison_sociale");
    await autre.keyboard.press("End");
    await autre.keyboard.type(" nom");
    tape();
    await autre.waitForFunction(() => document.querySelector("#porteur-siret").value === "99999900600011");
    await autre.keyboard.type(" long");
    await enregistre(autre);
    assert.equal(await autre.inputValue("#porteur-raison_sociale"), "Autre nom long");
    await autre.goto(`${dossier}/saisie`);
    assert.equal(await autre.inputValue("#porteur-raison_sociale"), "Autre nom long");
    assert.equal(await autre.inputValue("#porteur-siret"), "99999900600011");
    for (const page of [un, autre]) {
        assert.deepEqual(page.defauts, []);
        await page.context().close();
    }
});

test("offline, the page says so, and saves once the network is back", async () => {
    const page = await espace.page();
    const dossier = await avecUnDossier(page, "hors-ligne@exemple.fr");
    await ouvrir(page, "bloc-porteur");
    await page.context().setOffline(true);
    await page.fill("#porteur-raison_sociale", "Écrit hors ligne");
    await page.waitForSelector("#etat-enregistrement:has-text('hors ligne')");
    assert.match(await page.textContent("#annonce"), /Rien de ce que vous avez écrit n'est perdu/);
    await page.context().setOffline(false);
    await enregistre(page);
    await page.goto(`${dossier}/saisie`);
    assert.equal(await page.inputValue("#porteur-raison_sociale"), "Écrit hors ligne");
    await page.context().close();
});

test("a session that ended while typing is taken up again in another tab", async () => {
    const page = await espace.page();
    const dossier = await avecUnDossier(page, "fin@exemple.fr");
    await ouvrir(page, "bloc-porteur");
    await page.context().clearCookies();
    await page.fill("#porteur-raison_sociale", "Après la fin");
    await page.waitForSelector("#etat-enregistrement a:has-text('Se connecter')");
    const [onglet] = await Promise.all([page.context().waitForEvent("page"), page.click("#etat-enregistrement a")]);
    await onglet.fill("#courriel", "fin@exemple.fr");
    await onglet.fill("#mot_de_passe", mot);
    await envoyer(onglet);
    await onglet.waitForURL("**/dossiers");
    await onglet.close();
    await enregistre(page);
    await page.goto(`${dossier}/saisie`);
    assert.equal(await page.inputValue("#porteur-raison_sociale"), "Après la fin");
    await page.context().close();
});

test("a .jpeg is refused before it is sent, with the advice to rename it", async () => {
    const page = await espace.page();
    const dossier = await avecUnDossier(page, "jpeg@exemple.fr");
    await page.goto(`${dossier}/pieces`);
    await page.setInputFiles("#f-DOC-05", jpeg);
    assert.match(await page.textContent("#DOC-05 .fr-error-text"), /renommez le fichier en \.jpg/);
    assert.equal(await page.locator("#DOC-05 .fichier").count(), 0);
    await page.context().close();
});

test("an upload that was cut is begun anew, without choosing the file again", async () => {
    const page = await espace.page();
    const dossier = await avecUnDossier(page, "coupure@exemple.fr");
    await page.goto(`${dossier}/pieces`);
    let coupe = true;
    await page.route("**/pieces", (route) =>
        coupe && route.request().method() === "POST" ? route.abort("connectionreset") : route.continue());
    await page.setInputFiles("#f-DOC-01", pdf);
    await page.waitForSelector("#DOC-01 button:has-text('Recommencer')");
    assert.match(await page.textContent("#annonce"), /rien n'a été gardé/);
    coupe = false;
    await page.click("#DOC-01 button:has-text('Recommencer')");
    await page.waitForSelector("#DOC-01 .fichier__nom");
    assert.equal(await page.textContent("#annonce"), "Pièce reçue.");
    await page.context().close();
});

test("a grappe that crosses a threshold is told so", async () => {
    const page = await espace.page();
    await avecUnDossier(page, "seuil@exemple.fr");
    await page.fill("#liste", liste.slice(0, 15).join("\n"));
    await page.click("button[value=ajouter]");
    await page.waitForSelector(".ligne");
    await page.fill("#essms-0-finess_et", "2A0000154");
    await page.waitForSelector("#franchis .franchi", { timeout: 8000 });
    assert.match(await page.textContent("#franchis"), /sous le minimum de 15/);
    assert.match(await page.textContent("#annonce"), /sous le minimum de 15/);
    await page.context().close();
});
