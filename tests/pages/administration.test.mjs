// An administrator in real Chromium: finds a dossier, gives time, corrects a field, replaces the
// porteur, who is another one from then on; with and without scripts; axe on every page of it.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { deposer as deposerA, entrer as entrerAu } from "./guichet.mjs";
import { connecter, controler, inscrire, lien, ouvrirEspace } from "./porteur.mjs";

let espace;

before(async () => (espace = await ouvrirEspace()));
after(() => espace.fermer());

const entrer = (page) => entrerAu(espace, page, "admin", "/administration/dossiers");
const deposer = (courriel) => deposerA(espace, "Association fictive des Exemples", { courriel, pieces: [] });

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

        await agir(page, "Confier le dossier", { courriel: `vient-${marque}@exemple.fr`, motif }, "Fermer l'ancien accès et inviter");
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
