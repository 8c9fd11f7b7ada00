// Usage reports in real Chromium, made by grappe-dui from generated facts: a porteur registers its key, is refused,
// declares, sends a signed report; its desk asks, draws, and reads the proofs. axe on every page, light and dark.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { after, before, test } from "node:test";
import { deposer, entrer, ouvrirBureau, regarder } from "./guichet.mjs";
import { connecter, mot } from "./porteur.mjs";

const programme = process.env.GRAPPE_DUI ?? join(dirname(process.env.PROGRAMME), "grappe-dui");
let espace, finess;

const fichier = (nom) => join(espace.dossier, nom);
const dui = (...mots) => execFileSync(programme, mots.map(String));

before(async () => {
    espace = await ouvrirBureau();
    dui("generer", fichier("faits.ndjson"), "--etablissements", 4, "--personnes", 160, "--mois", 6, "--au", "2024-05-11");
    dui("import", fichier("faits.ndjson"), "--base", base());
    dui("cle", "creer", fichier("essai.cle"));
    const lu = JSON.parse(rapport("essai.cle", "2024-05-11").toString());
    finess = lu.etablissements.map((ligne) => ligne.finess_et);
    await deposer(espace, "Association des Aubépines", { finess });
});
after(() => espace.fermer());

const base = () => `sqlite:${fichier("dui.sqlite")}`;
const rapport = (cle, au) => dui("rapport", "--au", au, "--cle", fichier(cle), "--base", base());
const joint = (name, buffer) => ({ name, mimeType: "application/octet-stream", buffer });

function declaration(au, actifs) {
    const lignes = finess.map((numero, rang) => `${numero};${au};fenetre;dossiers_actifs;${actifs[rang]};40`);
    return Buffer.from(["finess_et;au;lecture;indicateur;numerateur;denominateur", ...lignes, ""].join("\n"));
}

async function envoyer(page, nom, octets) {
    await page.setInputFiles("#rapport", [joint(nom, octets)]);
    await page.getByRole("button", { name: "Transmettre le rapport" }).click();
}

async function enregistrerLaCle(page, nom, motDePasse) {
    if ((await page.locator("details[open]:has(#dui)").count()) === 0)
        await page.getByText("Enregistrer ou changer une clé").click();
    await page.fill("#dui", nom);
    await page.setInputFiles("#fichier", [joint("dui.cle.pub", readFileSync(fichier(`${nom}.pub`)))]);
    await page.fill("#mot_de_passe", motDePasse);
    await page.getByRole("button", { name: "Enregistrer la clé" }).click();
}

