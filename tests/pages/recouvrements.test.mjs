// A recovery in Chromium: an amendment leaves less than the advance paid, the balance says what is to come back, one
// person opens the recovery, another validates it, what comes back is noted; the list of agreements says it and its
// terms. axe on each page, wide and narrow, light and dark.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { after, before, test } from "node:test";
import { deposer, entrer, ouvrirBureau, regarder, retenir } from "./guichet.mjs";
import { connecter, mot } from "./porteur.mjs";

const dui = process.env.GRAPPE_DUI ?? join(dirname(process.env.PROGRAMME), "grappe-dui");
let espace;
before(async () => (espace = await ouvrirBureau()));
after(() => espace.fermer());

const presser = (page, name) => Promise.all([page.waitForNavigation(), page.getByRole("button", { name, exact: true }).click()]);
const lire = (page, ou) => page.textContent(ou).then((texte) => texte.replaceAll(/[\s\u00a0\u202f]+/g, " "));

async function envoyer(page, adresse, options) {
    const jeton = await page.locator("input[name=csrf]").first().inputValue();
    const fait = await page.request.post(adresse, { ...options, headers: { "X-CSRF-Token": jeton, ...options.headers } });
    assert.equal(fait.status(), 201, await fait.text());
    return fait.json();
}

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
    return { octets, finess, cle_publique: readFileSync(`${fichier("cle")}.pub`).toString() };
}

/** By the API, up to the balance that two people validated. */
async function solder(nom, { porteur, ars, collegue, comptable }, mesure) {
    const id = await deposer(espace, nom, { finess: mesure.finess });
    await retenir(espace, id);
    await envoyer(porteur, "/api/cles-usage", { data: { dui: nom, cle_publique: mesure.cle_publique, mot_de_passe: mot } });
    const convention = `/api/conventions/${(await envoyer(ars, `/api/dossiers/${id}/convention`, { data: {} })).id}`;
    const signer = async (objet) => {
        await envoyer(porteur, `${objet}/signatures`, { data: { partie: "porteur", mode: "electronique" } });
        await envoyer(ars, `${objet}/signatures`, { data: { partie: "ars", mode: "electronique" } });
    };
    const verser = async (data) => {
        const { id: versement } = await envoyer(ars, `${convention}/versements`, { data });
        await envoyer(collegue, `/api/versements/${versement}/validation`, { data: {} });
        return versement;
    };
    await signer(convention);
    const avance = await verser({ objet: "avance" });
    await envoyer(porteur, `${convention}/rapports-usage`, { data: mesure.octets, headers: { "Content-Type": "application/json" } });
    const { version, lignes } = await (await ars.request.get(convention)).json();
    const changements = lignes.slice(0, 12).map(({ finess_et }) => ({ genre: "retrait", finess: finess_et }));
    const avenant = await envoyer(ars, `${convention}/avenants`, { data: { motif: "Douze départs.", changements }, headers: { "If-Match": `"${version}"` } });
    await signer(`/api/avenants/${avenant.id}`);
    const etat = await envoyer(porteur, `${convention}/etat-depenses`, { data: { logiciel: "210000.00", ressources_internes: "105000.00" } });
    await envoyer(comptable, `/api/etats-depenses/${etat.id}/visa`, { data: {} });
    await verser({ objet: "solde", montant: "0.00", motif: "Rien n'est dû." });
    return { id, convention, avance, verser };
}

/** The bank sends the advance back after the recovery was opened. */
async function rejeter({ porteur, ars }, { convention, avance }) {
    const compte = { titulaire: "Association des Peupliers", iban: "FR7630006000011234567890189", mot_de_passe: mot };
    await envoyer(porteur, `${convention}/coordonnees-bancaires`, { data: compte });
    const ordre = await envoyer(ars, "/api/ordres-paiement", { data: { versements: [avance], mot_de_passe: mot } });
    const reponse = { versement: avance, sort: "rejete", motif: "Compte clos." };
    await envoyer(ars, `/api/ordres-paiement/${ordre.id}/reponses`, { data: reponse });
}

