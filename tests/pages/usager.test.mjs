// A secretary in real Chromium, on a telephone's width too: a record opened after a comparison, a measure of protection, a contact,
// an authorisation revoked; a nurse adds an allergy and opens the emergency sheet. axe on every page, with and without scripts.
import assert from "node:assert/strict";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { entrer, ouvrirLeDui } from "./dossier_usager.mjs";
import { regarder } from "./guichet.mjs";

let espace;

before(async () => {
    const dui = await ouvrirLeDui(20);
    ({ espace } = dui);
    dui.compte("secretariat", "secretaire", "sara@exemple.fr", "Sara");
    dui.compte("professionnel", "infirmier", "ivan@exemple.fr", "Ivan");
});
after(() => espace.fermer());

const main = (page) => page.locator("main");
const dit = async (page, attendu) => assert.match(await main(page).innerText(), attendu);

async function saisir(page, champs) {
    for (const [nom, valeur] of Object.entries(champs)) {
        const champ = page.locator(`[name="${nom}"]`).first();
        if (await champ.evaluate((e) => e.tagName === "SELECT")) await champ.selectOption(valeur);
        else await champ.fill(valeur);
    }
}

/** A record is opened after a fault, then a comparison; answers the address of the person. */
async function ouvrir(page, voir, nom, naissance) {
    await page.goto("/personnes");
    await page.getByRole("link", { name: "Ouvrir le dossier d'une personne" }).click();
    await page.waitForURL("**/personnes/nouvelle");
    await voir("usager-nouvelle");
    await saisir(page, { nom_naissance: nom, prenoms: "Maëlle", naissance, sexe: "F", modalite: "permanent" });
    await page.getByRole("button", { name: "Ouvrir le dossier" }).click();
    await page.waitForSelector("[role=alert]");
    await dit(page, /code officiel/);
    assert.equal(await page.inputValue("#nom_naissance"), nom);
    await voir("usager-fautes");
    await page.fill("#lieu", "33063");
    await page.getByRole("button", { name: "Ouvrir le dossier" }).click();
    await page.waitForURL(/personnes\/3/);
    return page.url();
}

async function comparer(page, voir, nom, naissance, premiere) {
    await page.goto("/personnes/nouvelle");
    await saisir(page, { nom_naissance: "Maëlle", prenoms: nom, naissance, sexe: "F", lieu: "33063", modalite: "permanent" });
    await page.getByRole("button", { name: "Ouvrir le dossier" }).click();
    await page.waitForSelector(".semblable");
    await dit(page, /Nom et prénom intervertis|Rien n'est encore écrit/);
    await voir("usager-semblables");
    await page.getByRole("link", { name: "C'est la même personne" }).click();
    await page.waitForURL(premiere);
}

async function ecrire(page, ajouter, champs) {
    await page.getByRole("navigation", { name: /dossier/i }).or(page.locator(".portes")).getByRole("link", { name: "Administratif" }).first().click();
    await page.waitForURL("**/administratif/**");
    await page.getByRole("link", { name: ajouter, exact: true }).click();
    await page.waitForURL("**/fiches/nouvelle**");
    await saisir(page, champs);
    await page.getByRole("button", { name: "Enregistrer" }).click();
    await page.waitForURL("**/administratif/**");
}

async function entourer(page, voir) {
    await ecrire(page, "Ajouter un contact", { nature: "physique", nom: "EXEMPLE", prenom: "Lou", role: "urgence", ordre: "1", telephone: "05 56 00 00 01" });
    await ecrire(page, "Ajouter une mesure de protection", { type: "curatelle_renforcee", nom: "Association fictive", fin: "2024-12-01" });
    await ecrire(page, "Ajouter une autorisation", { type: "image", reponse: "accordee", auteur: "Lou EXEMPLE", signee_le: "2024-09-01" });
    assert.match(await page.locator(".bandeau__protection").innerText(), /Curatelle renforcée.*jusqu'au/s);
    await voir("usager-administratif");
    await page.getByRole("link", { name: /Droit à l'image/ }).click();
    await page.waitForURL("**/fiches/**");
    await page.locator("summary", { hasText: "Révoquer" }).click();
    await voir("usager-fiche");
    await page.getByRole("button", { name: "Révoquer dès maintenant" }).click();
    await page.waitForSelector(".fiche .fr-badge");
    await dit(page, /révoquée/i);
}

async function verifier(page, voir) {
    await page.locator(".portes").getByRole("link", { name: "Administratif" }).click();
    await page.getByRole("link", { name: /Identité :|Identité\s/ }).click();
    await page.waitForURL("**/identites/**");
    await page.locator("summary", { hasText: "Un document d'identité a été vu" }).click();
    await saisir(page, { dispositif: "passeport", vu_le: "2024-09-30" });
    await voir("usager-identite");
    await page.getByRole("button", { name: "Enregistrer le document vu" }).click();
    await page.waitForSelector(".etat-identite--courant >> text=validée");
    await dit(page, /n'interroge pas encore INSi/);
}

async function secourir(page, voir, adresse) {
    await page.goto(adresse);
    await ecrire(page, "Ajouter une allergie", { substance: "Arachide", gravite: "severe" });
    await page.getByRole("link", { name: "Fiche d'urgence" }).click();
    await page.waitForURL("**/urgence/**");
    for (const attendu of [/Arachide/, /EXEMPLE Lou/, /Curatelle renforcée/, /directives anticipées/]) await dit(page, attendu);
    await voir("usager-urgence");
    await page.emulateMedia({ media: "print" });
    if (process.env.IMAGES && page.viewportSize().width > 1000)
        await page.screenshot({ path: join(process.env.IMAGES, "usager-urgence-papier.png"), fullPage: true });
    const feuilles = (await page.pdf({ format: "A4" })).toString("latin1").match(/\/Type\s*\/Page[^s]/g).length;
    assert.equal(feuilles, 1);
    await page.emulateMedia({ media: "screen" });
}

const vues = [["light", 1280, true], ["dark", 360, true], ["light", 360, false]];
for (const [rang, [theme, largeur, scripts]] of vues.entries()) {
    const vue = () => espace.page({
        colorScheme: theme, viewport: { width: largeur, height: 800 }, javaScriptEnabled: scripts,
    });
    test(`a record opened and surrounded, ${theme}, ${largeur} pixels${scripts ? "" : ", without scripts"}`, async () => {
        const sara = await vue(), ivan = await vue();
        const voir = (page) => (scripts ? regarder(page, theme) : async () => {});
        await entrer(sara, "sara@exemple.fr", "/personnes");
        const [nom, naissance, autre] = [["Quillebec", "1951-03-12", "1951-12-03"], ["Ouzoulias", "1962-07-25", "1962-07-26"],
            ["Zambetti", "1973-10-08", "1973-08-10"]][rang];
        const adresse = await ouvrir(sara, voir(sara), nom, naissance);
        await comparer(sara, voir(sara), nom, autre, adresse);
        await entourer(sara, voir(sara));
        await verifier(sara, voir(sara));
        await entrer(ivan, "ivan@exemple.fr", "/personnes");
        await secourir(ivan, voir(ivan), adresse);
        for (const page of [sara, ivan]) {
            assert.deepEqual(page.defauts, []);
            await page.context().close();
        }
    });
}
