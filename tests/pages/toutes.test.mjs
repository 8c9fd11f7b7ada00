// axe on every page that the portail has: the committed table of routes says which they are, and a
// page without an address here fails.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { execFileSync } from "node:child_process";
import { racine } from "./atelier.mjs";
import { deposer, entrer, retenir } from "./guichet.mjs";
import { connecter, controler, inscrire, lien, mot, ouvrirEspace } from "./porteur.mjs";

const organisme = "240000018";
// Files, redirections of another server, fragments: nothing that a person reads as a page.
const sans_page = [
    "/actifs/{version}/{chemin...}", "/calendrier/{fichier}", "/compte/openid", "/connexion/openid",
    "/connexion/openid/retour", "/compte/second-facteur/qr.svg", "/dossiers/{id}/pieces/{piece}",
    "/dossiers/{id}/messages/{numero}/fichiers/{fichier}", "/bureau/dossiers/{id}/pieces/{piece}",
    "/bureau/dossiers/{id}/messages/{numero}/fichiers/{fichier}", "/recepisses/{numero}.pdf", "/tableau.csv",
    "/dossiers/{id}/convention.pdf", "/avenants/{id}/avenant.pdf", "/bureau/comites/{comite}/proces-verbal.pdf",
    "/dossiers/{id}/convention.pdf", "/bureau/comites/{comite}/proces-verbal.pdf",
    "/ordres/{id}/ordre.xml", "/ordres/{id}/ordre.csv", "/conventions/papiers/{papier}",
    // In ordres.test.mjs, whose orders have lines.
    "/ordres/{id}",
    // The code of a paper: a way to the page of its agreement.
    "/conventions/{code}",
    // Links of mails: their token opens them below, by their other route.
    "/invitation/{jeton}", "/succession/{jeton}",
];
const publiques = [
    "/", "/accessibilite", "/activation", "/appels", "/appels/{appel}", "/compte/courriel", "/connexion",
    "/donnees-personnelles", "/etablissements", "/etablissements/{finess_et}", "/inscription",
    "/inscription/envoyee", "/invitation", "/mentions-legales", "/mot-de-passe", "/mot-de-passe/envoye",
    "/mot-de-passe/nouveau", "/plan-du-site", "/recepisses/{numero}", "/simulateur", "/succession", "/tableau",
];
const du_porteur = [
    "/compte", "/compte/courriels", "/dossiers", "/dossiers/nouveau", "/dossiers/{id}", "/dossiers/{id}/depot",
    "/dossiers/{id}/documents", "/dossiers/{id}/echanges", "/dossiers/{id}/historique",
    "/dossiers/{id}/maturite", "/dossiers/{id}/membres", "/dossiers/{id}/messages", "/dossiers/{id}/pieces",
    "/dossiers/{id}/recepisse", "/dossiers/{id}/saisie", "/dossiers/{id}/convention", "/dossiers/{id}/avenants", "/conventions", "/conventions/{convention}/jalons", "/exports", "/grappes", "/rappels", "/soutiens", "/usages", "/usages/{rapport}",
];
const du_membre = ["/parts", "/parts/{brouillon}/{finess_ej}", "/parts/{brouillon}/{finess_ej}/maturite"];
const du_guichet = [
    "/bureau", "/bureau/comites", "/bureau/comites/{comite}", "/bureau/comites/{comite}/propositions", "/bureau/comites/{comite}/propositions/{proposition}", "/bureau/comites/{comite}/publication", "/bureau/enveloppes", "/bureau/enveloppes/{appel}", "/bureau/portefeuille", "/bureau/courriers", "/bureau/dossiers/{id}", "/bureau/dossiers/{id}/messages", "/bureau/dossiers/{id}/versions",
    "/bureau/usages", "/usages/{rapport}", "/grappes/demandes", "/exports", "/conventions", "/conventions/{convention}/jalons", "/dossiers/{id}/convention", "/dossiers/{id}/avenants",
    "/dossiers/{id}/avenants/nouveau", "/ordres", "/conventions/scan",
];
const d_administration = [
    "/administration/conservation", "/administration/courriers", "/administration/dossiers",
    "/administration/dossiers/{id}", "/regles", "/regles/migration",
];

