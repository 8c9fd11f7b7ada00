// The DUI in real Chromium, on a fictitious organisation: from the sign-in to a gauge, to who does not count and why, to
// the record itself; then TBB.1, and the report that the direction signs. axe on every page, light and dark, wide and
// narrow, with and without scripts.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, before, test } from "node:test";
import { code, regarder } from "./guichet.mjs";
import { mot, ouvrirEspace } from "./porteur.mjs";

const programme = process.env.GRAPPE_DUI ?? join(dirname(process.env.PROGRAMME), "grappe-dui");
const jour = "2024-09-30";
let espace, signataire;
const cles = mkdtempSync(join(tmpdir(), "grappe-cles-"));

function creer(role, courriel) {
    const fait = execFileSync(programme, [
        "compte", "creer", "--role", role, "--courriel", courriel, "--mot-de-passe-stdin",
        "--base", espace.base, "--donnees", espace.dossier, "--cle", join(espace.dossier, "cle"),
    ], { input: mot + "\n" });
    return JSON.parse(fait.toString()).totp_secret;
}

before(async () => {
    execFileSync(programme, ["cle", "creer", join(cles, "dui.cle")]);
    espace = await ouvrirEspace(`${jour}T10:00:00Z`, ["--fictives", "--cle-rapports", join(cles, "dui.cle")], programme);
    const fichier = join(espace.dossier, "faits.ndjson");
    execFileSync(programme, ["generer", fichier, "--etablissements", "3", "--personnes", "90", "--mois", "6", "--au", jour]);
    execFileSync(programme, ["import", fichier, "--base", espace.base]);
    creer("encadrement", "cadre@exemple.fr");
    signataire = await entrerEnDirection(creer("direction", "direction@exemple.fr"));
});
after(async () => {
    await espace.fermer();
    rmSync(cles, { recursive: true });
});

/** The cookies of a direction: one code opens one session, which serves every page below. */
async function entrerEnDirection(cle) {
    const page = await espace.page();
    await page.goto("/connexion");
    await page.fill("#courriel", "direction@exemple.fr");
    await page.fill("#mot_de_passe", mot);
    await page.press("#mot_de_passe", "Enter");
    await page.waitForSelector("#code");
    await page.fill("#code", code(cle));
    await page.press("#code", "Enter");
    await page.waitForURL("**/indicateurs");
    const cookies = await page.context().cookies();
    await page.context().close();
    return cookies;
}

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
    await page.goto("/indicateurs");
    await page.getByRole("link", { name: "Preuve" }).click();
    await page.waitForURL("**/preuve**");
    assert.match(await page.locator("main").innerText(), /signé par la direction/);
    assert.equal(await page.getByRole("button", { name: /Signer/ }).count(), 0);
    await voir("dui-preuve");
    await page.goto("/tbb");
    assert.match(await page.locator("main").innerText(), /règle de mesure usage-1/);
    await voir("dui-tbb");
    assert.deepEqual(page.defauts, []);
    await page.context().close();
}

async function signer(page, voir) {
    await page.context().addCookies(signataire);
    await page.goto(`/preuve?au=${jour}`);
    await page.getByRole("button", { name: "Signer le rapport de cette mesure" }).click();
    await page.waitForSelector("#signe");
    const empreinte = await page.locator("#signe .empreinte").first().innerText();
    assert.match(empreinte, /^[0-9a-f]{64}$/);
    await voir("dui-signe");
    const [fichier] = await Promise.all([
        page.waitForEvent("download"), page.getByRole("link", { name: "Télécharger le rapport" }).click(),
    ]);
    assert.equal(fichier.suggestedFilename(), `rapport-usage-${jour}.json`);
    assert.equal(createHash("sha256").update(readFileSync(await fichier.path())).digest("hex"), empreinte);
    assert.deepEqual(page.defauts, []);
    await page.context().close();
}

const vues = [["light", 1280, true], ["dark", 360, true], ["dark", 1280, true], ["light", 360, false]];
const dite = (theme, largeur, scripts) => `${theme}, ${largeur} pixels${scripts ? "" : ", without scripts"}`;
const vue = (theme, largeur, scripts) => espace.page({
    colorScheme: theme, viewport: { width: largeur, height: 900 }, javaScriptEnabled: scripts,
});

for (const [theme, largeur, scripts] of vues) {
    test(`who counts and why, to the record, ${dite(theme, largeur, scripts)}`, async () => {
        const page = await vue(theme, largeur, scripts);
        await parcourir(page, scripts ? regarder(page, theme) : async () => {});
    });
    test(`the direction signs and takes the report, ${dite(theme, largeur, scripts)}`, async () => {
        const page = await vue(theme, largeur, scripts);
        await signer(page, scripts ? regarder(page, theme) : async () => {});
    });
}
