// Who sees a record, in real Chromium: a head of service reserves it to its circle, a colleague opens it with a reason, the
// opening is reviewed, and the page tells who saw it. On a telephone, axe on each page, without scripts too.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { entrer, ouvrirLeDui } from "./dossier_usager.mjs";
import { regarder } from "./guichet.mjs";

let espace, personne, autre;

before(async () => {
    const dui = await ouvrirLeDui(12);
    ({ espace } = dui);
    [personne, autre] = dui.presentes;
    dui.compte("encadrement", "cadre", "carole@exemple.fr", "Carole");
    dui.compte("professionnel", "aide_soignant", "ines@exemple.fr", "Inès", "Essai");
    dui.compte("professionnel", "infirmier", "ivan@exemple.fr", "Ivan", "Fictif");
});
after(() => espace.fermer());

/** A page of that account, signed in. */
async function de(courriel, options) {
    const page = await espace.page(options);
    await entrer(page, courriel);
    return page;
}

const etroit = (options) => ({ viewport: { width: 360, height: 740 }, ...options });
const nommer = async (page) => {
    await page.locator("summary", { hasText: "Nommer un membre du cercle" }).click();
    await page.selectOption("#compte", { label: "Essai Inès (aide-soignant)" });
    await page.selectOption("#titre", { label: "référent" });
    await page.getByRole("button", { name: "Nommer", exact: true }).click();
    await page.waitForSelector(".membre");
};

test("a record is reserved, opened with a reason, reviewed; who saw it is told", async () => {
    const carole = await de("carole@exemple.fr", etroit({ colorScheme: "dark" }));
    const voir = regarder(carole, "dark");
    await carole.goto(`/acces/${personne}`);
    await voir("acces-ouvert");
    await nommer(carole);
    await carole.getByRole("button", { name: "Réserver le dossier à ce cercle" }).click();
    await carole.getByText("Seuls les membres de ce cercle").waitFor();
    await voir("acces-reserve");

    const ivan = await de("ivan@exemple.fr", etroit({ javaScriptEnabled: false }));
    await ivan.locator("li.presente", { hasText: "dossier réservé" }).locator(".presente__nom").click();
    await ivan.waitForURL("**/acces-exceptionnel/**");
    await ivan.fill("#motif", "Chute dans sa chambre, Inès est en congé.");
    await ivan.getByRole("button", { name: "Ouvrir le dossier" }).click();
    await ivan.waitForURL("**/personnes/**");
    await ivan.getByRole("link", { name: "Accès", exact: true }).click();
    await ivan.getByText("À revoir par l'encadrement").waitFor();

    await carole.goto("/revues-d-acces");
    await voir("revues");
    await carole.getByRole("button", { name: "Justifié", exact: true }).click();
    await carole.getByText("Aucun accès exceptionnel").waitFor();

    const ines = await de("ines@exemple.fr");
    await ines.goto(`/acces/${personne}`);
    await ines.getByText("Jugé justifié par").waitFor();
    await regarder(ines, "light")("acces-vu");
    for (const page of [carole, ivan, ines]) {
        assert.deepEqual(page.defauts, []);
        await page.context().close();
    }
});

test("a closed record asks for a reason, and says it on the page", async () => {
    const carole = await de("carole@exemple.fr");
    await carole.goto(`/acces/${autre}`);
    await nommer(carole);
    await carole.getByRole("button", { name: "Réserver le dossier à ce cercle" }).click();
    await carole.context().close();
    const ivan = await de("ivan@exemple.fr", etroit());
    await ivan.goto(`/personnes/${autre}`);
    await regarder(ivan, "light")("acces-exceptionnel");
    await ivan.fill("#motif", "vite");
    await ivan.getByRole("button", { name: "Ouvrir le dossier" }).click();
    await ivan.getByText("Dites pourquoi vous ouvrez ce dossier").waitFor();
    assert.equal(await ivan.inputValue("#motif"), "vite");
    await ivan.context().close();
});

test("what a person agrees to is told, and changes at once", async () => {
    for (const [theme, largeur] of [["light", 1280], ["dark", 360]]) {
        const page = await de("carole@exemple.fr", { colorScheme: theme, viewport: { width: largeur, height: 800 } });
        await page.goto(`/consentements/${autre}`);
        const photo = page.locator("#photo");
        if (largeur === 1280) assert.match(await photo.innerText(), /rien ne part/i);
        await photo.locator("summary", { hasText: "Inscrire" }).click();
        await photo.getByRole("button", { name: "Enregistrer" }).click();
        await page.getByText("Choisissez accord ou opposition").waitFor();
        await regarder(page, theme)("consentements");
        await photo.getByText(largeur === 1280 ? "Accord" : "Opposition", { exact: true }).click();
        await photo.getByRole("button", { name: "Enregistrer" }).click();
        await page.getByText(largeur === 1280 ? "Accord de la personne" : "Opposition de la personne").first().waitFor();
        assert.deepEqual(page.defauts, []);
        await page.context().close();
    }
});
