// What the tests of the teleservice share: a portail with its own data, a clock, and porteurs signed
// up through the real pages and mails.
import { once } from "node:events";
import { mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { chromium } from "playwright-core";
import assert from "node:assert/strict";
import { baseNeuve } from "./base.mjs";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
export const mot = "une phrase de passe";

/** A server of its own and a browser; `horloge` null is the clock of the machine. */
export async function ouvrirEspace(horloge = "2024-05-12T09:00:00Z", options = [], programme = process.env.PROGRAMME) {
    const dossier = mkdtempSync(join(tmpdir(), "grappe-espace-"));
    const base = baseNeuve(dossier);
    const portail = spawn(programme, [
        "servir", "--ecoute", "127.0.0.1:0", "--donnees", dossier, "--cle", join(dossier, "cle"),
        "--base", base.adresse, ...(horloge ? ["--horloge", horloge] : []),
        "--courrier", `dossier:${join(dossier, "courrier")}`, ...options,
    ], { stdio: ["ignore", "pipe", "inherit"] });
    let adresse;
    for await (const ligne of createInterface({ input: portail.stdout })) {
        adresse = ligne.match(/http:\/\/[0-9.:]+/)?.[0];
        if (adresse) break;
    }
    const navigateur = await chromium.launch({
        executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
        args: ["--headless", "--no-sandbox", "--disable-gpu", "--no-first-run"],
    });
    return {
        adresse, dossier, base: base.adresse,
        /** A page whose faults (scripts, content policy) end up in `defauts`. */
        async page(options = {}) {
            const contexte = await navigateur.newContext({
                locale: "fr-FR", baseURL: adresse, viewport: { width: 1280, height: 900 }, ...options,
            });
            const page = await contexte.newPage();
            page.defauts = [];
            page.on("pageerror", (faute) => page.defauts.push(faute.message));
            return page;
        },
        async fermer() {
            await navigateur.close();
            portail.kill("SIGTERM");
            await once(portail, "exit");
            base.effacer();
            rmSync(dossier, { recursive: true });
        },
    };
}

/** The link to that page in the last message to that address, once there is one. */
export async function lien(espace, courriel, page) {
    for (let essai = 0; essai < 100; ++essai) {
        const ici = join(espace.dossier, "courrier");
        const siens = readdirSync(ici).filter((nom) => nom.endsWith(".eml")).sort()
            .map((nom) => readFileSync(join(ici, nom), "utf8"))
            .filter((message) => message.includes(`To: <${courriel}>`) && message.includes(`/${page}?jeton=`));
        if (siens.length > 0) return siens.at(-1).match(/http:\/\/\S+jeton=[\w-]+/)[0];
        await new Promise((suite) => setTimeout(suite, 100));
    }
    throw new Error(`no mail to ${courriel}`);
}

export const envoyer = (page) => page.click(".compte__formulaire button[type=submit]");

export async function inscrire(espace, page, courriel, prenom = "Éloïse") {
    await page.goto("/inscription");
    await page.fill("#prenom", prenom);
    await page.fill("#nom", "Exemple");
    await page.fill("#courriel", courriel);
    await page.fill("#mot_de_passe", mot);
    await envoyer(page);
    await page.waitForURL("**/inscription/envoyee");
    await page.goto(await lien(espace, courriel, "activation"));
    await envoyer(page);
    await page.waitForSelector("h1:has-text('Compte activé')");
}

export async function connecter(page, courriel, retour = "/dossiers") {
    await page.goto(`/connexion?retour=${retour}`);
    await page.fill("#courriel", courriel);
    await page.fill("#mot_de_passe", mot);
    await envoyer(page);
    await page.waitForURL(`**${retour}`);
}

export async function controler(page, ou) {
    await page.mouse.move(0, 0);  // what was just clicked is no more hovered, in other colours
    if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(axe);
    const { violations } = await page.evaluate(() => window.axe.run(document, { resultTypes: ["violations"] }));
    assert.deepEqual(violations.map((v) => `${ou} ${v.id}: ${v.nodes[0].target} ${v.nodes[0].failureSummary}`), []);
    const [contenu, fenetre] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
    assert.ok(contenu <= fenetre + 1, `${ou}: ${contenu} pixels wide in ${fenetre}`);
}
