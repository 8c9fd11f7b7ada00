// Documents and exports in real Chromium: models, dates of plannings, files asked for and taken; axe
// on each page, with and without scripts, light and dark.
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { liste } from "./atelier.mjs";
import { controler as sansFaute, mot, ouvrirEspace } from "./porteur.mjs";

let espace;
before(async () => { espace = await ouvrirEspace(); });
after(async () => { await espace.fermer(); });

async function controler(page, ou) {
    await page.mouse.move(0, 0);  // the colours of a button at rest
    await page.waitForTimeout(300);
    if (process.env.CAPTURES)
        await page.screenshot({ path: join(process.env.CAPTURES, `${ou.replaceAll(/\W+/g, "-")}.png`), fullPage: true });
    await sansFaute(page, ou);
}

async function envoyer(chemin, corps, entetes = {}) {
    const reponse = await fetch(espace.adresse + chemin, {
        method: "POST", body: JSON.stringify(corps), headers: { "Content-Type": "application/json", ...entetes },
    });
    return { statut: reponse.status, cookie: reponse.headers.get("set-cookie"), json: await reponse.json().catch(() => null) };
}

/** A signed-in porteur by the API: what its browser needs, and the id of a dossier. */
async function preparer(courriel) {
    await envoyer("/api/comptes", { courriel, nom: "Exemple", prenom: "Camille", mot_de_passe: mot });
    let jeton;
    while (!jeton) {
        await new Promise((suite) => setTimeout(suite, 50));
        for (const nom of readdirSync(join(espace.dossier, "courrier")).filter((un) => un.endsWith(".eml"))) {
            const pli = readFileSync(join(espace.dossier, "courrier", nom), "utf8");
            if (pli.includes(`To: <${courriel}>`)) jeton = pli.match(/jeton=([\w-]+)/)?.[1];
        }
    }
    await envoyer("/api/comptes/activation", { jeton });
    const session = await envoyer("/api/sessions", { courriel, mot_de_passe: mot });
    const cookie = session.cookie.match(/session=([\w-]+)/)[1];
    const entetes = { Cookie: `session=${cookie}`, "X-CSRF-Token": session.json.csrf };
    const cree = await envoyer("/api/dossiers", { appel: "NA-2024" }, entetes);
    const ecrit = await fetch(`${espace.adresse}/api/dossiers/${cree.json.id}`, {
        method: "PUT", headers: { ...entetes, "Content-Type": "application/json", "If-Match": '"1"' },
        body: JSON.stringify({
            nature: "nouveau",
            porteur: { raison_sociale: "Association fictive", siret: "99999900600011", region: "75" },
            essms: liste.map((finess_et) => ({ finess_et, regime: "acquisition" })),
        }),
    });
    assert.equal(ecrit.status, 200);
    return { cookie, id: cree.json.id };
}

for (const [nom, options] of [
    ["light, wide, with scripts", { colorScheme: "light", viewport: { width: 1280, height: 900 } }],
    ["dark, narrow, with scripts", { colorScheme: "dark", viewport: { width: 360, height: 800 } }],
    ["narrow, without scripts", { javaScriptEnabled: false, viewport: { width: 360, height: 800 } }],
])
    test(`models, plannings and exports, ${nom}`, async () => {
        const { cookie, id } = await preparer(`${nom.replaceAll(/\W+/g, "-")}@exemple.fr`);
        const page = await espace.page(options);
        const contexte = page.context();
        await contexte.addCookies([{ name: "session", value: cookie, url: espace.adresse }]);
        const voir = (ou) => (options.javaScriptEnabled === false ? undefined : controler(page, `${nom} ${ou}`));

        await page.goto(`/dossiers/${id}/documents`);
        await voir("documents");
        const [recu] = await Promise.all([
            page.waitForEvent("download"), page.click("a[download='note-de-presentation.docx']"),
        ]);
        assert.equal(recu.suggestedFilename(), "note-de-presentation.docx");

        await page.locator("input[name=debut]").first().fill("2024-09-30");
        await page.locator("input[name=fin]").first().fill("2024-09-01");
        await page.click("section[aria-labelledby=t-plannings] button[type=submit]");
        await page.waitForSelector(".fr-alert--error");
        assert.match(await page.textContent(".fr-alert--error"), /finit avant de commencer/);
        assert.equal(await page.locator("input[name=debut]").first().inputValue(), "2024-09-30");
        await voir("planning, faute");
        await page.locator("input[name=fin]").first().fill("2024-10-31");
        await page.click("section[aria-labelledby=t-plannings] button[type=submit]");
        await page.waitForSelector(".fr-alert--success");

        await page.goto(`/dossiers/${id}/maturite`);
        await voir("maturité");
        await page.selectOption("select[name='r-1']", "2");
        await page.selectOption("select[name='r-c04']", "en_place");
        await page.click(".maturite button[type=submit]");
        await page.waitForSelector(".fr-alert--success");
        assert.equal(await page.inputValue("select[name='r-1']"), "2");
        await voir("maturité, réponses");

        await page.goto(`/dossiers/${id}/documents`);
        await page.click("button[value=dossier_archive]");
        await page.waitForURL("**/exports");
        await voir("exports, attente");
        for (let essai = 0; essai < 60 && (await page.locator("a[download^=dossier]").count()) === 0; ++essai) {
            await page.waitForTimeout(200);
            await page.goto("/exports");
        }
        await voir("exports");
        const [archive] = await Promise.all([page.waitForEvent("download"), page.click("a[download^=dossier]")]);
        assert.equal(readFileSync(await archive.path()).subarray(0, 2).toString(), "PK");
        await contexte.close();
    });
