// Envelopes and what was funded before in Chromium: money granted and given, a sheet seen then kept; wide and narrow.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { entrer, ouvrirBureau, regarder } from "./guichet.mjs";
import { mesurer } from "./mesure.mjs";

let espace;
before(async () => (espace = await ouvrirBureau()));
after(() => espace.fermer());

const entete = "secteur;departement;statut;essms;montant\n";
const juste = `${entete}PA;33;public;12;252000,00\nPH;24;privé non lucratif;3;63000,50\n${"DOM;87;privé lucratif;2;10000\n".repeat(12)}`;

async function convoquer(page) {
    const headers = { "X-CSRF-Token": await page.locator("input[name=csrf]").first().inputValue() };
    const poster = async (adresse, data) => {
        const fait = await page.request.post(adresse, { headers, data });
        assert.equal(fait.status(), 201, await fait.text());
    };
    await poster("/api/comites", { appel: "NA-2024", fenetre: "1", tenu_le: "2024-06-04", enveloppe: "900000.00" });
    for (let n = 1; n <= 60; ++n)
        await poster("/api/enveloppes/NA-2024/mouvements", {
            genre: "ouvrir", montant: `${n * 1000}.00`, motif: `Dotation complémentaire numéro ${n}, notifiée par la caisse nationale.`,
        });
}

/** Nothing goes past the window, and each amount ends where its column, or its line, ends. */
async function tenir(page) {
    const { depasse, decales } = await page.evaluate(mesurer);
    assert.equal(depasse, false, page.url());
    assert.deepEqual(decales, [], page.url());
}

for (const [theme, width] of [["light", 1280], ["dark", 1280], ["light", 360], ["dark", 360]]) {
    test(`an envelope and what was funded before, ${theme}, ${width}`, async () => {
        const page = await espace.page({ colorScheme: theme, viewport: { width, height: 900 } });
        await entrer(espace, page, "ars", "/bureau");
        const regarde = regarder(page, theme);
        const voir = async (ou) => { await tenir(page); await regarde(ou); };
        const envoyer = (bouton) => Promise.all([page.waitForNavigation(), page.click(`button:has-text("${bouton}")`)]);
        if (theme === "light" && width === 1280) await convoquer(page);
        await page.goto("/bureau/comites");
        await Promise.all([page.waitForNavigation(), page.click("text=Enveloppes du guichet")]);
        await voir("enveloppes");
        await Promise.all([page.waitForNavigation(), page.click("main table a:text-is('NA-2024')")]);
        assert.equal(await page.locator("#mouvements tbody tr").count(), 50);
        await voir("enveloppe");
        await page.click("text=Céder une somme à un autre guichet");
        await page.selectOption("#vers", { label: "Corse" });
        await page.fill("#montant-cede", "99 000 000 000");
        await page.fill("#motif-cede", "Besoin en Corse.");
        await envoyer("Céder cette somme");
        assert.match(await page.textContent(".fr-alert--error"), /10 milliards au plus/);
        assert.equal(await page.inputValue("#motif-cede"), "Besoin en Corse.");  // nothing typed is lost
        assert.equal(await page.inputValue("#vers"), "94");
        await voir("enveloppe-refus");
        await page.fill("#montant-cede", "1 250,50");
        await envoyer("Céder cette somme");
        assert.match(await page.textContent(".fr-alert--success"), /La somme est cédée/);
        assert.match(await page.textContent("#mouvements tbody tr"), /Cession.*Disponible.*Corse/s);
        await page.goto("/bureau/enveloppes/NA-2024?page=2");
        assert.match(await page.textContent(".bureau__pages"), /Page 2 sur 2/);
        await page.goto("/bureau/portefeuille");
        const source = `Amorçage ${theme} ${width}`;
        await page.fill("#source", source);
        await page.fill("#colle", `${entete}XX;33;public;0;dix\nPA;99;mixte;3;12,50\n`);
        await envoyer("Voir avant de garder");
        assert.equal(await page.locator(".fr-alert--error li").count(), 5);
        assert.match(await page.textContent(".fr-alert--error"), /Ligne 3, colonne B/);
        await voir("portefeuille-fautes");
        await page.setInputFiles("#fichier", { name: "amorcage.csv", mimeType: "text/csv", buffer: Buffer.from(juste) });
        await envoyer("Voir avant de garder");
        assert.match((await page.textContent("main")).replaceAll(/\s/g, " "), /14 lignes, 39 établissements/);
        await page.evaluate(() => document.querySelectorAll("main details").forEach((un) => (un.open = true)));
        await voir("portefeuille-apercu");
        await envoyer("Garder ces lignes");
        assert.ok((await page.textContent("main table")).includes(source));
        await voir("portefeuille");
        assert.deepEqual(page.defauts.filter((un) => !/409|422/.test(un)), []);
        await page.context().close();
    });
}
