// A dossier whose every text is an attack, seen by its porteur, its desk and its committee: nothing of
// it runs, nothing of it becomes an element, and all of it is shown as it was typed.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { racine } from "./atelier.mjs";
import { entrer } from "./guichet.mjs";
import { connecter, inscrire, mot, ouvrirEspace } from "./porteur.mjs";

const mal = `"><img src=x onerror=perce()><svg onload=perce()></svg><script>perce()</script>'{{csrf}}`;
const PDF = Buffer.from("%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n");
let espace;

before(async () => {
    espace = await ouvrirEspace();
    const page = await espace.page();
    await inscrire(espace, page, "porteur@exemple.fr", mal);
    await page.context().close();
});
after(() => espace.fermer());

/** Every free text of a dossier, its pieces and its exchanges. */
async function deposer(page) {
    const api = page.request;
    const ouverte = await api.post("/api/sessions", { data: { courriel: "porteur@exemple.fr", mot_de_passe: mot } });
    const headers = { "X-CSRF-Token": (await ouverte.json()).csrf };
    const ecrit = JSON.parse(execFileSync("python3", [join(racine, "bench/http/dossier.py"), "15"]).toString());
    delete ecrit.depose_le;
    delete ecrit.pieces;
    ecrit.porteur.raison_sociale = mal;
    ecrit.solution.nom = mal;
    ecrit.solution.version = mal;
    for (const organisme of ecrit.organismes) organisme.raison_sociale = mal;
    for (const essms of ecrit.essms) Object.assign(essms, { commande_sons: { solution: mal, va_signee_le: null } });
    const { id } = await (await api.post("/api/dossiers", { headers, data: { appel: "NA-2024" } })).json();
    const range = await api.put(`/api/dossiers/${id}`, { headers: { ...headers, "If-Match": '"1"' }, data: ecrit });
    assert.equal(range.status(), 200, await range.text());
    const jointe = await api.post(`/api/dossiers/${id}/pieces`, {
        headers, multipart: { type: "DOC-05", fichier: { name: `../../${mal.replaceAll(`"`, "").replaceAll("/", "")}.pdf`, mimeType: "text/html", buffer: PDF } },
    });
    assert.equal(jointe.status(), 201, await jointe.text());
    const depot = await api.post(`/api/dossiers/${id}/depot`, { headers, data: { financeur: "ARS Nouvelle-Aquitaine" } });
    assert.equal(depot.status(), 201, await depot.text());
    return id;
}

/** Nothing ran, nothing grew, and the attack is there as a text (where the page shows it). */
async function sain(page, chemin, montre = true) {
    const violations = [];
    const entendre = (dit) => /Content Security Policy/.test(dit.text()) && violations.push(dit.text());
    page.on("console", entendre);
    await page.goto(chemin);
    page.off("console", entendre);
    const [perce, poussees, texte] = await page.evaluate(() => [
        window.percee === true,
        document.querySelectorAll("img[src=x], svg[onload], [onerror], [onload], script:not([src])").length,
        document.body.innerText + [...document.querySelectorAll("input, textarea")].map((champ) => champ.value).join(" "),
    ]);
    assert.deepEqual([perce, poussees, violations], [false, 0, []], chemin);
    if (montre) assert.ok(texte.includes("<img src=x"), `${chemin} shows what was typed`);
    assert.doesNotMatch(texte, /'[0-9a-f]{64}/, `${chemin}: {{csrf}} stays a text`);
}

test("nothing that a porteur typed runs on any page", async () => {
    const page = await espace.page();
    await page.addInitScript(() => { window.perce = () => { window.percee = true; }; });
    page.on("dialog", () => assert.fail("a dialog"));
    const id = await deposer(page);
    await page.context().clearCookies();
    await connecter(page, "porteur@exemple.fr");
    await sain(page, "/dossiers");
    for (const ecran of ["", "/saisie", "/pieces", "/depot", "/recepisse", "/historique", "/echanges", "/membres", "/maturite"])
        await sain(page, `/dossiers/${id}${ecran}`);
    await sain(page, "/compte");
    await page.context().clearCookies();

    await entrer(espace, page, "ars", "/bureau");
    await sain(page, "/bureau?statut=depose");
    await sain(page, `/bureau/dossiers/${id}`);
    await page.click("text=Prendre ce dossier en instruction");
    await page.waitForSelector("text=En instruction");
    await page.fill("#note", mal);
    await page.getByRole("button", { name: "Ajouter la note" }).click();
    await page.waitForSelector("#note");
    await sain(page, `/bureau/dossiers/${id}`);
    await sain(page, `/bureau/dossiers/${id}/versions`, false);
    await sain(page, `/bureau?statut=tous&q=${encodeURIComponent(mal)}`, false);
    await sain(page, `/connexion?retour=${encodeURIComponent(mal)}`, false);
    await sain(page, `/etablissements?q=${encodeURIComponent(mal)}`, false);
    const piece = await page.request.get(`/api/dossiers/${id}`);
    const nom = (await piece.json()).pieces?.[0]?.nom ?? "";
    assert.doesNotMatch(nom, /[/\\]/);
    await page.context().close();
});