let espace, clefs;
before(async () => {
    espace = await ouvrirEspace();
    const page = await espace.page();
    for (const nom of ["porteur", "membre"]) await inscrire(espace, page, `${nom}@exemple.fr`);
    const id = await deposer(espace, "Association des Tilleuls");
    await connecter(page, "porteur@exemple.fr");
    const brouillon = await inviterUnMembre(page);
    const { depots } = await (await page.request.get(`/api/dossiers/${id}/historique`)).json();
    clefs = {
        id, brouillon, appel: "NA-2024", finess_et: "240000224", finess_ej: organisme,
        numero: depots[0].numero, proposition: "1", rapport: await declarerUnUsage(page, id),
    };
    clefs.comite = await convoquer();
    clefs.convention = await convenir();
    await demanderUneGrappe(page);
    await page.context().close();
    const membre = await espace.page();
    await connecter(membre, "membre@exemple.fr", "/parts");
    await membre.goto(await lien(espace, "membre@exemple.fr", "invitation"));
    await membre.click("form[action='/invitation'] button");
    await membre.waitForSelector(".part__accord");
    await membre.context().close();
});
after(() => espace.fermer());

async function inviterUnMembre(page) {
    const ouverte = await page.request.post("/api/sessions", { data: { courriel: "porteur@exemple.fr", mot_de_passe: mot } });
    const headers = { "X-CSRF-Token": (await ouverte.json()).csrf };
    const { id } = await (await page.request.post("/api/dossiers", { headers, data: { appel: "NA-2024" } })).json();
    const essms = [{ finess_et: "240000224", finess_ej: organisme, regime: "acquisition" }];
    await page.request.put(`/api/dossiers/${id}`, {
        headers: { ...headers, "If-Match": '"1"' },
        data: { nature: "nouveau", porteur: { raison_sociale: "Association fictive", siret: "99999900600011" }, essms },
    });
    const invite = await page.request.post(`/api/dossiers/${id}/membres`, {
        headers, data: { finess_ej: organisme, courriel: "membre@exemple.fr" },
    });
    assert.equal(invite.status(), 201, await invite.text());
    return id;
}

/** Declared figures of the first establishments of that dossier; the id of the report. */
async function declarerUnUsage(page, id) {
    const ouverte = await page.request.post("/api/sessions", { data: { courriel: "porteur@exemple.fr", mot_de_passe: mot } });
    const headers = { "X-CSRF-Token": (await ouverte.json()).csrf, "Content-Type": "text/csv" };
    const { contenu } = await (await page.request.get(`/api/dossiers/${id}`)).json();
    const lignes = contenu.essms.slice(0, 3).map(({ finess_et }, rang) => `${finess_et};2024-04-30;fenetre;dossiers_actifs;${40 * rang};84`);
    const recu = await page.request.post("/api/rapports-usage", {
        headers, data: ["finess_et;au;lecture;indicateur;numerateur;denominateur", ...lignes, ""].join("\n"),
    });
    assert.equal(recu.status(), 201, await recu.text());
    return (await recu.json()).id;
}

async function convoquer() {
    const page = await espace.page();
    await entrer(espace, page, "ars", "/bureau");
    const headers = { "X-CSRF-Token": await page.locator("input[name=csrf]").first().inputValue() };
    const cree = await page.request.post("/api/comites", {
        headers, data: { appel: "NA-2024", fenetre: "1", tenu_le: "2024-06-04", enveloppe: "900000.00" },
    });
    assert.equal(cree.status(), 201, await cree.text());
    const { id } = await cree.json();
    const calculee = await page.request.post(`/api/comites/${id}/proposition`, { headers, data: { contraintes: {} } });
    assert.equal(calculee.status(), 201, await calculee.text());
    await page.context().close();
    return id;
}

