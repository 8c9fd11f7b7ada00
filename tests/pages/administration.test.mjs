// An administrator in real Chromium: finds a dossier, gives time, corrects a field, replaces the
// porteur, who is another one from then on; with and without scripts; axe on every page of it.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { createHmac } from "node:crypto";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { racine } from "./atelier.mjs";
import { connecter, controler, envoyer, inscrire, lien, mot, ouvrirEspace } from "./porteur.mjs";

let espace, secret, suivant = 0, dernierPas = 0;

before(async () => {
    espace = await ouvrirEspace();
    secret = JSON.parse(execFileSync(process.env.PROGRAMME, [
        "compte", "creer", "--role", "admin", "--courriel", "admin@exemple.fr", "--mot-de-passe-stdin",
        "--base", espace.base, "--donnees", espace.dossier,
        "--cle", join(espace.dossier, "cle"),
    ], { input: mot + "\n" }).toString()).totp_secret;
});
after(() => espace.fermer());

const pas = () => Math.floor(Date.now() / 30000);

/** A code opens one session: the next window is waited for. */
async function code() {
    while (pas() <= dernierPas) await new Promise((suite) => setTimeout(suite, 500));
    dernierPas = pas();
    const bits = [...secret].map((c) => "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(c).toString(2).padStart(5, "0")).join("");
    const compteur = Buffer.alloc(8);
    compteur.writeBigUInt64BE(BigInt(dernierPas));
    const somme = createHmac("sha1", Buffer.from(bits.match(/.{8}/g).map((octet) => parseInt(octet, 2)))).update(compteur).digest();
    return String((somme.readUInt32BE(somme[19] & 15) & 0x7fffffff) % 1e6).padStart(6, "0");
}

async function entrer(page) {
    await page.goto("/connexion?retour=/administration/dossiers");
    await page.fill("#courriel", "admin@exemple.fr");
    await page.fill("#mot_de_passe", mot);
    await envoyer(page);
    await page.waitForSelector("#code");
    await page.fill("#code", await code());
    await Promise.all([page.waitForNavigation(), envoyer(page)]);
    assert.equal(new URL(page.url()).pathname, "/administration/dossiers");
}

/** A dossier deposited by the API: its id. */
async function deposer(courriel) {
    const page = await espace.page();
    const api = page.request;
    const ouverte = await api.post("/api/sessions", { data: { courriel, mot_de_passe: mot } });
    const headers = { "X-CSRF-Token": (await ouverte.json()).csrf };
    const ecrit = JSON.parse(execFileSync("python3", [join(racine, "bench/http/dossier.py"), "400"]).toString());
    delete ecrit.depose_le;
    delete ecrit.pieces;
    ecrit.essms = ecrit.essms.slice(suivant, (suivant += 15));
    const { id } = await (await api.post("/api/dossiers", { headers, data: { appel: "NA-2024" } })).json();
    await api.put(`/api/dossiers/${id}`, { headers: { ...headers, "If-Match": '"1"' }, data: ecrit });
    const depot = await api.post(`/api/dossiers/${id}/depot`, { headers, data: { financeur: "ARS Nouvelle-Aquitaine" } });
    assert.equal(depot.status(), 201, await depot.text());
    await page.context().close();
    return id;
}

/** Opens the form whose summary says so, fills it and sends it. */
async function agir(page, resume, champs, bouton) {
    const acte = page.locator("details", { has: page.locator("summary", { hasText: resume }) });
    await acte.locator("summary").click();
    for (const [champ, valeur] of Object.entries(champs)) await acte.locator(`[name=${champ}]`).fill(valeur);
    await Promise.all([page.waitForNavigation(), acte.getByRole("button", { name: bouton }).click()]);
}

const motif = "Demandé par écrit le 2 mai.";

for (const [scripts, theme, largeur] of [[true, "light", 1280], [true, "dark", 360], [false, "light", 1280]])
    test(`an administrator acts on a dossier, scripts: ${scripts}, ${theme}, ${largeur}`, async () => {
        const marque = `${scripts}-${theme}`;
        const porteur = await espace.page();
        await inscrire(espace, porteur, `part-${marque}@exemple.fr`);
        const id = await deposer(`part-${marque}@exemple.fr`);
        const page = await espace.page({ colorScheme: theme, viewport: { width: largeur, height: 900 }, javaScriptEnabled: scripts });
        const axe = (ou) => scripts ? controler(page, ou) : undefined;
        await entrer(page);
        await axe("administration, recherche");
        await page.fill("#q", "personne@exemple.fr");
        await page.click("text=Chercher");
        await page.waitForSelector("text=Aucun dossier");
        await page.fill("#q", `part-${marque}@exemple.fr`);
        await page.click("text=Chercher");
        await page.click(`a[href="/administration/dossiers/${id}"]`);
        await axe("administration, dossier");

        await agir(page, "Prolonger son délai", { jour: "2024-05-01", motif }, "Prolonger le délai");
        assert.match(await page.textContent("[role=alert]"), /jour qui n'est pas passé/);
        assert.equal(await page.inputValue("#prolongation-motif"), motif);  // nothing typed is lost
        await axe("administration, refus");
        await page.fill("#prolongation-jour", "2024-12-31");
        await Promise.all([page.waitForNavigation(), page.click("text=Prolonger le délai >> visible=true")]);
        await page.waitForSelector(".fr-alert--success");
        assert.match(await page.textContent(".histoire"), /31 décembre 2024/);

        assert.match(await page.textContent('#champ option[value="essms[0].regime"]'), /^Régime – \d{9}$/);
        await page.selectOption("#champ", { label: "Raison sociale" });
        await page.click("text=Voir sa valeur");
        await page.fill("#valeur", "Association au nom corrigé");
        await page.fill("#correction-motif", motif);
        await axe("administration, correction");
        if (process.env.IMAGES) await page.screenshot({ path: `${process.env.IMAGES}/administration-${theme}-${largeur}.png`, fullPage: true });
        await Promise.all([page.waitForNavigation(), page.click("text=Corriger ce champ")]);
        assert.match(await page.textContent("h1"), /Association au nom corrigé/);

        await connecter(porteur, `part-${marque}@exemple.fr`);
        await porteur.goto(`/dossiers/${id}/historique`);
        assert.match(await porteur.textContent(".passages"), /Association au nom corrigé.*Demandé par écrit/s);
        await controler(porteur, "historique, interventions");

        await agir(page, "Confier le dossier", { courriel: `vient-${marque}@exemple.fr`, motif }, "Fermer l’ancien accès et inviter");
        await page.waitForSelector("text=est invité à le devenir");
        assert.equal((await porteur.goto(`/dossiers/${id}`)).status(), 404);
        const autre = await espace.page({ colorScheme: theme, viewport: { width: largeur, height: 900 }, javaScriptEnabled: scripts });
        const adresse = await lien(espace, `vient-${marque}@exemple.fr`, "succession");
        await autre.goto(adresse);
        if (scripts) await controler(autre, "succession, anonyme");
        await inscrire(espace, autre, `vient-${marque}@exemple.fr`);
        await connecter(autre, `vient-${marque}@exemple.fr`, "/dossiers");
        if (scripts) await controler(autre, "mes dossiers, confié");
        await Promise.all([autre.waitForNavigation(), autre.click("text=Reprendre ce dossier")]);
        assert.equal(new URL(autre.url()).pathname, `/dossiers/${id}`);
        assert.deepEqual([...page.defauts, ...porteur.defauts, ...autre.defauts], []);
        for (const une of [page, porteur, autre]) await une.context().close();
    });
