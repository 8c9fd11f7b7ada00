// What somebody new sees: no verdict before there is something to judge, the next date in sight,
// tabs in one row, a badge that says what it is.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { liste } from "./atelier.mjs";
import { deposer, entrer, ouvrirBureau } from "./guichet.mjs";
import { connecter, controler } from "./porteur.mjs";

let espace;
before(async () => (espace = await ouvrirBureau()));
after(() => espace.fermer());

test("a new draft says what is to fill, and judges nothing", async () => {
    const page = await espace.page();
    await connecter(page, "porteur@exemple.fr");
    await page.click("a:has-text('Commencer un dossier')");
    await page.click("main button[type=submit]");
    await page.waitForURL("**/saisie");
    const reponse = await page.textContent(".simulateur__reponse");
    assert.doesNotMatch(reponse, /Irrecevable|illisible|bloque|0,00/);
    assert.match(reponse, /points restent à remplir avant le dépôt/);
    assert.match(reponse, /24 mai 2024/);
    assert.equal(await page.locator("main .etat--bloque, main .etat--ouvert").count(), 0);
    await page.fill("#liste", liste.slice(0, 2).join("\n"));
    await page.click("button[value=ajouter]");
    await page.waitForSelector(".apercu .montant");
    assert.match(await page.textContent(".apercu__provisoire"), /sans le SIRET/);
    await page.context().close();
});

test("a line that cannot be read is told alone, and no key of a file is named", async () => {
    const page = await espace.page({ viewport: { width: 375, height: 800 } });
    await connecter(page, "porteur@exemple.fr", "/dossiers/nouveau");
    await page.click("main button[type=submit]");
    await page.waitForURL("**/saisie");
    await page.fill("#liste", `${liste[3]}\nime dordogne`);
    await page.click("button[value=ajouter]");
    await page.waitForSelector(".resume-fautes");
    const fautes = await page.textContent(".resume-fautes");
    assert.match(fautes, /1 ligne n'a pas pu être lue/);
    assert.doesNotMatch(fautes, /clé|obligatoire/);
    assert.ok(await page.isVisible(".cote__bref"));
    await page.click(".cote__bref a");
    await page.waitForSelector(".controles");
    await page.context().close();
});

test("what the desk asks stands first, with its date, for both", async () => {
    const id = await deposer(espace, "Association des Tilleuls");
    const desk = await espace.page();
    await entrer(espace, desk, "ars", "/bureau");
    await desk.goto(`/bureau/dossiers/${id}`);
    await desk.click("text=Prendre ce dossier en instruction");
    await desk.waitForSelector("#demandes input[type=checkbox]:checked");
    const silence = desk.locator(".points__tete", { hasText: "Les textes se taisent" }).first();
    assert.equal(await silence.locator(".etat--info").count(), 1);
    assert.equal(await desk.locator("#points .etat--ouvert").count(), 0);
    await desk.fill("#textes", "Un planning daté.");
    await desk.getByRole("button", { name: "Envoyer la demande au porteur" }).click();
    await desk.waitForSelector("text=à répondre avant le");
    assert.equal(await desk.locator("#demandes input[type=checkbox]:checked").count(), 0);
    assert.match(await desk.textContent("#demandes form.encart .fr-hint-text"), /Déjà demandé\u00a0: réponse attendue avant le 27 mai 2024/);

    const page = await espace.page();
    await connecter(page, "porteur@exemple.fr");
    const ligne = page.locator(".dossiers__un", { hasText: "Tilleuls" });
    assert.match(await ligne.textContent(), /Compléments demandés.*Réponse attendue avant\u00a0:\s+dans 15 jours, 27 mai 2024/s);
    await page.goto(`/dossiers/${id}`);
    const suite = page.locator(".etape-suivante");
    assert.match(await suite.textContent(), /réponse attendue avant le 27 mai 2024/);
    await suite.getByRole("link", { name: "Voir la demande et répondre" }).click();
    await page.fill("#texte", "C'est fait.");
    await page.click("text=Envoyer ma réponse au guichet");
    await page.waitForSelector("text=Réponses envoyées");
    await page.goto(`/dossiers/${id}`);
    assert.match(await suite.textContent(), /Vous avez répondu le 12 mai 2024/);

    const point = desk.locator(".points__un", { hasText: "Les textes se taisent" }).first();
    await point.locator("summary", { hasText: "Décider" }).click();
    await point.getByLabel("Conforme", { exact: true }).check({ force: true });
    await point.locator("textarea").fill("La lecture retenue ne change rien.");
    await point.getByRole("button", { name: "Enregistrer la décision" }).click();
    await desk.waitForSelector("#points .etat--ouvert");
    await page.context().close();
    await desk.context().close();
});

test("tabs stand in one row at 375 pixels, the current one in sight", async () => {
    const id = await deposer(espace, "Association étroite");
    const page = await espace.page({ viewport: { width: 375, height: 800 } });
    await connecter(page, "porteur@exemple.fr");
    await page.goto(`/dossiers/${id}/historique`);
    const hauts = await page.locator(".onglets li").evaluateAll((tous) => tous.map((un) => un.offsetTop));
    assert.equal(new Set(hauts).size, 1);
    const { x, width } = await page.locator(".onglets [aria-current]").boundingBox();
    assert.ok(x >= 0 && x + width <= 375, `${x} ${width}`);
    await controler(page, "onglets");
    await page.context().close();
});

test("the inbox is as wide as the header, and no state is cut", async () => {
    const page = await espace.page();
    await entrer(espace, page, "ars", "/bureau");
    const [tete, liste_] = await page.evaluate(() => ["header .fr-container", "main .fr-container"]
        .map((ou) => document.querySelector(ou).getBoundingClientRect().width));
    assert.equal(liste_, tete);
    const cadre = await page.locator(".bureau__table").evaluate((un) => un.scrollWidth - un.clientWidth);
    assert.ok(cadre <= 0, `${cadre} pixels are cut`);
    await page.context().close();
});