for (const [graine, theme, width] of [[12, "light", 1280], [18, "dark", 360]])
    test(`money that comes back, ${theme}, ${width}`, async () => {
        const options = { colorScheme: theme, viewport: { width, height: 900 } };
        const gens = Object.fromEntries(await Promise.all(["porteur", "ars", "collegue", "comptable"].map(async (nom) => [nom, await espace.page(options)])));
        const { porteur, ars, collegue, comptable } = gens;
        await connecter(porteur, "porteur@exemple.fr");
        await entrer(espace, ars, "ars", "/bureau");
        await entrer(espace, collegue, "ars", "/bureau");
        await entrer(espace, comptable, "comptable", "/conventions");
        const nom = `Association des Peupliers ${graine}`;
        const argent = await solder(nom, gens, mesurer(graine));
        const adresse = `/dossiers/${argent.id}/convention`;

        await ars.goto("/conventions?tri=echeance");
        await ars.locator("tr", { hasText: nom }).getByText("Somme à recouvrer").waitFor();
        await regarder(ars, theme)("conventions-echeances");
        await ars.goto(adresse);
        assert.match(await lire(ars, "#recouvrements"), /sont à recouvrer. Aucun recouvrement/);
        await regarder(ars, theme)("recouvrement-a-ouvrir");
        await ars.fill("#recouvrement-motif", "Douze établissements ont quitté le projet.");
        await presser(ars, "Ouvrir le recouvrement");
        await ars.waitForSelector("text=Le recouvrement est ouvert.");
        assert.equal(await ars.getByRole("button", { name: "Valider ce recouvrement" }).count(), 0);
        await collegue.goto(adresse);
        await regarder(collegue, theme)("recouvrement-a-valider");
        await rejeter(gens, argent);
        await collegue.goto(adresse);
        assert.match(await lire(collegue, "#recouvrements"), /La banque a rejeté un versement/);
        assert.equal(await collegue.getByRole("button", { name: "Valider ce recouvrement" }).count(), 0);
        await regarder(collegue, theme)("recouvrement-retenu");
        await argent.verser({ objet: "avance" });
        await collegue.goto(adresse);
        await presser(collegue, "Valider ce recouvrement");
        await collegue.waitForSelector("text=La décision est enregistrée.");

        await ars.goto(adresse);
        const tout = await ars.inputValue("#retour-montant");
        await ars.fill("#retour-montant", "9 000 000,00");
        await ars.fill("#retour-jour", "2024-03-01");
        await ars.fill("#retour-reference", "VIR-2024-0042");
        await presser(ars, "Enregistrer la somme rendue");
        await ars.waitForSelector("#recouvrements .fr-alert--error");
        assert.equal(await ars.inputValue("#retour-montant"), "9 000 000,00");
        assert.equal(await ars.inputValue("#retour-reference"), "VIR-2024-0042");
        await regarder(ars, theme)("recouvrement-refuse");
        await ars.fill("#retour-montant", "1 000,50");
        await presser(ars, "Enregistrer la somme rendue");
        await ars.waitForSelector("text=La somme rendue est enregistrée");
        await ars.fill("#retour-jour", "2024-03-01");
        await ars.fill("#retour-reference", "VIR-2024-0043");
        await presser(ars, "Enregistrer la somme rendue");
        await ars.waitForSelector("#recouvrements >> text=Rendu en entier");
        await regarder(ars, theme)("recouvrement-rendu");
        await porteur.goto(adresse);
        assert.match(await lire(porteur, "#recouvrements"), /VIR-2024-0042/);
        assert.equal(await porteur.locator("#recouvrements form").count(), 0);
        await regarder(porteur, theme)("recouvrement-porteur");
        assert.ok(Number(tout) > 1000);
        for (const page of Object.values(gens)) {
            assert.deepEqual(page.defauts, []);
            await page.context().close();
        }
    });
