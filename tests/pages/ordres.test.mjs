// Payment orders in Chromium: what waits and what holds it back, an account that changed and is confirmed, the order
// made with the password, its file and its digest, what the bank answers, the payment asked for again. axe on each page,
// wide and narrow, light and dark; once without scripts.
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { after, before, test } from "node:test";
import { deposer, entrer, ouvrirBureau, regarder, retenir } from "./guichet.mjs";
import { connecter, mot } from "./porteur.mjs";

let espace;
before(async () => (espace = await ouvrirBureau()));
after(() => espace.fermer());

const presser = (page, name) => Promise.all([page.waitForNavigation(), page.getByRole("button", { name, exact: true }).click()]);
const jeton = (page) => page.locator("input[name=csrf]").first().inputValue();

async function poster(page, adresse, data) {
    const fait = await page.request.post(adresse, { headers: { "X-CSRF-Token": await jeton(page) }, data });
    assert.equal(fait.status(), 201, await fait.text());
    return fait.json();
}

const donner = (porteur, convention, iban) =>
    poster(porteur, `${convention}/coordonnees-bancaires`, { titulaire: "Association des Tilleuls", iban, mot_de_passe: mot });

/** An agreement of both, its account given, its advance validated: by the API. */
async function avancer(nom, { porteur, ars, collegue }, iban) {
    const id = await deposer(espace, nom);
    await retenir(espace, id);
    const convention = `/api/conventions/${(await poster(ars, `/api/dossiers/${id}/convention`, {})).id}`;
    await poster(porteur, `${convention}/signatures`, { partie: "porteur", mode: "electronique" });
    await poster(ars, `${convention}/signatures`, { partie: "ars", mode: "electronique" });
    if (iban) await donner(porteur, convention, iban);
    const { id: versement } = await poster(ars, `${convention}/versements`, { objet: "avance" });
    await poster(collegue, `/api/versements/${versement}/validation`, {});
    return { id, convention };
}

for (const [theme, width, javaScriptEnabled] of [["light", 1280, true], ["dark", 360, true], ["light", 1280, false]])
    test(`a payment order, from what waits to the answer of the bank, ${theme}, ${width}${javaScriptEnabled ? "" : ", no scripts"}`, async () => {
        const options = { colorScheme: theme, viewport: { width, height: 900 }, javaScriptEnabled };
        const voir = (page) => (javaScriptEnabled ? regarder(page, theme) : async () => {});
        const [porteur, ars, collegue, comptable] = await Promise.all([1, 2, 3, 4].map(() => espace.page(options)));
        await connecter(porteur, "porteur@exemple.fr");
        await entrer(espace, ars, "ars", "/bureau");
        await entrer(espace, collegue, "ars", "/bureau");
        const gens = { porteur, ars, collegue };
        const suffixe = `${theme}-${width}-${javaScriptEnabled}`;
        const change = await avancer(`Association des Tilleuls ${suffixe}`, gens, "FR7630006000011234567890189");
        await avancer(`Association des Érables ${suffixe}`, gens, "FR1420041010050500013M02606");
        await avancer(`Association sans compte ${suffixe}`, gens);
        await donner(porteur, change.convention, "FR1420041010050500013M02606");

        await Promise.all([ars.waitForNavigation(), ars.getByRole("link", { name: "Ordres de paiement", exact: true }).click()]);
        const ligne = (nom) => ars.locator("#a-ordonner tr", { hasText: `${nom} ${suffixe}` });
        await ligne("Association des Tilleuls").getByText("le porteur doit le confirmer").waitFor();
        await ligne("Association sans compte").getByText("pas donné de compte").waitFor();
        assert.equal(await ligne("Association des Tilleuls").locator("input").count(), 0);
        await voir(ars)("ordres-a-emettre");

        await porteur.goto(`/dossiers/${change.id}/convention`);
        await voir(porteur)("convention-compte-change");
        await porteur.fill("#confirmation-mot", mot);
        await presser(porteur, "Confirmer ce compte");
        await porteur.waitForSelector("text=Le compte est confirmé");

        await ars.reload();
        await ars.fill("#ordre-mot", "pas celui-là");
        await presser(ars, "Émettre l'ordre");
        await ars.waitForSelector(".fr-alert--error");
        await voir(ars)("ordres-mot-refuse");
        await ars.fill("#ordre-mot", mot);
        await presser(ars, "Émettre l'ordre");
        await ars.waitForSelector("text=L'ordre est émis.");
        const adresse = new URL(ars.url()).pathname;
        await voir(ars)("ordre-emis");
        for (const format of ["xml", "csv"]) {
            const pris = await (await ars.request.get(`${adresse}/ordre.${format}`)).body();
            const empreinte = createHash("sha256").update(pris).digest("hex");
            assert.ok((await ars.textContent("#fichiers")).includes(empreinte), format);
        }

        await ars.goto(adresse);
        await ars.locator("#lignes .points__un", { hasText: `Tilleuls ${suffixe}` }).locator("summary").click();
        await presser(ars, "La banque l'a rejeté");
        await ars.waitForSelector("#lignes .fr-alert--error");
        await voir(ars)("ordre-rejet-sans-motif");
        await ars.fill("#lignes details[open] textarea", "Compte clos.");
        await presser(ars, "La banque l'a rejeté");
        await ars.waitForSelector("text=Compte clos.");
        await presser(ars, "Tout est exécuté");
        await ars.waitForSelector("text=La réponse de la banque est enregistrée.");
        await voir(ars)("ordre-repondu");

        await entrer(espace, comptable, "comptable", "/conventions");
        await Promise.all([comptable.waitForNavigation(), comptable.getByRole("link", { name: "Ordres de paiement" }).click()]);
        await voir(comptable)("ordres-comptable");
        await comptable.goto(adresse);
        await voir(comptable)("ordre-comptable");
        assert.equal(await comptable.locator("main form, main a[download]").count(), 0);

        await ars.goto(`/dossiers/${change.id}/convention`);
        await voir(ars)("convention-paiement-rejete");
        await presser(ars, "Redemander ce versement");
        await collegue.goto(`/dossiers/${change.id}/convention`);
        await presser(collegue, "Valider ce versement");
        await collegue.waitForSelector("text=La décision est enregistrée.");
        await collegue.goto("/ordres");
        await collegue.locator("#a-ordonner tr", { hasText: `Association des Tilleuls ${suffixe}` }).getByText("Prêt").waitFor();
        for (const page of [porteur, ars, collegue, comptable]) {
            assert.deepEqual(page.defauts, []);
            await page.context().close();
        }
    });
