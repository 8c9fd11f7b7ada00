// axe finds nothing on any page, in light and dark, on three widths.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { coller, hopital, liste, ouvrirAtelier } from "./atelier.mjs";

const axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const adresses = [
    "/", "/appels", "/appels/NA-2024", "/appels/COR-2021", "/appels/IDF-2023", "/appels/KIT-2024",
    "/etablissements", "/etablissements?q=ime+dordogne", "/etablissements?q=ime",
    `/etablissements/${liste[0]}`, "/simulateur", "/accessibilite", "/mentions-legales",
    "/donnees-personnelles", "/plan-du-site", "/nulle-part",
];

let atelier;
before(async () => (atelier = await ouvrirAtelier()));
after(() => atelier.fermer());

/** What axe finds, one line a fault. The content policy is left aside for axe's own script only. */
async function defautsDe(page, element = page.locator("html"), options = {}) {
    if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(axe);
    const { violations } = await element.evaluate(
        (vu, voulu) => window.axe.run(vu, { resultTypes: ["violations"], ...voulu }), options);
    return violations.flatMap((v) => v.nodes.map((n) => `${v.id}: ${n.target} ${n.failureSummary}`));
}

async function deborde(page) {
    const [contenu, fenetre] = await page.evaluate(() => [document.documentElement.scrollWidth, window.innerWidth]);
    return contenu > fenetre + 1 ? [`the page is ${contenu} pixels wide in ${fenetre}`] : [];
}

/** The lists whose choice is not read whole: its words set at the same width ask for more room. */
async function coupe(page) {
    const listes = await page.evaluate(() => [...document.querySelectorAll("select")].filter((une) => {
        const style = getComputedStyle(une), texte = document.createElement("div");
        const dedans = (cote, autre) => parseFloat(style[`padding${cote}`]) + parseFloat(style[`padding${autre}`]);
        const largeur = une.clientWidth - dedans("Left", "Right"), hauteur = une.clientHeight - dedans("Top", "Bottom");
        Object.assign(texte.style, { position: "absolute", visibility: "hidden", width: `${largeur}px`,
            font: style.font, whiteSpace: style.whiteSpace });
        texte.textContent = une.selectedOptions[0]?.text ?? "";
        document.body.append(texte);
        const trop = texte.scrollWidth > largeur + 1 || texte.offsetHeight > hauteur + 1;
        texte.remove();
        return une.offsetParent !== null && trop;
    }).map((une) => une.id || une.name));
    return listes.map((nom) => `the choice of ${nom} is cut`);
}

for (const theme of ["light", "dark"])
    for (const largeur of [360, 768, 1280])
        test(`no fault on any page, ${theme}, ${largeur} pixels`, async () => {
            const page = await atelier.page({ colorScheme: theme, viewport: { width: largeur, height: 900 } });
            const defauts = [];
            const controler = async (ou) => {
                for (const defaut of [...(await defautsDe(page)), ...(await deborde(page)), ...(await coupe(page))])
                    defauts.push(`${ou}: ${defaut}`);
            };
            for (const adresse of adresses) {
                await page.goto(adresse, { waitUntil: "networkidle" });
                await controler(adresse);
            }
            await page.goto("/simulateur?appel=NA-2024", { waitUntil: "networkidle" });
            await coller(page, [...liste, hopital, "240003517", "sans numéro"].join("\n"));
            await page.evaluate(() => document.querySelectorAll("details").forEach((d) => (d.open = true)));
            await controler("simulateur, rempli");
            await page.fill("#porteur-siret", "12");
            await page.fill("#liste", "");
            await page.click(".apercu__bouton");
            await page.waitForSelector(".resume-fautes");
            await controler("simulateur, fautes");
            await page.fill("#porteur-siret", "");
            await page.click(".apercu__bouton");
            await page.waitForSelector(".reponse");
            await page.evaluate(() => document.querySelectorAll("details").forEach((d) => (d.open = true)));
            await controler("résultat");
            assert.deepEqual(defauts, []);
            await page.context().close();
        });

// A pointer that rests somewhere changes colours: what it rests on is read as well.
for (const theme of ["light", "dark"])
    test(`what is hovered keeps its contrast, ${theme}`, async () => {
        const page = await atelier.page({ colorScheme: theme, viewport: { width: 360, height: 900 } });
        const defauts = [];
        for (const adresse of ["/", "/connexion", "/simulateur"]) {
            await page.goto(adresse, { waitUntil: "networkidle" });
            for (const element of (await page.locator(":is(header, main, footer) :is(a, button, summary):visible").all()).slice(0, 20)) {
                await element.hover({ force: true });
                const fautes = await defautsDe(page, element, { runOnly: ["color-contrast"] });
                defauts.push(...fautes.map((faute) => `${adresse}: ${faute}`));
            }
        }
        assert.deepEqual(defauts, []);
        await page.context().close();
    });
