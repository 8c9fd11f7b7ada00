// Mails and delays in real Chromium: the choice of an account, the usual delays of a desk as both
// sides see them; axe on every page, light and dark.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { deposer, entrer, ouvrirBureau, regarder } from "./guichet.mjs";
import { connecter } from "./porteur.mjs";

let espace;

before(async () => (espace = await ouvrirBureau()));
after(() => espace.fermer());

for (const [theme, width, javaScriptEnabled] of [["light", 1280, true], ["dark", 375, true], ["light", 375, false]])
    test(`one chooses its mails, ${theme}, ${width} pixels${javaScriptEnabled ? "" : ", no scripts"}`, async () => {
        const page = await espace.page({ colorScheme: theme, viewport: { width, height: 900 }, javaScriptEnabled });
        const voir = javaScriptEnabled ? regarder(page, theme) : async () => {};
        await connecter(page, "porteur@exemple.fr", "/compte");
        await voir("compte");
        await page.click("text=Mes courriels");
        await voir("courriels-choix");
        await page.check("#r-resume", { force: true });
        await page.getByRole("button", { name: "Enregistrer" }).click();
        await page.waitForSelector("text=Votre choix est enregistré.");
        assert.ok(await page.isChecked("#r-resume"));
        await voir("courriels-choisis");
        await page.context().close();
    });

test("ten examinations make a distribution that both sides see", async () => {
    const bureau = await espace.page();
    await entrer(espace, bureau, "ars", "/bureau");
    const ids = [];
    for (let rang = 0; rang < 11; ++rang) ids.push(await deposer(espace, `Association ${rang}`));
    await bureau.goto("/bureau");
    const headers = { "X-CSRF-Token": await bureau.locator("input[name=csrf]").first().inputValue() };
    for (const id of ids) {
        const pris = await bureau.request.post(`/api/dossiers/${id}/instruction`, { headers, data: {} });
        assert.equal(pris.status(), 201, await pris.text());
        if (id === ids[10]) continue;
        const tranche = await bureau.request.post(`/api/dossiers/${id}/recevabilite`, { headers, data: { issue: "irrecevable", motif: "Hors champ." } });
        assert.equal(tranche.status(), 201, await tranche.text());
    }
    for (const [theme, width] of [["light", 1280], ["dark", 375]]) {
        const options = { colorScheme: theme, viewport: { width, height: 900 } };
        const page = await espace.page(options);
        await connecter(page, "porteur@exemple.fr");
        await page.goto(`/dossiers/${ids[10]}`);
        await page.waitForSelector("text=neuf sur dix en moins de 1 jour");
        await regarder(page, theme)("delais-porteur");
        await page.context().close();
        await bureau.setViewportSize(options.viewport);
        await bureau.emulateMedia({ colorScheme: theme });
        await bureau.goto("/bureau");
        await bureau.click("summary >> text=Délais de réponse");
        await regarder(bureau, theme)("delais-bureau");
    }
    await bureau.context().close();
});
