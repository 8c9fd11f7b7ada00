// Supports in real Chromium: a GRADeS invited from the page of members, signed up on the way, reading
// the dossier and nothing that it could change; with and without scripts; axe on every page of them.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { deposer, regarder } from "./guichet.mjs";
import { connecter, inscrire, lien, ouvrirEspace } from "./porteur.mjs";

let espace;
before(async () => (espace = await ouvrirEspace()));
after(() => espace.fermer());

for (const [scripts, colorScheme, width] of [[true, "light", 1280], [true, "dark", 360], [true, "dark", 1280], [true, "light", 360], [false, "light", 360]])
    test(`a support from the mail to the dossier, scripts: ${scripts}, ${colorScheme}, ${width}`, async () => {
        const marque = `${scripts}-${colorScheme}-${width}`, invitee = `grades-${marque}@exemple.fr`;
        const options = { colorScheme, viewport: { width, height: 900 } };
        const porteur = await espace.page(options);
        const vu = regarder(porteur, colorScheme);
        await inscrire(espace, porteur, `porteur-${marque}@exemple.fr`);
        await connecter(porteur, `porteur-${marque}@exemple.fr`);
        const id = await deposer(espace, "Association des Tilleuls", { courriel: `porteur-${marque}@exemple.fr` });
        await porteur.goto(`/dossiers/${id}/membres`);
        assert.deepEqual(await porteur.locator("#role option").allTextContents(), ["GRADeS"]);  // deposited
        await porteur.fill("#soutien-courriel", "x");
        await porteur.click("#soutiens form button");
        await porteur.waitForSelector("#soutien-courriel-erreur");
        await vu("soutiens-faute");
        await porteur.fill("#soutien-courriel", invitee);
        await porteur.click("#soutiens .membre__inviter button");
        await porteur.waitForSelector(".fr-alert--success");
        await vu("soutiens-invite");

        const grades = await espace.page({ ...options, javaScriptEnabled: scripts });
        const lu = scripts ? regarder(grades, colorScheme) : () => undefined;
        await grades.goto(await lien(espace, invitee, "invitation"));
        assert.match(await grades.textContent("main"), /Association des Tilleuls[^]*GRADeS/);
        await lu("soutien-invitation");
        await inscrire(espace, grades, invitee);
        await connecter(grades, invitee, "/soutiens");
        await lu("soutien-attendu");
        await grades.click("form[action='/soutiens'] button");
        await grades.waitForURL(`**/dossiers/${id}`);
        await lu("soutien-dossier");
        const onglets = await grades.locator(".dossier-onglets a, nav a").allTextContents();
        for (const ferme of ["Saisie", "Membres", "Dépôt", "Pièces"]) assert.ok(!onglets.includes(ferme), `${ferme} ${onglets}`);
        await grades.goto("/soutiens");
        await lu("soutien-liste");
        assert.equal(await grades.locator(`a[href='/dossiers/${id}']`).count(), 1);

        await porteur.goto(`/dossiers/${id}/membres`);
        await vu("soutiens-present");
        await porteur.click("#soutiens .membre__actes form[action$='/retrait'] button");
        await porteur.waitForSelector(".fr-alert--success");
        assert.equal((await grades.goto(`/dossiers/${id}`)).status(), 404);
        assert.deepEqual([...porteur.defauts, ...grades.defauts], []);
        await porteur.context().close();
        await grades.context().close();
    });
