// An agreement and its money in Chromium: established, signed by two people, its advance asked for and validated,
// a real signed report, expenses stamped by their accountant, the balance left to the agency, paid; what is refused
// keeps what was typed. axe on each page, wide and narrow, light and dark; once without scripts.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { after, before, test } from "node:test";
import { deposer, entrer, ouvrirBureau, regarder, retenir } from "./guichet.mjs";
import { connecter, mot } from "./porteur.mjs";

const dui = process.env.GRAPPE_DUI ?? join(dirname(process.env.PROGRAMME), "grappe-dui");
let espace;
before(async () => (espace = await ouvrirBureau()));
after(() => espace.fermer());

/** Fifteen establishments of a fictitious organisation: their numbers, a signed report, its public key. */
function mesurer(graine) {
    const fichier = (nom) => join(espace.dossier, `${nom}-${graine}`);
    const lancer = (...mots) => execFileSync(dui, mots.map(String));
    const base = `sqlite:${fichier("dui.sqlite")}`;
    lancer("generer", fichier("faits"), "--graine", graine, "--etablissements", 15, "--personnes", 60, "--mois", 4, "--au", "2024-05-11");
    lancer("import", fichier("faits"), "--base", base);
    lancer("cle", "creer", fichier("cle"));
    const octets = lancer("rapport", "--au", "2024-05-11", "--cle", fichier("cle"), "--base", base);
    const finess = JSON.parse(octets.toString()).etablissements.map((ligne) => ligne.finess_et);
    return { octets, finess, cle: readFileSync(`${fichier("cle")}.pub`).toString() };
}

async function enregistrerLaCle(page, cle_publique) {
    const headers = { "X-CSRF-Token": await page.locator("input[name=csrf]").first().inputValue() };
    const posee = await page.request.post("/api/cles-usage", { headers, data: { dui: "DUI d'essai", cle_publique, mot_de_passe: mot } });
    assert.equal(posee.status(), 201, await posee.text());
}

const presser = (page, name) => Promise.all([page.waitForNavigation(), page.getByRole("button", { name, exact: true }).click()]);
const lire = (page, ou) => page.textContent(ou).then((texte) => texte.replaceAll(/[\s\u00a0\u202f]+/g, " "));

async function signer(page, adresse, voir) {
    await page.goto(adresse);
    await page.fill("#signature-mot", "pas celui-là");
    await presser(page, "Signer la convention");
    await page.waitForSelector("#signatures .fr-alert--error");
    await voir("convention-mot-refuse");
    await page.fill("#signature-mot", mot);
    await presser(page, "Signer la convention");
    await page.waitForSelector("text=La signature est enregistrée.");
}

async function declarer(page, voir) {
    await page.fill("#d-logiciel", "210 000,00");
    await page.fill("#d-materiel", "beaucoup");
    await presser(page, "Enregistrer cet état des dépenses");
    await page.waitForSelector("#f-materiel");
    assert.equal(await page.inputValue("#d-materiel"), "beaucoup");
    assert.equal(await page.inputValue("#d-logiciel"), "210 000,00");
    await voir("convention-depenses-refusees");
    await page.fill("#d-materiel", "");
    await page.fill("#d-ressources_internes", "105000");
    await presser(page, "Enregistrer cet état des dépenses");
    await page.waitForSelector("text=Il attend le visa du comptable.");
}

const octets = (page, adresse) => page.request.get(adresse).then(async (reponse) => {
    assert.equal(reponse.headers()["content-type"], "application/pdf");
    const lus = await reponse.body();
    if (process.env.IMAGES) writeFileSync(join(process.env.IMAGES, "convention.pdf"), lus);
    return lus;
});

