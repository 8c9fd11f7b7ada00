// A proposal in Chromium: what the committee states, what is found, what clashes, what is kept.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { deposer, entrer, ouvrirBureau, recevoir, regarder } from "./guichet.mjs";

let espace;
before(async () => (espace = await ouvrirBureau()));
after(() => espace.fermer());

const aller = (page, faire) => Promise.all([page.waitForNavigation(), faire()]);

async function convoquer(page, enveloppe) {
    await page.goto("/bureau/comites");
    await page.selectOption("#appel", "NA-2024");
    await page.fill("#fenetre", "1");
    await page.fill("#tenu_le", "2024-06-04");
    await page.fill("#enveloppe", enveloppe);
    await aller(page, () => page.click("text=Convoquer ce comité"));
    return new URL(page.url()).pathname;
}

for (const [theme, width, javaScriptEnabled] of [["light", 1280, true], ["dark", 360, true], ["light", 800, false]]) {
    test(`a proposal, ${theme}, ${width}${javaScriptEnabled ? "" : ", without scripts"}`, async () => {
        const ids = [];
        for (const nom of ["Association des Saules", "Fondation des Aulnes", "Mutuelle des Frênes"])
            ids.push(await deposer(espace, `${nom} ${theme} ${width}`));
        const page = await espace.page({ colorScheme: theme, viewport: { width, height: 900 }, javaScriptEnabled });
        await entrer(espace, page, "ars", "/bureau");
        const voir = javaScriptEnabled ? regarder(page, theme) : async () => {};
        for (const id of ids) await recevoir(page, id);
        const comite = await convoquer(page, "450000.00");
        await page.getByRole("navigation", { name: "Dans cette page" }).getByRole("link", { name: "Propositions" }).click();
        await page.waitForSelector("#enonce");
        // A field that cannot be read: all of it stays typed.
        await page.fill("#enveloppe", "beaucoup");
        await page.fill(`#points-${ids[0]}`, "3");
        await page.fill(`#points-${ids[2]}`, "5");
        // Those of the tests before are still receivable.
        for (const place of await page.locator("select[name^=place-]").all())
            if (!ids.includes((await place.getAttribute("name")).slice("place-".length))) await place.selectOption("exclu");
        await page.selectOption("#part-0-quoi", { index: 1 });
        await page.fill("#part-0-combien", "10");
        await aller(page, () => page.locator("#enonce .fr-btn", { hasText: "Calculer la proposition" }).click());
        assert.equal(await page.inputValue("#enveloppe"), "beaucoup");
        assert.equal(await page.inputValue(`#points-${ids[0]}`), "3");
        assert.match(await page.textContent(".fr-alert--error"), /Rien n'est calculé/);
        await voir("proposition-refusee");
        await page.fill("#enveloppe", "");
        await aller(page, () => page.locator("#enonce .fr-btn", { hasText: "Ajouter des lignes" }).click());
        assert.equal(await page.inputValue("#part-0-combien"), "10");
        assert.ok(await page.locator("#part-5-quoi").count());
        await page.evaluate(() => document.querySelectorAll("main details").forEach((d) => (d.open = true)));
        await voir("proposition-enonce");
        await aller(page, () => page.locator("#enonce .fr-btn", { hasText: "Calculer la proposition" }).click());
        assert.match(await page.textContent("main"), /Optimale, prouvée/);
        assert.match(await page.textContent("main"), /entrerait à coup sûr/);
        await voir("proposition-resultat");
        await page.fill("#nom", "Priorités du 4 juin");
        await page.locator("label[for=choisi]").click();
        await aller(page, () => page.click("text=Garder ce scénario"));
        assert.match(await page.textContent("#scenarios"), /Priorités du 4 juin/);
        // What clashes, and how it gives way.
        await page.goto(`${comite}/propositions?depuis=1`);
        await page.fill("#enveloppe", "1 000");
        await page.locator(`select[name=place-${ids[1]}]`).selectOption("impose");
        await aller(page, () => page.locator("#enonce .fr-btn", { hasText: "Calculer la proposition" }).click());
        assert.match(await page.textContent("main"), /Règles incompatibles/);
        await voir("proposition-impossible");
        await aller(page, () => page.locator("a", { hasText: "Reprendre les règles ainsi" }).first().click());
        await aller(page, () => page.locator("#enonce .fr-btn", { hasText: "Calculer la proposition" }).click());
        assert.match(await page.textContent("main"), /Optimale, prouvée/);
        await page.goto(`${comite}/propositions`);
        assert.equal(await page.locator("section[aria-labelledby=t-calculees] tbody tr").count(), 3);
        await voir("propositions-liste");
        assert.deepEqual(page.defauts.filter((un) => !un.includes("422")), []);
        await page.context().close();
    });
}