async function transmettre(page, { cle, jour, au }, voir) {
    dui("cle", "creer", fichier(cle));
    const octets = rapport(cle, au);
    await page.goto("/dossiers");
    await page.getByRole("link", { name: /^Rapports d'usage/ }).click();
    await page.waitForURL("**/usages");
    await voir("usages-porteur");
    await envoyer(page, "rapport.json", octets);
    await page.waitForSelector(".fr-alert--error >> text=/clé/");
    await voir("usages-refus-cle");
    await enregistrerLaCle(page, cle, "pas la bonne");
    await page.waitForSelector("details[open] .fr-alert--error");
    await voir("usages-cle-refusee");
    await enregistrerLaCle(page, cle, mot);
    await page.waitForSelector("text=La clé est enregistrée.");
    await voir("usages-cle");
    await envoyer(page, "change.json", Buffer.from(octets.toString().replace('"fenetre":', '"fenetre":1')));
    await page.waitForSelector("text=Le contenu de ce rapport n'est pas celui qui a été signé.");
    await voir("usages-refus");
    await envoyer(page, "declaration.csv", declaration(jour, [40, 10, 0, 35]));
    await page.waitForSelector(".usages__tete >> text=Déclaré, non signé");
    assert.equal(await page.locator("#controle").count(), 0);
    await voir("usages-declare");
    await page.goto("/usages");
    await envoyer(page, "rapport.json", octets);
    await page.waitForSelector("text=Le rapport est reçu et gardé tel qu'il est venu.");
    await page.locator(".usages__tete .etat", { hasText: /^Signé$/ }).waitFor();
    await voir("usages-signe");
    const adresse = new URL(page.url()).pathname;
    await page.goto("/usages");
    await page.waitForSelector(`a[href="${adresse}"]`);
    await voir("usages-liste");
    return { adresse, octets };
}

async function tirer(page, { adresse, octets }, graine, voir) {
    await page.goto("/bureau");
    await page.getByRole("link", { name: "Rapports d'usage" }).click();
    await page.waitForURL("**/bureau/usages");
    await voir("usages-guichet");
    await page.selectOption("#nature", "signe");
    await page.getByRole("button", { name: "Chercher" }).click();
    await page.waitForURL("**nature=signe**");
    assert.equal(await page.locator("td:has-text('Déclaré')").count(), 0);
    await page.click(`a[href="${adresse}"]`);
    await page.getByText("Tirer des dossiers au sort").click();
    await page.fill("#graine", "pas une graine");
    await page.fill("#source", "Loterie du 12 mai 2024");
    await page.fill("#nombre", "20");
    await page.getByRole("button", { name: "Tirer ces feuilles" }).click();
    await page.waitForSelector("details[open] >> text=La graine s'écrit en hexadécimal");
    assert.equal(await page.inputValue("#source"), "Loterie du 12 mai 2024");
    await page.fill("#graine", graine);
    await page.getByRole("button", { name: "Tirer ces feuilles" }).click();
    await page.waitForSelector("text=Preuves attendues");
    await voir("usages-tirage");
    const lien = await page.getByRole("link", { name: "Télécharger le tirage" }).getAttribute("href");
    writeFileSync(fichier("rapport.json"), octets);
    writeFileSync(fichier("tirage.json"), await (await page.request.get(lien)).body());
    return dui("ouvrir", fichier("rapport.json"), fichier("tirage.json"), "--base", base());
}

async function prouver(page, adresse, preuves, voir) {
    await page.goto(adresse);
    assert.equal(await page.getByText("Tirer des dossiers au sort").count(), 0);
    const repondre = async (octets) => {
        await page.setInputFiles("input[name=preuves]", [joint("preuves.json", octets)]);
        await page.getByRole("button", { name: "Transmettre les preuves" }).click();
    };
    await repondre(Buffer.from(preuves.toString().replace('"numero":', '"nom":"Exemple","numero":')));
    await page.waitForSelector(".fr-alert--error >> text=rien n'en est gardé");
    await repondre(Buffer.from(preuves.toString().replace('"automatique":0', '"automatique":1')));
    await page.waitForSelector("text=Preuves refusées");
    await voir("usages-preuves-refusees");
    await repondre(preuves);
    await page.waitForSelector("text=Preuves justes");
    await voir("usages-preuves");
    assert.equal(await page.getByRole("button", { name: "Transmettre les preuves" }).count(), 0);
}

for (const [rang, [theme, width, javaScriptEnabled]] of [["light", 1280, true], ["dark", 360, true], ["dark", 1280, true], ["light", 360, false]].entries())
    test(`a report, its draw and its proofs, ${theme}, ${width} pixels${javaScriptEnabled ? "" : ", no scripts"}`, async () => {
        const options = { colorScheme: theme, viewport: { width, height: 900 }, javaScriptEnabled };
        const [porteur, bureau] = [await espace.page(options), await espace.page(options)];
        const voir = (page) => (javaScriptEnabled ? regarder(page, theme) : async () => {});
        await connecter(porteur, "porteur@exemple.fr");
        const envoye = await transmettre(porteur, { cle: `essai${rang}.cle`, jour: `2024-03-1${rang}`, au: `2024-05-0${rang + 1}` }, voir(porteur));
        await entrer(espace, bureau, "ars", "/bureau");
        const preuves = await tirer(bureau, envoye, `c0ffee${rang}`, voir(bureau));
        await prouver(porteur, envoye.adresse, preuves, voir(porteur));
        await bureau.goto(envoye.adresse);
        await bureau.waitForSelector("text=Preuves justes");
        assert.deepEqual([...porteur.defauts, ...bureau.defauts], []);
        await porteur.context().close();
        await bureau.context().close();
    });
