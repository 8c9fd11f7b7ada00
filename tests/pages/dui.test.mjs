// The DUI in real Chromium, on a fictitious organisation: from the sign-in to a gauge, to who does not count and why, to
// the record itself; then TBB.1. axe on every page, light and dark, wide and narrow, with and without scripts.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { dirname, join } from "node:path";
import { after, before, test } from "node:test";
import { regarder } from "./guichet.mjs";
import { mot, ouvrirEspace } from "./porteur.mjs";

const programme = process.env.GRAPPE_DUI ?? join(dirname(process.env.PROGRAMME), "grappe-dui");
const jour = "2024-09-30";
let espace;

before(async () => {
    espace = await ouvrirEspace(`${jour}T10:00:00Z`, ["--fictives"], programme);
    const fichier = join(espace.dossier, "faits.ndjson");
    execFileSync(programme, ["generer", fichier, "--etablissements", "3", "--personnes", "90", "--mois", "6", "--au", jour]);
    execFileSync(programme, ["import", fichier, "--base", espace.base]);
    execFileSync(programme, [
        "compte", "creer", "--role", "encadrement", "--courriel", "cadre@exemple.fr", "--mot-de-passe-stdin",
        "--base", espace.base, "--donnees", espace.dossier, "--cle", join(espace.dossier, "cle"),
    ], { input: mot + "\n" });
});
after(() => espace.fermer());

async function parcourir(page, voir) {
    await page.goto("/");
    await voir("dui-accueil");
    await page.locator("main").getByRole("link", { name: "Voir les indicateurs" }).click();
    await page.fill("#courriel", "cadre@exemple.fr");
    await page.fill("#mot_de_passe", mot);
    await page.press("#mot_de_passe", "Enter");
    await page.waitForURL("**/indicateurs");
    assert.equal(await page.locator(".jauge__taux").count(), 5);
    assert.equal(await page.locator(".lectures").first().locator("li").count(), 3);
    await voir("dui-indicateurs");
    await page.getByRole("link", { name: /^Qui compte, et pourquoi/ }).nth(1).click();
    await page.waitForURL("**/indicateurs/projet_personnalise**");
    await voir("dui-indicateur");
    await page.locator("main table a").first().click();
    await page.waitForSelector(".dossiers-lus li");
    await voir("dui-dossiers");
    const nom = await page.locator(".dossiers-lus__qui a").first().innerText();
    await page.locator(".dossiers-lus__qui a").first().click();
    await page.waitForURL("**/dossiers/**");
    assert.equal(await page.locator("h1").innerText(), nom);
    await voir("dui-dossier");
    await page.goto("/tbb");
    assert.match(await page.locator("main").innerText(), /règle de mesure usage-1/);
    await voir("dui-tbb");
    assert.deepEqual(page.defauts, []);
    await page.context().close();
}

for (const [theme, largeur, scripts] of [["light", 1280, true], ["dark", 360, true], ["dark", 1280, true], ["light", 360, false]])
    test(`who counts and why, to the record, ${theme}, ${largeur} pixels${scripts ? "" : ", without scripts"}`, async () => {
        const page = await espace.page({
            colorScheme: theme, viewport: { width: largeur, height: 900 }, javaScriptEnabled: scripts,
        });
        await parcourir(page, scripts ? regarder(page, theme) : async () => {});
    });
