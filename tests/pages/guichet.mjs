// What the tests of desks share: accounts with a second factor, their sign-in, deposited dossiers.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { createHmac } from "node:crypto";
import { join } from "node:path";
import { racine } from "./atelier.mjs";
import { controler, envoyer, inscrire, mot, ouvrirEspace } from "./porteur.mjs";

let suivant = 0, arrives = 0;
const comptes = {
    ars: ["instructrice", "--region", "75"], comptable: ["comptable", "--region", "75"], admin: ["admin"], national: ["national"],
};

/** An espace where porteur@exemple.fr has an account. */
export async function ouvrirBureau() {
    const espace = await ouvrirEspace();
    const page = await espace.page();
    await inscrire(espace, page, "porteur@exemple.fr");
    await page.context().close();
    return espace;
}

/** axe, and the picture of the page when IMAGES names a folder. */
export const regarder = (page, theme) => async (ou) => {
    await controler(page, `${ou} ${theme}`);
    if (process.env.IMAGES)
        await page.screenshot({ path: join(process.env.IMAGES, `${ou}-${theme}-${page.viewportSize().width}.png`), fullPage: true });
};

/** An account of that role, new; its address and its secret. */
function guichet(espace, role) {
    const [nom, ...options] = comptes[role];
    const courriel = `${nom}-${++arrives}@exemple.fr`;
    const fait = execFileSync(process.env.PROGRAMME, [
        "compte", "creer", "--role", role, "--courriel", courriel, "--mot-de-passe-stdin", ...options,
        "--base", espace.base, "--donnees", espace.dossier,
        "--cle", join(espace.dossier, "cle"),
    ], { input: mot + "\n" });
    return { courriel, cle: JSON.parse(fait.toString()).totp_secret };
}

/** Of a window of 30 seconds. */
export function code(base32) {
    const bits = [...base32].map((c) => "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(c).toString(2).padStart(5, "0")).join("");
    const cle = Buffer.from(bits.match(/.{8}/g).map((octet) => parseInt(octet, 2)));
    const pas = Buffer.alloc(8);
    pas.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30000)));
    const somme = createHmac("sha1", cle).update(pas).digest();
    return String((somme.readUInt32BE(somme[19] & 15) & 0x7fffffff) % 1e6).padStart(6, "0");
}

/** Somebody new of that role signs in: one code opens one session, and the next comes in 30 seconds. */
export async function entrer(espace, page, role, ou) {
    const { courriel, cle } = guichet(espace, role);
    await page.goto(`/connexion?retour=${ou}`);
    await page.fill("#courriel", courriel);
    await page.fill("#mot_de_passe", mot);
    await envoyer(page);
    await page.waitForSelector("#code");
    await page.fill("#code", code(cle));
    await Promise.all([page.waitForNavigation(), envoyer(page)]);
    assert.equal(new URL(page.url()).pathname, ou);
}

/** A dossier deposited by the API; its id. Its first establishments, or their departments, may be given. */
export async function deposer(espace, nom, { courriel = "porteur@exemple.fr", pieces = ["DOC-05", "DOC-04"], finess = [], departements = [] } = {}) {
    const page = await espace.page();
    const api = page.request;
    const ouverte = await api.post("/api/sessions", { data: { courriel, mot_de_passe: mot } });
    const headers = { "X-CSRF-Token": (await ouverte.json()).csrf };
    const ecrit = JSON.parse(execFileSync("python3", [join(racine, "bench/http/dossier.py"), "400"]).toString());
    delete ecrit.depose_le;
    delete ecrit.pieces;
    ecrit.essms = ecrit.essms.slice(suivant, (suivant += 15));
    finess.forEach((numero, rang) => (ecrit.essms[rang].finess_et = numero));
    departements.forEach((departement, rang) => (ecrit.essms[rang].departement = departement));
    ecrit.porteur.raison_sociale = nom;
    const { id } = await (await api.post("/api/dossiers", { headers, data: { appel: "NA-2024" } })).json();
    await api.put(`/api/dossiers/${id}`, { headers: { ...headers, "If-Match": '"1"' }, data: ecrit });
    for (const type of pieces)
        await api.post(`/api/dossiers/${id}/pieces`, {
            headers,
            multipart: { type, fichier: { name: `${type}.pdf`, mimeType: "application/pdf", buffer: Buffer.from("%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n") } },
        });
    const depot = await api.post(`/api/dossiers/${id}/depot`, { headers, data: { financeur: "ARS Nouvelle-Aquitaine" } });
    assert.equal(depot.status(), 201, await depot.text());
    await page.context().close();
    return id;
}

/** The desk takes that dossier and finds it receivable, whatever the rules left open. */
export async function recevoir(page, id) {
    const headers = { "X-CSRF-Token": await page.locator("input[name=csrf]").first().inputValue() };
    const poster = (fin, data) => page.request.post(`/api/dossiers/${id}/${fin}`, { headers, data });
    assert.equal((await poster("instruction", {})).status(), 201);
    const dire = { issue: "recevable", motif: "Complet." };
    const retenu = await poster("recevabilite", dire);
    if (retenu.status() === 201) return;
    for (const { chemin } of (await retenu.json()).fautes)
        await poster("appreciations", { regle: chemin.split("/")[0], decision: "conforme", motif: "Vu." });
    assert.equal((await poster("recevabilite", dire)).status(), 201);
}

/** A committee that is for that dossier, from its convocation to the published results, by the API. */
export async function retenir(espace, id) {
    const page = await espace.page();
    await entrer(espace, page, "ars", "/bureau");
    await recevoir(page, id);
    const headers = { "X-CSRF-Token": await page.locator("input[name=csrf]").first().inputValue() };
    const poster = async (adresse, data) => {
        const fait = await page.request.post(adresse, { headers, data });
        assert.ok(fait.status() < 300, await fait.text());
        return fait.json();
    };
    const comite = await poster("/api/comites", { appel: "NA-2024", fenetre: "1", tenu_le: "2024-06-04", enveloppe: "400000.00" });
    await poster(`/api/comites/${comite.id}/avis`, { dossier: id, avis: "favorable" });
    await poster(`/api/comites/${comite.id}/notification`, {});
    await page.context().close();
}
