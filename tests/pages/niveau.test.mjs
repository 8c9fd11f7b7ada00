// DESK-03 in real Chromium: the agency asks, the national desk answers in its inbox, the porteur reads
// who examines; four looks, axe on every page.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { deposer, entrer, ouvrirBureau, regarder } from "./guichet.mjs";
import { connecter } from "./porteur.mjs";

let espace;
before(async () => (espace = await ouvrirBureau()));
after(() => espace.fermer());

for (const [colorScheme, width] of [["light", 1280], ["dark", 360], ["dark", 1280], ["light", 360]])
    test(`the examination moves to the national level, ${colorScheme}, ${width}`, async () => {
        const options = { colorScheme, viewport: { width, height: 900 } };
        const id = await deposer(espace, `Association ${colorScheme} ${width}`, { departements: ["2A"] });
        const ars = await espace.page(options), national = await espace.page(options);
        await entrer(espace, ars, "ars", "/bureau");
        await ars.goto(`/bureau/dossiers/${id}`);
        await ars.click("#niveau summary");
        await ars.fill("#niveau-motif", "Deux régions, trois logiciels à remplacer.");
        await regarder(ars, colorScheme)("niveau-demande");
        await ars.click("#niveau form button");
        await ars.waitForSelector("#niveau article");
        await regarder(ars, colorScheme)("niveau-demandee");

        await entrer(espace, national, "national", "/bureau");
        const ligne = national.locator("#niveau li", { hasText: `Association ${colorScheme} ${width}` });
        await ligne.locator("summary").click();
        await ligne.locator("textarea").fill("Entendu.");
        await regarder(national, colorScheme)("niveau-boite");
        await ligne.locator("button[value=acceptee]").click();
        await national.waitForURL(`**/bureau/dossiers/${id}#niveau`);
        assert.equal(await national.locator("form[action$='/prise']").count(), 1);
        await regarder(national, colorScheme)("niveau-national");

        await ars.reload();
        assert.equal(await ars.locator("form[action$='/prise'], form[action$='/affectation']").count(), 0);
        await regarder(ars, colorScheme)("niveau-porte");
        const porteur = await espace.page(options);
        await connecter(porteur, "porteur@exemple.fr");
        await porteur.goto(`/dossiers/${id}`);
        assert.match(await porteur.textContent("main"), /instruit au niveau national[^]*ARS Nouvelle-Aquitaine/);
        await regarder(porteur, colorScheme)("niveau-porteur");

        await ars.goto("/bureau?statut=depose");
        await ars.check(`input[name=dossier] >> nth=0`);
        await ars.selectOption("#acte", "affecter");
        await ars.click(".bureau__lot button");
        await regarder(ars, colorScheme)("lot-avant");
        for (const page of [ars, national, porteur]) {
            assert.deepEqual(page.defauts, []);
            await page.context().close();
        }
    });
