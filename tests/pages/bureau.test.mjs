// The desk in real Chromium: an instructor signs in with its code, takes a dossier, judges, asks,
// decides; with and without scripts; axe on every page, light and dark.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { createHmac } from "node:crypto";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { connecter, controler, envoyer, inscrire, mot, ouvrirEspace } from "./porteur.mjs";

const racine = join(import.meta.dirname, "../..");
let espace, secret, secretAdmin, suivant = 0;

before(async () => {
    espace = await ouvrirEspace();
    secret = guichet("ars", "instructrice@exemple.fr", ["--region", "75"]);
    secretAdmin = guichet("admin", "admin@exemple.fr", []);
    const page = await espace.page();
    await inscrire(espace, page, "porteur@exemple.fr");
    await page.context().close();
});
after(() => espace.fermer());

function guichet(role, courriel, options) {
    const fait = execFileSync(process.env.PROGRAMME, [
        "compte", "creer", "--role", role, "--courriel", courriel, "--mot-de-passe-stdin", ...options,
        "--base", `sqlite:${join(espace.dossier, "base.sqlite")}`, "--donnees", espace.dossier,
        "--cle", join(espace.dossier, "cle"),
    ], { input: mot + "\n" });
    return JSON.parse(fait.toString()).totp_secret;
}

const pas_courant = () => Math.floor(Date.now() / 30000);
const pas_servis = new Map();

/** One code opens one session only, and a used one counts as a failure: the next one is waited for. */
async function code_neuf(base32) {
    while (pas_courant() <= (pas_servis.get(base32) ?? 0)) await new Promise((suite) => setTimeout(suite, 500));
    pas_servis.set(base32, pas_courant());
    return code(base32);
}

