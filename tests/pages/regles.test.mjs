// A change of rules rehearsed by the national desk and by an administrator, from the call in force
// to the lines of its dossiers, in both schemes and widths.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { racine } from "./atelier.mjs";
import { deposer, entrer } from "./guichet.mjs";
import { controler, inscrire, ouvrirEspace } from "./porteur.mjs";

let espace;
before(async () => {
    espace = await ouvrirEspace();
    const page = await espace.page();
    await inscrire(espace, page, "porteur@exemple.fr");
    await page.context().close();
    await deposer(espace, "Association des Tilleuls");
});
after(() => espace.fermer());

async function image(page, nom) {
    await page.evaluate(() => document.querySelectorAll("main details").forEach((d) => (d.open = true)));
    if (process.env.IMAGES)
        await page.screenshot({ path: join(process.env.IMAGES, `regles-${nom}.png`), fullPage: true });
    await controler(page, nom);
}

/** The call in force, with a flat and a minimum that differ. */
async function modifier(page) {
    const texte = await page.inputValue("#texte");
    assert.ok(texte.includes("usage = 7000"));
    await page.fill("#texte", texte.replace("usage = 7000", "usage = 7100").replace("metropole = 15", "metropole = 20"));
    await page.click("form[enctype] button[type=submit]");
    await page.waitForSelector("#t-resultat");
}

for (const [role, colorScheme, width] of [["national", "light", 1280], ["admin", "dark", 375]]) {
    test(`a rehearsal, ${role}, ${colorScheme}, ${width}`, async () => {
        const page = await espace.page({ colorScheme, viewport: { width, height: 900 } });
        await entrer(espace, page, role, "/regles");
        await image(page, `depart-${width}`);
        await page.click("a[href='/regles?appel=NA-2024']");
        await modifier(page);
        assert.match(await page.textContent("#t-resultat + p"), /Appel NA-2024\u00a0: 1 dossier déposé rejoué/);
        assert.match(await page.textContent(".tableau--repetition"), /bareme\.acquisition\.1\.usage passe de 7000\.00 à 7100\.00/);
        await image(page, `resultat-${width}`);
        await page.selectOption("#filtre", "perdants");
        await page.click("form.recherche button:not([name])");
        assert.match(await page.textContent(".bureau__compte"), /0 dossier/);
        await page.selectOption("#filtre", "tous");
        await page.selectOption("#tri", "porteur");
        await page.click("form.recherche button:not([name])");
        assert.match(await page.textContent(".tableau--repetition"), /Association des Tilleuls/);
        const telecharge = page.waitForEvent("download");
        await page.click("button[name=forme]");
        const fichier = await telecharge;
        assert.equal(fichier.suggestedFilename(), "repetition-NA-2024.csv");
        assert.match(readFileSync(await fichier.path(), "utf8"), /Association des Tilleuls/);
        assert.deepEqual(page.defauts, []);
        await page.context().close();
    });
}

test("a candidate with faults says them and keeps what was typed; a file does as well as a text", async () => {
    const page = await espace.page();
    await entrer(espace, page, "admin", "/regles");
    await page.fill("#texte", "appel = \"NA-2024\"\n");
    await page.click("form[enctype] button[type=submit]");
    await page.waitForSelector(".fr-alert--error li");
    assert.equal((await page.inputValue("#texte")).trim(), "appel = \"NA-2024\"");
    await image(page, "refus-1280");
    await page.setInputFiles("#fichier", join(racine, "appels/NA-2024.toml"));
    await page.click("form[enctype] button[type=submit]");
    await page.waitForSelector("#t-resultat");
    assert.match(await page.textContent("main"), /Aucune valeur ne diffère de l'appel en place/);
    await page.context().close();
});
