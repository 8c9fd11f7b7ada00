// Members in real Chromium: invited, signed up on the way, a part filled and agreed to, a later
// change seen as differences; with and without scripts; axe on every page of them.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { connecter, controler, inscrire, lien, ouvrirEspace } from "./porteur.mjs";

const entites = ["240000018", "330000027"];  // legal entities, typed
let espace;
before(async () => (espace = await ouvrirEspace()));
after(() => espace.fermer());

const api = (page, methode, adresse, corps, version) => page.evaluate(
    async ([m, a, c, v]) => {
        const csrf = document.querySelector("input[name=csrf]").value;
        const reponse = await fetch(a, { method: m, body: c && JSON.stringify(c), headers: {
            "Content-Type": "application/json", "X-CSRF-Token": csrf, ...(v && { "If-Match": `"${v}"` }),
        } });
        return { statut: reponse.status, ...(await reponse.json()) };
    }, [methode, adresse, corps, version]);

const grappe = (devis) => ({
    nature: "nouveau", porteur: { raison_sociale: "Association fictive", siret: "99999900600011" },
    essms: [
        { finess_et: "240000224", finess_ej: entites[0], regime: "acquisition", devis_materiel: devis },
        { finess_et: "240000570", finess_ej: entites[1], regime: "acquisition" },
    ],
});

for (const scripts of [true, false])
    for (const [theme, largeur] of scripts ? [["light", 1280], ["dark", 360]] : [["light", 360]])
        test(`a member from the mail to the agreement, scripts: ${scripts}, ${theme}, ${largeur}`, async () => {
            const marque = `${scripts}-${theme}`;
            const options = { colorScheme: theme, viewport: { width: largeur, height: 900 } };
            const porteur = await espace.page({ ...options });
            await inscrire(espace, porteur, `porteur-${marque}@exemple.fr`);
            await connecter(porteur, `porteur-${marque}@exemple.fr`);
            await porteur.goto("/dossiers/nouveau");
            const cree = await api(porteur, "POST", "/api/dossiers", { appel: "NA-2024" });
            await api(porteur, "PUT", `/api/dossiers/${cree.id}`, grappe("100.00"), 1);
            await porteur.goto(`/dossiers/${cree.id}/membres`);
            await controler(porteur, "membres, aucun");
            assert.match(await porteur.textContent("main"), new RegExp(entites[0]));
            await porteur.fill("#finess_ej", "12");
            await porteur.fill("#courriel", `membre-${marque}@exemple.fr`);
            await porteur.click(".membre__inviter button");
            await porteur.waitForSelector("#finess_ej-erreur");
            await controler(porteur, "membres, faute");
            await porteur.fill("#finess_ej", entites[0]);
            await porteur.click(".membre__inviter button");
            await porteur.waitForSelector(".fr-alert--success");
            await controler(porteur, "membres, invité");

            const membre = await espace.page({ ...options, javaScriptEnabled: scripts });
            const axe = (page, ou) => scripts ? controler(page, ou) : undefined;
            const adresse = await lien(espace, `membre-${marque}@exemple.fr`, "invitation");
            await membre.goto(adresse);
            await axe(membre, "invitation, anonyme");
            assert.match(await membre.textContent("main"), /Association fictive/);
            await inscrire(espace, membre, `membre-${marque}@exemple.fr`);
            await connecter(membre, `membre-${marque}@exemple.fr`, "/parts");  // the invitation waits for who signed up on the way
            await axe(membre, "mes parts, invitation");
            await membre.goto(adresse);
            await axe(membre, "invitation, connecté");
            await membre.click("form[action='/invitation'] button");
            await membre.waitForSelector(".part__accord");
            assert.doesNotMatch(await membre.content(), /240000570/);
            await membre.fill("#e0-devis", "2 500,00");
            await membre.selectOption("#recupere_tva", "non");
            await membre.click("text=Enregistrer ma part");
            await membre.waitForSelector(".fr-alert--success");
            assert.equal(await membre.inputValue("#e0-devis"), "2500.00");
            await axe(membre, "ma part");
            await membre.click("button[name=accord]");
            await membre.waitForSelector(".etat--ouvert");

            await membre.click("text=Auto-évaluation de votre système");
            await axe(membre, "mon auto-évaluation");
            await membre.locator(".maturite select").first().selectOption("2");
            await membre.click("text=Enregistrer les réponses");
            await membre.waitForSelector(".fr-alert--success");
            await porteur.goto(`/dossiers/${cree.id}/maturite?organisme=${entites[0]}`);
            assert.equal(await porteur.locator("text=Enregistrer les réponses").count(), 0);  // read only
            assert.equal(await porteur.locator(".maturite select").first().inputValue(), "2");
            await controler(porteur, "auto-évaluation d'un membre");

            await api(porteur, "PUT", `/api/dossiers/${cree.id}`, grappe("999.00"), 3);
            await membre.goto(`/parts/${cree.id}/${entites[0]}`);
            const change = await membre.textContent(".part__accord");
            assert.match(change, /2500\.00/);
            assert.match(change, /999\.00/);
            await axe(membre, "ma part, changée");
            await porteur.goto(`/dossiers/${cree.id}/membres`);
            assert.match(await porteur.textContent("main"), /Part changée/);
            if (process.env.IMAGES) {
                await membre.screenshot({ path: `${process.env.IMAGES}/part-${theme}-${largeur}.png`, fullPage: true });
                await porteur.screenshot({ path: `${process.env.IMAGES}/membres-${theme}-${largeur}.png`, fullPage: true });
            }
            await membre.goto(`/parts/${cree.id}/${entites[0]}`);
            await membre.click("button[name=accord]");
            await membre.waitForSelector(".etat--ouvert");
            await porteur.click("text=Retirer");
            await porteur.waitForSelector(".fr-alert--success");
            const parti = await membre.goto(`/parts/${cree.id}/${entites[0]}`);
            assert.equal(parti.status(), 404);
            assert.deepEqual([...porteur.defauts, ...membre.defauts], []);
            await porteur.context().close();
            await membre.context().close();
        });