/** Of a window of 30 seconds. */
function code(base32) {
    const bits = [...base32].map((c) => "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(c).toString(2).padStart(5, "0")).join("");
    const cle = Buffer.from(bits.match(/.{8}/g).map((octet) => parseInt(octet, 2)));
    const pas = Buffer.alloc(8);
    pas.writeBigUInt64BE(BigInt(pas_courant()));
    const somme = createHmac("sha1", cle).update(pas).digest();
    return String((somme.readUInt32BE(somme[19] & 15) & 0x7fffffff) % 1e6).padStart(6, "0");
}

async function entrer(page, courriel, cle, ou) {
    await page.goto(`/connexion?retour=${ou}`);
    await page.fill("#courriel", courriel);
    await page.fill("#mot_de_passe", mot);
    await envoyer(page);
    await page.waitForSelector("#code");
    await page.fill("#code", await code_neuf(cle));
    await Promise.all([page.waitForNavigation(), envoyer(page)]);
    assert.equal(new URL(page.url()).pathname, ou);
}

/** A dossier deposited by the API, with two pieces; its id. */
async function deposer(nom) {
    const page = await espace.page();
    const api = page.request;
    const ouverte = await api.post("/api/sessions", { data: { courriel: "porteur@exemple.fr", mot_de_passe: mot } });
    const headers = { "X-CSRF-Token": (await ouverte.json()).csrf };
    const ecrit = JSON.parse(execFileSync("python3", [join(racine, "bench/http/dossier.py"), "400"]).toString());
    delete ecrit.depose_le;
    delete ecrit.pieces;
    ecrit.essms = ecrit.essms.slice(suivant, (suivant += 15));
    ecrit.porteur.raison_sociale = nom;
    const { id } = await (await api.post("/api/dossiers", { headers, data: { appel: "NA-2024" } })).json();
    await api.put(`/api/dossiers/${id}`, { headers: { ...headers, "If-Match": '"1"' }, data: ecrit });
    for (const type of ["DOC-05", "DOC-04"])
        await api.post(`/api/dossiers/${id}/pieces`, {
            headers,
            multipart: { type, fichier: { name: `${type}.pdf`, mimeType: "application/pdf", buffer: Buffer.from("%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n") } },
        });
    const depot = await api.post(`/api/dossiers/${id}/depot`, { headers, data: { financeur: "ARS Nouvelle-Aquitaine" } });
    assert.equal(depot.status(), 201, await depot.text());
    await page.context().close();
    return id;
}

/** The instructor's journey; `voir` looks at each page. */
async function parcourir(page, id, voir) {
    await page.goto("/bureau?statut=depose");
    await voir("boite");
    await page.click(`a[href="/bureau/dossiers/${id}"]`);
    await voir("depose");
    await page.click("text=Prendre ce dossier en instruction");
    await page.waitForSelector("text=En instruction");
    const pieces = page.locator("#pieces .points__un");
    assert.equal(await pieces.count(), 2);
    const piece = pieces.filter({ hasText: "DOC-05" });
    await piece.locator("summary").click();
    await piece.getByLabel("Non conforme").check({ force: true });
    await piece.locator("select").selectOption("illisible");
    await voir("verdict");
    await piece.getByRole("button", { name: "Enregistrer le verdict" }).click();
    await page.waitForSelector("#pieces .points__dit:has-text('Illisible')");
    assert.ok(await page.locator("#demandes input[type=checkbox]:checked").count() > 0);
    await page.fill("#textes", "Un planning lisible, s'il vous plaît.");
    await page.getByRole("button", { name: "Envoyer la demande au porteur" }).click();
    await page.waitForSelector("text=à répondre avant le");
    await voir("demande");
    await page.locator("#demandes summary").click();
    await page.fill("#reprise-motif", "Pièce vue sur place.");
    await page.getByRole("button", { name: "Clore et reprendre" }).click();
    await page.waitForSelector("text=close le");
    await page.check("#recevable", { force: true });
    await page.getByRole("button", { name: "Notifier la décision" }).click();
    await page.waitForSelector(".fr-alert--error li");
    await voir("retenu");
    await page.fill("#note", "À rappeler lundi.");
    await page.getByRole("button", { name: "Ajouter la note" }).click();
    await page.waitForSelector("text=À rappeler lundi.");
    await page.check("#irrecevable", { force: true });
    await page.fill("#decision-motif", "Pièces manquantes.");
    await page.getByRole("button", { name: "Notifier la décision" }).click();
    await page.waitForSelector(".dossier-tete >> text=Irrecevable");
    await voir("irrecevable");
    await page.goto(`/bureau/dossiers/${id}/versions`);
    await voir("versions");
}

const regarder = (page, theme) => async (ou) => {
    await controler(page, `${ou} ${theme}`);
    if (process.env.IMAGES) {
        const largeur = page.viewportSize().width;
        await page.screenshot({ path: join(process.env.IMAGES, `${ou}-${theme}-${largeur}.png`), fullPage: true });
    }
};

for (const [theme, width] of [["light", 1280], ["dark", 360]])
    test(`an instructor examines a dossier, ${theme}, ${width} pixels`, async () => {
        const id = await deposer(`Association des Tilleuls ${theme}`);
        const page = await espace.page({ colorScheme: theme, viewport: { width, height: 900 } });
        await entrer(page, "instructrice@exemple.fr", secret, "/bureau");
        await parcourir(page, id, regarder(page, theme));
        assert.deepEqual(page.defauts, []);
        await page.context().close();
    });

test("the same without scripts", async () => {
    const id = await deposer("Association sans script");
    const page = await espace.page({ javaScriptEnabled: false });
    await entrer(page, "instructrice@exemple.fr", secret, "/bureau");
    await parcourir(page, id, async () => {});
    await page.context().close();
});

test("several dossiers at once: the blocked ones are shown first", async () => {
    const pris = await deposer("Association prise"), libre = await deposer("Association libre");
    const page = await espace.page();
    await entrer(page, "instructrice@exemple.fr", secret, "/bureau");
    await page.goto(`/bureau/dossiers/${pris}`);
    await page.click("text=Prendre ce dossier en instruction");
    await page.waitForSelector("text=En instruction");
    await page.goto("/bureau");
    await page.check(`input[value="${pris}"]`);
    await page.check(`input[value="${libre}"]`);
    await page.click("text=Voir ce qui sera fait");
    await page.waitForSelector("text=1 dossier restera comme il est");
    await regarder(page, "light")("lot");
    await page.click("text=Prendre 1 dossier en instruction");
    await page.waitForURL("**/bureau");
    await page.fill("#q", "libre");
    await page.click("text=Chercher");
    await page.waitForSelector("tbody tr >> text=En instruction");
    assert.equal(await page.locator("tbody tr").count(), 1);
    await page.click("summary:has-text('Garder cette recherche')");
    await page.fill("#nom-filtre", "Les libres");
    await page.click("button:text-is('Garder')");
    await page.waitForSelector(".bureau__filtres >> text=Les libres");
    await page.click("summary:has-text('Colonnes')");
    await page.uncheck("#colonne-essms", { force: true });
    await page.click("text=Montrer ces colonnes");
    await page.waitForSelector(".bureau__filtres");
    assert.equal(await page.locator("thead th:has-text('ESSMS')").count(), 0);
    await page.context().close();
});

test("the porteur sees what is asked and answers", async () => {
    const id = await deposer("Association qui répond");
    const desk = await espace.page();
    await entrer(desk, "instructrice@exemple.fr", secret, "/bureau");
    await desk.goto(`/bureau/dossiers/${id}`);
    await desk.click("text=Prendre ce dossier en instruction");
    await desk.fill("#textes", "Datez le planning.");
    await desk.getByRole("button", { name: "Envoyer la demande au porteur" }).click();
    await desk.waitForSelector("text=à répondre avant le");
    const page = await espace.page();
    await connecter(page, "porteur@exemple.fr");
    await page.goto(`/dossiers/${id}/echanges`);
    await page.waitForSelector("text=Datez le planning.");
    await regarder(page, "light")("echanges");
    await page.fill("#texte", "C'est fait.");
    await page.click("text=Envoyer ma réponse au guichet");
    await page.waitForSelector("text=Réponses envoyées");
    await desk.reload();
    await desk.waitForSelector("text=C'est fait.");
    await page.context().close();
    await desk.context().close();
});

test("an administrator changes a model of letter", async () => {
    const page = await espace.page();
    await entrer(page, "admin@exemple.fr", secretAdmin, "/administration/courriers");
    await regarder(page, "light")("courriers");
    await page.fill("#prise-objet", "Dossier {numero} pris");
    await page.fill("#prise-corps", "Pris par {inconnu}.");
    await page.click("section[aria-labelledby=t-prise] button");
    await page.waitForSelector(".fr-alert--error");
    await page.fill("#prise-corps", "Pris par {guichet}.");
    await page.click("section[aria-labelledby=t-prise] button");
    await page.waitForSelector(".fr-alert--success");
    await page.context().close();
});
