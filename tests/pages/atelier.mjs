// What the browser tests share: a portail on a free port with a fixed clock, and one Chromium.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";

/** Of the project. (Debian 12 has Node 18, without `import.meta.dirname`.) */
export const racine = fileURLToPath(new URL("../..", import.meta.url));

export const horloge = "2024-05-12T09:00:00Z";  // window 1 of NA-2024 closes 12 days later

/** Eighteen establishments of the register, in Dordogne, and one hospital that the call leaves out. */
export const liste = [
    "240000224", "240000570", "240000588", "240002071", "240002121", "240002139", "240002147",
    "240002154", "240000182", "240000349", "240000356", "240000364", "240006866", "240008508",
    "240002634", "240012088", "400006748", "400009098",
];
export const hopital = "240000091";

export async function ouvrirAtelier() {
    const portail = await lancerPortail();
    const navigateur = await chromium.launch({
        executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
        args: [
            "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
            "--disable-background-networking", "--disable-component-update", "--disable-sync",
        ],
    });
    return {
        adresse: portail.adresse,
        /** A page whose faults (scripts, content policy, foreign requests) end up in `defauts`. */
        async page(options = {}) {
            const contexte = await navigateur.newContext({
                locale: "fr-FR", viewport: { width: 1280, height: 900 }, acceptDownloads: true,
                baseURL: portail.adresse, ...options,
            });
            const page = await contexte.newPage();
            page.defauts = [];
            page.on("pageerror", (faute) => page.defauts.push(faute.message));
            page.on("console", (dit) => dit.type() === "error" && page.defauts.push(dit.text()));
            page.on("request", (requete) => {
                if (!/^(data|blob):/.test(requete.url()) && !requete.url().startsWith(portail.adresse))
                    page.defauts.push(`foreign request: ${requete.url()}`);
            });
            return page;
        },
        async fermer() {
            await navigateur.close();
            portail.processus.kill("SIGTERM");
            await once(portail.processus, "exit");
        },
    };
}

async function lancerPortail() {
    const processus = spawn(process.env.PROGRAMME,
        ["servir", "--ecoute", "127.0.0.1:0", "--horloge", horloge], { stdio: ["ignore", "pipe", "inherit"] });
    for await (const ligne of createInterface({ input: processus.stdout })) {
        const adresse = ligne.match(/http:\/\/[0-9.:]+/)?.[0];
        if (adresse) return { processus, adresse };
    }
    throw new Error("the portail ended before it was ready");
}

/** Fills the paste area and adds its lines; the same act with and without script. */
export async function coller(page, texte) {
    await page.fill("#liste", texte);
    await Promise.all([
        page.waitForResponse((reponse) => reponse.request().method() === "POST" && new URL(reponse.url()).pathname === "/simulateur"),
        page.click("button[value=ajouter]"),
    ]);
    await page.waitForSelector("#simulateur .ligne, #liste-fautes p");
}
