// Requests for a grappe in real Chromium: a lone structure asks, a draft is opened to others, each
// sees the other without contact until both agree; with and without scripts; axe.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { connecter, controler, inscrire, ouvrirEspace } from "./porteur.mjs";

let espace;
before(async () => (espace = await ouvrirEspace()));
after(() => espace.fermer());

const lot = [["240000224", "240000570"], ["330780016", "330780024"], ["330780032", "330780040"]];

let rang = 0;
for (const [scripts, theme, largeur] of [[true, "light", 1280], [true, "dark", 360], [false, "light", 360]])
    test(`two that look for each other, scripts: ${scripts}, ${theme}, ${largeur}`, async () => {
        const marque = `${++rang}`;
        const ouvrir = async (nom) => {
            const page = await espace.page({ colorScheme: theme, viewport: { width: largeur, height: 900 }, javaScriptEnabled: scripts });
            await inscrire(espace, page, `${nom}${marque}@exemple.fr`);
            await connecter(page, `${nom}${marque}@exemple.fr`);
            await page.goto("/grappes");
            return page;
        };
        const axe = (page, ou) => scripts ? controler(page, ou) : undefined;
        const seule = await ouvrir("seule"), porteur = await ouvrir("porteur");
        await axe(seule, "grappes, vide");
        await seule.fill("#g-finess", lot[0].join("\n"));
        await seule.fill("#g-contact", `Contact secret ${marque}`);
        await seule.click("text=Envoyer la demande");
        await seule.waitForSelector("[role=alert]");
        assert.equal(await seule.inputValue("#g-contact"), `Contact secret ${marque}`);  // kept
        await axe(seule, "grappes, refus");
        await seule.fill("#g-structure", `Maison ${marque}`);
        await seule.click("text=Envoyer la demande");
        await seule.waitForSelector(".fr-alert--success");
        assert.match(await seule.textContent("main"), /Nouvelle-Aquitaine/);

        const ouverte = await porteur.request.post("/api/sessions", { data: { courriel: `porteur${marque}@exemple.fr`, mot_de_passe: "une phrase de passe" } });
        const headers = { "X-CSRF-Token": (await ouverte.json()).csrf };
        const { id } = await (await porteur.request.post("/api/dossiers", { headers, data: { appel: "NA-2024" } })).json();
        await porteur.request.put(`/api/dossiers/${id}`, { headers: { ...headers, "If-Match": '"1"' }, data: {
            porteur: { raison_sociale: `Porteur ${marque}`, siret: "99999900600011" },
            essms: [{ finess_et: "240000588", regime: "acquisition" }], solution: { nom: "Logiciel fictif" } } });
        await porteur.goto("/grappes");
        await porteur.click("summary:has-text('Ouvrir ce brouillon')");
        await axe(porteur, "grappes, brouillon");
        await porteur.click("text=Ouvrir à d'autres membres >> visible=true");
        await porteur.waitForSelector(".fr-alert--success");
        await axe(porteur, "grappes, ouvert");
        assert.doesNotMatch(await porteur.textContent("main"), new RegExp(`Contact secret ${marque}`));

        await seule.goto("/grappes");
        const propose = seule.locator(".points__un", { hasText: "Un dossier en cours" }).last();
        assert.doesNotMatch(await propose.textContent(), new RegExp(`Porteur ${marque}`));
        await axe(seule, "grappes, proposition");
        if (process.env.IMAGES) await seule.screenshot({ path: `${process.env.IMAGES}/grappes-${theme}-${largeur}.png`, fullPage: true });
        const accepter = async (page) => {
            const bouton = page.locator("button", { hasText: "Accepter d'être mis en relation" });
            for (let reste = await bouton.count(); reste > 0; --reste)
                await Promise.all([page.waitForNavigation(), bouton.first().click()]);
        };
        await accepter(seule);
        await seule.waitForSelector("text=vous avez accepté");
        assert.doesNotMatch(await seule.textContent("main"), new RegExp(`Porteur ${marque}`));
        await porteur.goto("/grappes");
        await accepter(porteur);
        assert.match(await porteur.textContent("main"), new RegExp(`Contact secret ${marque}`));
        await axe(porteur, "grappes, conclue");
        await seule.goto("/grappes");
        assert.match(await seule.textContent("main"), new RegExp(`Porteur ${marque}`));
        assert.deepEqual([...seule.defauts, ...porteur.defauts], []);
        await seule.context().close();
        await porteur.context().close();
    });
