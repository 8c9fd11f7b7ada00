// Signing in through a real provider, in real Chromium: bind, leave, come back by its own page.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { after, before, test } from "node:test";
import { racine } from "./atelier.mjs";
import { connecter, controler, envoyer, inscrire, mot, ouvrirEspace } from "./porteur.mjs";

const dossier = mkdtempSync(join(tmpdir(), "grappe-openid-"));
let espace, fournisseur, emetteur;

const premiereLigne = async (processus) => {
    for await (const ligne of createInterface({ input: processus.stdout })) return ligne;
    throw new Error("the provider ended before it was ready");
};

async function portLibre() {
    const prise = createServer().listen(0, "127.0.0.1");
    await once(prise, "listening");
    const { port } = prise.address();
    prise.close();
    return port;
}

before(async () => {
    const port = await portLibre();
    fournisseur = spawn("python3", [
        join(racine, "tests/http/fournisseur.py"), `http://127.0.0.1:${port}/connexion/openid/retour`,
    ], { stdio: ["pipe", "pipe", "inherit"], env: { ...process.env, PYTHONDONTWRITEBYTECODE: "1" } });
    emetteur = await premiereLigne(fournisseur);
    writeFileSync(join(dossier, "secret"), "le-secret-du-client\n");
    chmodSync(join(dossier, "secret"), 0o600);
    espace = await ouvrirEspace("2024-05-12T09:00:00Z", [
        "--ecoute", `127.0.0.1:${port}`, "--openid-emetteur", emetteur, "--openid-client", "grappe",
        "--openid-secret", join(dossier, "secret"), "--openid-nom", "Le Fournisseur",
    ]);
});
after(async () => {
    await espace?.fermer();  // none, when `before` failed: the provider is ended all the same
    fournisseur.stdin.end();
    await once(fournisseur, "exit");
    rmSync(dossier, { recursive: true });
});

/** What the provider's own page does (its scripts want libraries that the tests do not install). */
async function passerChezLui(page) {
    const { origin } = new URL(emetteur);
    await page.waitForURL(`${origin}/login.html**`);
    const suite = new URL(page.url()).searchParams.get("callback_url");
    const data = { username: "camille", password: "une longue phrase d'ailleurs" };
    assert.equal((await page.request.post(`${origin}/api/auth/`, { data })).status(), 200);
    const accord = await page.request.put(`${origin}/api/auth/grant/grappe`, { data: { scope: "openid" } });
    assert.equal(accord.status(), 200);
    await page.goto(`${suite}&g_continue`);
}

test("an account is bound to an identity, then opened by it", async () => {
    const page = await espace.page();
    await inscrire(espace, page, "camille@exemple.fr");
    await connecter(page, "camille@exemple.fr", "/compte");
    await controler(page, "compte");
    await page.click("text=Lier mon compte");
    await passerChezLui(page);
    await page.waitForSelector("h1:has-text('Lier une identité')");
    await controler(page, "lien");
    await page.fill("#mot_de_passe", mot);
    await envoyer(page);
    await page.waitForSelector("text=Cette identité ouvre désormais votre compte.");
    await page.context().close();

    const venue = await espace.page();
    await venue.goto("/connexion?retour=/dossiers");
    await controler(venue, "connexion");
    await venue.click("text=Se connecter avec Le Fournisseur");
    await passerChezLui(venue);
    await venue.waitForURL("**/dossiers");
    await venue.goto("/compte");
    assert.match(await venue.textContent("main"), /camille@exemple\.fr/);
    await venue.context().close();
});
