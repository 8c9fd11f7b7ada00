// The desk in real Chromium: an instructor signs in with its code, takes a dossier, judges, asks,
// decides; with and without scripts; axe on every page, light and dark.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { deposer, entrer, ouvrirBureau, regarder } from "./guichet.mjs";
import { connecter } from "./porteur.mjs";

let espace;

before(async () => (espace = await ouvrirBureau()));
after(() => espace.fermer());

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

for (const [theme, width] of [["light", 1280], ["dark", 360]])
    test(`an instructor examines a dossier, ${theme}, ${width} pixels`, async () => {
        const id = await deposer(espace, `Association des Tilleuls ${theme}`);
        const page = await espace.page({ colorScheme: theme, viewport: { width, height: 900 } });
        await entrer(espace, page, "ars", "/bureau");
        await parcourir(page, id, regarder(page, theme));
        assert.deepEqual(page.defauts, []);
        await page.context().close();
    });

test("the same without scripts", async () => {
    const id = await deposer(espace, "Association sans script");
    const page = await espace.page({ javaScriptEnabled: false });
    await entrer(espace, page, "ars", "/bureau");
    await parcourir(page, id, async () => {});
    await page.context().close();
});

test("several dossiers at once: the blocked ones are shown first", async () => {
    const pris = await deposer(espace, "Association prise"), libre = await deposer(espace, "Association libre");
    const page = await espace.page();
    await entrer(espace, page, "ars", "/bureau");
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
    await page.waitForURL(/\/bureau(\?|$)/);
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
    const id = await deposer(espace, "Association qui répond");
    const desk = await espace.page();
    await entrer(espace, desk, "ars", "/bureau");
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
    await entrer(espace, page, "admin", "/administration/courriers");
    await regarder(page, "light")("courriers");
    await page.click("#t-prise > summary");
    await page.fill("#prise-objet", "Dossier {numero} pris");
    await page.fill("#prise-corps", "Pris par {inconnu}.");
    const ici = page.locator("#t-prise");
    await ici.getByText("Voir l'aperçu").click();
    await page.waitForSelector(".fr-alert--error >> text=«\u00a0inconnu\u00a0»");
    await page.fill("#prise-corps", "Pris par {guichet}, {lien}");
    await ici.getByText("Voir l'aperçu").click();
    await page.waitForSelector(".modele__apercu >> text=Pris par ARS Nouvelle-Aquitaine,");
    await regarder(page, "light")("courriers-apercu");
    await page.fill("#prise-motif", "Plus court.");
    await ici.getByRole("button", { name: "Enregistrer" }).click();
    await page.waitForSelector(".fr-alert--success");
    await page.fill("#prise-motif", "Essai fini.");
    await ici.getByText("Revenir au texte d'origine").click();
    await page.waitForSelector(".fr-alert--success >> text=d'origine");
    assert.equal(await ici.getByText("Revenir au texte d'origine").count(), 0);
    await page.context().close();
});