/** An agreement that waits for its signatures. */
async function convenir() {
    const id = await deposer(espace, "Association des Saules");
    await retenir(espace, id);
    const page = await espace.page();
    await entrer(espace, page, "ars", "/bureau");
    const headers = { "X-CSRF-Token": await page.locator("input[name=csrf]").first().inputValue() };
    const faite = await page.request.post(`/api/dossiers/${id}/convention`, { headers, data: {} });
    assert.equal(faite.status(), 201, await faite.text());
    const convention = (await faite.json()).id;
    await page.context().close();
    return convention;
}

async function demanderUneGrappe(page) {
    await page.goto("/grappes");
    await page.fill("#g-finess", "240000570");
    await page.fill("#g-structure", "Maison des Essais");
    await page.fill("#g-contact", "Le secrétariat");
    await page.click("text=Envoyer la demande");
    await page.waitForSelector(".fr-alert--success");
}

const adresse_de = (chemin) => chemin.replaceAll(/\{(\w+)\}/g, (_, clef) => clefs[clef]);

test("each page of the table of routes is looked at here", () => {
    const servies = execFileSync(process.env.PROGRAMME, ["servir", "--routes"]).toString();
    const ecrites = readFileSync(join(racine, "tests/committed/routes.txt"), "utf8");
    const vues = new Set([...publiques, ...du_porteur, ...du_membre, ...du_guichet, ...d_administration, ...sans_page]
        .map((chemin) => chemin.replaceAll(/\{[^}]*\}/g, "{}")));
    const pages = (servies + ecrites).split("\n").filter((ligne) => /^GET \/(?!api\/)/.test(ligne))
        .map((ligne) => ligne.split(" ")[1]);
    assert.ok(pages.length > 100, `${pages.length} lines`);
    assert.deepEqual(pages.filter((chemin) => !vues.has(chemin.replaceAll(/\{[^}]*\}/g, "{}"))), []);
});

/** Signs in, walks the pages; IMAGES keeps what was seen. */
async function parcourir(page, qui, chemins) {
    for (const chemin of chemins) {
        const reponse = await page.goto(adresse_de(chemin));
        await page.mouse.move(0, 0);  // no button is under it
        assert.ok(reponse.status() < 500 && reponse.status() !== 404, `${chemin} ${reponse.status()}`);
        await page.evaluate(() => document.querySelectorAll("main details").forEach((d) => (d.open = true)));
        const { width } = page.viewportSize();
        if (process.env.IMAGES)
            await page.screenshot({ path: join(process.env.IMAGES, `${qui}${chemin.replaceAll(/[^\w]+/g, "-")}-${width}.png`), fullPage: true });
        await controler(page, `${chemin} ${qui} ${width}`);
    }
    assert.deepEqual(page.defauts, []);
    await page.context().close();
}

for (const [colorScheme, width] of [["light", 1280], ["dark", 375]]) {
    const ouvrir = () => espace.page({ colorScheme, viewport: { width, height: 900 } });
    test(`pages of everybody, ${colorScheme}, ${width}`, async () => parcourir(await ouvrir(), "public", publiques));
    test(`pages of a porteur, ${colorScheme}, ${width}`, async () => {
        const page = await ouvrir();
        await connecter(page, "porteur@exemple.fr");
        await parcourir(page, "porteur", du_porteur);
    });
    test(`pages of a member, ${colorScheme}, ${width}`, async () => {
        const page = await ouvrir();
        await connecter(page, "membre@exemple.fr", "/parts");
        await parcourir(page, "membre", du_membre);
    });
    test(`pages of a desk, ${colorScheme}, ${width}`, async () => {
        const page = await ouvrir();
        await entrer(espace, page, "ars", "/bureau");
        await parcourir(page, "guichet", du_guichet);
    });
    test(`pages of an administrator, ${colorScheme}, ${width}`, async () => {
        const page = await ouvrir();
        await entrer(espace, page, "admin", "/administration/dossiers");
        await parcourir(page, "admin", d_administration);
    });
}
