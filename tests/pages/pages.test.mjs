// The other pages: calls, register, clock, content policy.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { liste, ouvrirAtelier } from "./atelier.mjs";

let atelier;
before(async () => (atelier = await ouvrirAtelier()));
after(() => atelier.fermer());

test("a fixed clock is said on every page", async () => {
    const page = await atelier.page();
    for (const adresse of ["/", "/appels", "/simulateur", "/etablissements", "/nulle-part"]) {
        await page.goto(adresse);
        assert.match(await page.locator("[data-horloge]").innerText(), /12 mai 2024 à 11\sh\s00/);
    }
    await page.context().close();
});

test("the calls say what is open at the clock's instant and what closes when", async () => {
    const page = await atelier.page();
    await page.goto("/appels");
    const premier = await page.locator(".appels__carte").first().innerText();
    assert.match(premier, /Nouvelle-Aquitaine/);
    assert.match(premier, /ferme dans 12 jours/);
    await page.goto("/appels/NA-2024");
    assert.match(await page.locator("#montants").innerText(), /jusqu'au 49ᵉ/);
    assert.ok((await page.locator("#options li").count()) > 5);
    await page.context().close();
});

test("the register is searched while typing, and the address can be shared", async () => {
    const page = await atelier.page();
    await page.goto("/etablissements");
    await page.fill("#q", "ehpad bergerac");
    await page.waitForSelector(".trouvaille");
    assert.match(page.url(), /q=ehpad\+bergerac/);
    assert.ok((await page.locator(".carte__repere").count()) > 0);
    assert.deepEqual(page.defauts, []);
    await page.context().close();
});

test("a place of life shows neither address nor point", async () => {
    const page = await atelier.page();
    await page.goto("/etablissements?categorie=462");
    assert.ok((await page.locator(".trouvaille").count()) > 0);
    assert.equal(await page.locator(".carte__repere").count(), 0);
    assert.doesNotMatch(await page.locator(".trouvaille__lieu").first().innerText(), /\d{5}/);
    await page.locator(".trouvaille__nom").first().click();
    assert.equal(await page.locator(".carte__repere").count(), 0);
    assert.doesNotMatch(await page.locator(".faits").innerText(), /Adresse/);
    await page.context().close();
});

test("no page asks anything of another host, nor breaks its content policy", async () => {
    const page = await atelier.page();
    for (const adresse of ["/", "/appels/NA-2024", "/etablissements?q=ime", "/simulateur", "/plan-du-site"]) {
        const reponse = await page.goto(adresse, { waitUntil: "networkidle" });
        assert.match(reponse.headers()["content-security-policy"], /default-src 'none'/);
        assert.doesNotMatch(await reponse.text(), / style="| onclick=|<script>/);
    }
    assert.deepEqual(page.defauts, []);
    await page.context().close();
});

test("the dark theme follows the device without script", async () => {
    const page = await atelier.page({ javaScriptEnabled: false, colorScheme: "dark" });
    await page.goto("/");
    const fond = await page.evaluate(() => getComputedStyle(document.body).backgroundColor).catch(() => null);
    assert.ok(fond === null || fond === "rgb(22, 22, 22)");
    await page.goto(`/etablissements/${liste[0]}`);
    assert.equal(await page.locator("h1").count(), 1);
    await page.context().close();
});