for (const [graine, theme, width, javaScriptEnabled] of [[2, "light", 1280, true], [8, "dark", 360, true], [9, "light", 1280, false]])
    test(`an agreement, from its signatures to its last payment, ${theme}, ${width}${javaScriptEnabled ? "" : ", no scripts"}`, async () => {
        const options = { colorScheme: theme, viewport: { width, height: 900 }, javaScriptEnabled };
        const voir = (page) => (javaScriptEnabled ? regarder(page, theme) : async () => {});
        const mesure = mesurer(graine);
        const id = await deposer(espace, `Association des Aubépines ${graine}`, { finess: mesure.finess });
        await retenir(espace, id);
        const adresse = `/dossiers/${id}/convention`;
        const [porteur, ars, collegue, comptable] = await Promise.all([1, 2, 3, 4].map(() => espace.page(options)));
        await connecter(porteur, "porteur@exemple.fr");
        await enregistrerLaCle(porteur, mesure.cle);
        await porteur.goto(adresse);
        await porteur.waitForSelector("text=Le financeur l'établira");
        await voir(porteur)("convention-absente");

        await entrer(espace, ars, "ars", "/bureau");
        await ars.goto(`/bureau/dossiers/${id}`);
        await Promise.all([ars.waitForNavigation(), ars.getByRole("link", { name: "Convention", exact: true }).click()]);
        await voir(ars)("convention-a-etablir");
        await presser(ars, "Établir la convention");
        await ars.waitForSelector("text=La convention est établie.");
        await voir(ars)("convention-etablie");
        await porteur.goto(`/dossiers/${id}`);
        await Promise.all([porteur.waitForNavigation(), porteur.getByRole("link", { name: "Voir la convention" }).click()]);
        await voir(porteur)("convention-a-signer");
        const avant = await octets(porteur, `${adresse}.pdf`);
        assert.deepEqual(await octets(porteur, `${adresse}.pdf`), avant);
        await signer(porteur, adresse, voir(porteur));
        await signer(ars, adresse, voir(ars));
        assert.notDeepEqual(await octets(porteur, `${adresse}.pdf`), avant);

        await presser(ars, "Demander le versement de l'avance");
        await ars.waitForSelector("text=Une autre personne doit le valider.");
        assert.equal(await ars.getByRole("button", { name: "Valider ce versement" }).count(), 0);
        await entrer(espace, collegue, "ars", "/bureau");
        await Promise.all([collegue.waitForNavigation(), collegue.getByRole("link", { name: "Conventions", exact: true }).click()]);
        await voir(collegue)("conventions");
        await Promise.all([collegue.waitForNavigation(), collegue.getByRole("link", { name: `Association des Aubépines ${graine}` }).click()]);
        await voir(collegue)("convention-avance");
        await presser(collegue, "Valider ce versement");
        await collegue.waitForSelector("text=La décision est enregistrée.");

        await porteur.goto(adresse);
        const rapport = (buffer) => porteur.setInputFiles("#rapport", [{ name: "rapport.json", mimeType: "application/json", buffer }]);
        await rapport(Buffer.from("rien"));
        await presser(porteur, "Transmettre le rapport");
        await porteur.waitForSelector("#usages .fr-alert--error");
        await rapport(mesure.octets);
        await presser(porteur, "Transmettre le rapport");
        await porteur.waitForSelector("text=Le rapport d'usage est reçu");
        await declarer(porteur, voir(porteur));
        await porteur.locator("summary", { hasText: "Donner le compte" }).click();
        await porteur.fill("#titulaire", "Association des Aubépines");
        await porteur.fill("#iban", "FR76 3000 6000 0112 3456 7890 188");
        await porteur.fill("#compte-mot", mot);
        await presser(porteur, "Enregistrer ce compte");
        await porteur.waitForSelector("#coordonnees .fr-alert--error");
        assert.equal(await porteur.inputValue("#iban"), "FR76 3000 6000 0112 3456 7890 188");
        assert.equal(await porteur.inputValue("#compte-mot"), "");
        await porteur.fill("#iban", "FR76 3000 6000 0112 3456 7890 189");
        await porteur.fill("#compte-mot", mot);
        await presser(porteur, "Enregistrer ce compte");
        await porteur.waitForSelector("text=0189");

        await entrer(espace, comptable, "comptable", "/conventions");
        await voir(comptable)("conventions-comptable");
        await Promise.all([comptable.waitForNavigation(), comptable.getByRole("link", { name: `Association des Aubépines ${graine}` }).click()]);
        await voir(comptable)("convention-comptable");
        // What is stamped and what is paid, and nothing else of the agreement.
        assert.equal(await comptable.locator("#signatures, #usages, #solde, #coordonnees, #montants, a[href$='.pdf']").count(), 0);
        await presser(comptable, "Viser cet état des dépenses");
        await comptable.waitForSelector("text=L'état des dépenses est visé.");

        await ars.goto(adresse);
        assert.match(await lire(ars, "#solde"), /Laissé à la décision du financeur/);
        await ars.fill("#v-montant", "9 000 000,00");
        await ars.fill("#v-motif", "Une panne établie.");
        await presser(ars, "Demander le versement du solde");
        await ars.waitForSelector("#versements .fr-alert--error");
        assert.equal(await ars.inputValue("#v-motif"), "Une panne établie.");
        await voir(ars)("convention-solde-refuse");
        await ars.fill("#v-montant", "1 000,00");
        await presser(ars, "Demander le versement du solde");
        await collegue.goto(adresse);
        await presser(collegue, "Valider ce versement");
        await collegue.waitForSelector("text=La décision est enregistrée.");
        await porteur.goto(adresse);
        assert.match(await lire(porteur, "#versements"), /Solde\s: 1\s000,00\s€/);
        assert.equal(await porteur.locator("#solde tbody tr").count(), 15);
        await voir(porteur)("convention-soldee");

        const code = (await porteur.textContent("#montants p .code")).trim();
        await collegue.goto("/conventions");
        await collegue.fill("#code", code.toLowerCase());
        await presser(collegue, "Ouvrir");
        assert.equal(new URL(collegue.url()).pathname, adresse);
        await collegue.goto("/conventions");
        await collegue.fill("#code", "NA-2024-RIEN");
        await presser(collegue, "Ouvrir");
        await collegue.waitForSelector("#code-faute");
        await voir(collegue)("conventions-code-inconnu");
        for (const page of [porteur, ars, collegue, comptable]) {
            assert.deepEqual(page.defauts, []);
            await page.context().close();
        }
    });
