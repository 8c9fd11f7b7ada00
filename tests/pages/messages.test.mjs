// Messages in real Chromium: a porteur asks with a file, its desk reads and answers, each sees what
// it has not read; with and without scripts; axe on every page, light and dark.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { deposer, entrer, ouvrirBureau, regarder } from "./guichet.mjs";
import { connecter } from "./porteur.mjs";

let espace;

before(async () => (espace = await ouvrirBureau()));
after(() => espace.fermer());

const pdf = (name) => ({ name, mimeType: "application/pdf", buffer: Buffer.from("%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n") });

async function demander(page, id, voir) {
    await page.goto(`/dossiers/${id}`);
    await page.click("nav.onglets >> text=Messages");
    await voir("messages-porteur-vide");
    await page.getByRole("button", { name: "Envoyer le message" }).click();
    await page.waitForSelector("text=Écrivez un message, ou joignez un fichier.");
    await voir("messages-porteur-refus");
    await page.fill("#texte", "Bonjour,\n\nle planning de l'annexe 3 peut-il être commun aux deux sites ?\nVoici notre projet.");
    await page.setInputFiles("#fichier", [pdf("projet de planning.pdf"), pdf("courrier.pdf")]);
    await page.getByRole("button", { name: "Envoyer le message" }).click();
    await page.waitForSelector(".messages__un--sien >> text=courrier.pdf");
    await voir("messages-porteur");
}

async function repondre(page, id, nom, voir) {
    await page.goto("/bureau?statut=depose");
    const ligne = page.locator("tr", { hasText: nom });
    await ligne.getByText("1 non lu").waitFor();
    await page.locator("details.bureau__attente summary").click();
    await voir("messages-boite");
    await page.goto(`/bureau/dossiers/${id}`);
    await page.click("nav.sommaire >> text=Messages");
    await page.waitForSelector("text=1 message n'est pas encore lu.");
    await voir("messages-guichet");
    await page.getByRole("button", { name: "Marquer comme lu" }).click();
    await page.waitForSelector("text=Marquer comme lu", { state: "detached" });
    await page.fill("#texte", "Bonjour, oui : un planning par site n'est demandé qu'au-delà de trois sites.");
    await page.getByRole("button", { name: "Envoyer le message" }).click();
    await page.waitForSelector(".messages__un--sien >> text=un planning par site");
    await voir("messages-guichet-repondu");
}

async function lire(page, id, voir) {
    await page.goto("/dossiers");
    await page.locator(`a[href="/dossiers/${id}/messages"]`).getByText("1 message non lu").waitFor();
    await voir("messages-liste");
    await page.goto(`/dossiers/${id}/messages`);
    await page.waitForSelector(".messages__un >> text=ARS Nouvelle-Aquitaine");
    assert.equal(await page.getByText("instructrice").count(), 0);
    await voir("messages-porteur-reponse");
    await page.getByRole("button", { name: "Marquer comme lu" }).click();
    await page.waitForSelector("text=Marquer comme lu", { state: "detached" });
    assert.equal(await page.locator("nav.onglets .etat").count(), 0);
}

for (const [theme, width, javaScriptEnabled] of [["light", 1280, true], ["dark", 375, true], ["dark", 1280, true], ["light", 375, false]])
    test(`a question and its answer, ${theme}, ${width} pixels${javaScriptEnabled ? "" : ", no scripts"}`, async () => {
        const nom = `Association des Ormes ${theme} ${width}`;
        const id = await deposer(espace, nom);
        const options = { colorScheme: theme, viewport: { width, height: 900 }, javaScriptEnabled };
        const [porteur, bureau] = [await espace.page(options), await espace.page(options)];
        const voir = (page) => (javaScriptEnabled ? regarder(page, theme) : async () => {});
        await connecter(porteur, "porteur@exemple.fr");
        await demander(porteur, id, voir(porteur));
        await entrer(espace, bureau, "ars", "/bureau");
        await repondre(bureau, id, nom, voir(bureau));
        await lire(porteur, id, voir(porteur));
        assert.deepEqual([...porteur.defauts, ...bureau.defauts], []);
        await porteur.context().close();
        await bureau.context().close();
    });
