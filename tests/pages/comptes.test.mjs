// Accounts in real Chromium: from the request to the sign-out, with and without scripts; axe on
// every page of them.
import assert from "node:assert/strict";
import { once } from "node:events";
import { mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { after, before, test } from "node:test";
import { chromium } from "playwright-core";
import { baseNeuve } from "./base.mjs";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const dossier = mkdtempSync(join(tmpdir(), "grappe-comptes-"));
const base = baseNeuve(dossier);
const mot = "une phrase de passe";
let portail, adresse, navigateur;

before(async () => {
    portail = spawn(process.env.PROGRAMME, [
        "servir", "--ecoute", "127.0.0.1:0", "--donnees", dossier, "--cle", join(dossier, "cle"),
        "--base", base.adresse,
        "--courrier", `dossier:${join(dossier, "courrier")}`,
    ], { stdio: ["ignore", "pipe", "inherit"] });
    for await (const ligne of createInterface({ input: portail.stdout })) {
        adresse = ligne.match(/http:\/\/[0-9.:]+/)?.[0];
        if (adresse) break;
    }
    navigateur = await chromium.launch({
        executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
        args: ["--headless", "--no-sandbox", "--disable-gpu", "--no-first-run"],
    });
});
after(async () => {
    await navigateur.close();
    portail.kill("SIGTERM");
    await once(portail, "exit");
    base.effacer();
    rmSync(dossier, { recursive: true });
});

const pageDe = async (options = {}) =>
    (await navigateur.newContext({ locale: "fr-FR", baseURL: adresse, ...options })).newPage();

/** The link of the last message to that address, once there is one. */
async function lien(courriel) {
    for (let essai = 0; essai < 100; ++essai) {
        const noms = readdirSync(join(dossier, "courrier")).filter((nom) => nom.endsWith(".eml"));
        const siens = noms.sort().map((nom) => readFileSync(join(dossier, "courrier", nom), "utf8"))
            .filter((message) => message.includes(`To: <${courriel}>`) && message.includes("jeton="));
        if (siens.length > 0) return siens.at(-1).match(/http:\/\/\S+jeton=[\w-]+/)[0];
        await new Promise((suite) => setTimeout(suite, 100));
    }
    throw new Error(`no mail to ${courriel}`);
}

async function controler(page, ou) {
    if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(axe);
    const { violations } = await page.evaluate(() => window.axe.run(document, { resultTypes: ["violations"] }));
    assert.deepEqual(violations.map((v) => `${ou} ${v.id}: ${v.nodes[0].target}`), []);
    const [contenu, fenetre] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
    assert.ok(contenu <= fenetre + 1, `${ou}: ${contenu} pixels wide in ${fenetre}`);
}

const envoyer = (page) => page.click(".compte__formulaire button[type=submit]");

async function inscrire(page, courriel, voir) {
    await page.goto("/inscription");
    await voir("inscription");
    await page.fill("#prenom", "Éloïse");
    await page.fill("#courriel", "eloise");
    await page.fill("#mot_de_passe", "court");
    await envoyer(page);
    await page.waitForSelector(".resume-fautes");
    await voir("inscription, fautes");
    assert.equal(await page.inputValue("#prenom"), "Éloïse");
    assert.equal(await page.inputValue("#courriel"), "eloise");
    assert.equal(await page.inputValue("#mot_de_passe"), "");
    await page.fill("#nom", "Exemple");
    await page.fill("#courriel", courriel);
    await page.fill("#mot_de_passe", mot);
    await envoyer(page);
    await page.waitForURL("**/inscription/envoyee");
    await voir("envoyée");
    await page.goto(await lien(courriel));
    await voir("activation");
    await envoyer(page);
    await page.waitForSelector("h1:has-text('Compte activé')");
}

async function connecter(page, courriel, voir) {
    await page.goto("/compte");
    await page.waitForURL("**/connexion?retour=/compte");
    await voir("connexion");
    await page.fill("#courriel", courriel);
    await page.fill("#mot_de_passe", "pas le bon mot");
    await envoyer(page);
    await page.waitForSelector(".resume-fautes");
    await voir("connexion, faute");
    assert.equal(await page.inputValue("#courriel"), courriel);
    await page.fill("#mot_de_passe", mot);
    await envoyer(page);
    await page.waitForURL("**/compte");
}

for (const [nom, options] of [
    ["light, wide, with scripts", { colorScheme: "light", viewport: { width: 1280, height: 900 } }],
    ["dark, narrow, with scripts", { colorScheme: "dark", viewport: { width: 360, height: 800 } }],
    ["narrow, without scripts", { javaScriptEnabled: false, viewport: { width: 360, height: 800 } }],
])
    test(`an account from request to sign-out, ${nom}`, async () => {
        const page = await pageDe(options);
        const scripts = options.javaScriptEnabled !== false;
        const voir = (ou) => (scripts ? controler(page, ou) : undefined);
        const courriel = `${nom.replaceAll(/\W+/g, "-")}@exemple.fr`;
        await inscrire(page, courriel, voir);
        await connecter(page, courriel, voir);
        await voir("compte");
        assert.ok((await page.content()).includes("Éloïse Exemple"));
        await page.click("section[aria-labelledby=t-facteur] summary");
        await page.fill("#facteur-mot_de_passe", mot);
        await page.click("section[aria-labelledby=t-facteur] button[type=submit]");
        await page.waitForSelector(".qr");
        await voir("second facteur");
        assert.ok(await page.evaluate(() => document.querySelector(".qr").naturalWidth > 0));
        await page.fill("#code", "000000");
        await envoyer(page);
        await page.waitForSelector(".resume-fautes");
        await voir("second facteur, faute");
        await page.goto("/compte");
        await page.locator("form[action='/deconnexion'] button").first()
            .evaluate((bouton) => bouton.form.requestSubmit()).catch(async () => {
                await page.locator("form[action='/deconnexion'] button").first().click({ force: true });
            });
        await page.waitForURL(`${adresse}/`);
        await page.goto("/compte");
        await page.waitForURL("**/connexion?retour=/compte");
        await page.context().close();
    });

test("with scripts, a refused form takes the focus to its summary", async () => {
    const page = await pageDe();
    await page.goto("/inscription");
    await envoyer(page);
    await page.waitForSelector(".resume-fautes:focus");
    await page.context().close();
});
