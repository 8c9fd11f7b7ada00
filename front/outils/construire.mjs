// Builds front/dist: one style sheet (the parts of the DSFR that the pages use, and our own), the
// DSFR's script, one script an island. Names carry no digest: the server adds it to the address.
import { build } from "esbuild";
import { cp, mkdir, readFile, readdir, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { phrases } from "./phrases.mjs";

const racine = join(dirname(fileURLToPath(import.meta.url)), "..");
const dsfr = join(racine, "node_modules/@gouvfr/dsfr");
const dist = join(racine, "dist");

async function textesSous(dossier) {
    const noms = await readdir(dossier, { recursive: true, withFileTypes: true });
    const fichiers = noms.filter((n) => n.isFile() && /\.(mustache|ts|css)$/.test(n.name));
    return Promise.all(fichiers.map((n) => readFile(join(n.parentPath ?? n.path, n.name), "utf8")));
}

// The icons that a template, an island or a style names: the DSFR ships 1,400.
async function iconesUtilisees() {
    const dossiers = [join(racine, "../modeles"), join(racine, "ilots"), join(racine, "styles")];
    const textes = (await Promise.all(dossiers.map(textesSous))).flat().join("\n");
    return new Set(textes.match(/fr-icon-[a-z0-9-]+/g) ?? []);
}

async function iconesReduites(chemin) {
    const utiles = await iconesUtilisees();
    const css = await readFile(chemin, "utf8");
    const regles = css.match(/[^{}]+\{[^{}]*\}/g) ?? [];
    return regles
        .filter((r) => (r.match(/fr-icon-[a-z0-9-]+/g) ?? []).some((nom) => utiles.has(nom)))
        .join("");
}

// The DSFR's script sets data-fr-theme; without it, the system's preference gives the dark values.
async function themesSansScript(chemin) {
    const css = (await readFile(chemin, "utf8")).replace(/\/\*![^]*?\*\//, "");
    const sombre = css.replaceAll(":root[data-fr-theme=dark]", ":root:not([data-fr-theme])");
    return `${css}\n@media (prefers-color-scheme: dark) { ${sombre} }`;
}

const partiesDuDsfr = {
    name: "parties-du-dsfr",
    setup(atelier) {
        const charger = (filtre, transformer) =>
            atelier.onLoad({ filter: filtre }, async ({ path }) => ({
                contents: await transformer(path),
                loader: "css",
                resolveDir: dirname(path),
            }));
        charger(/icons\.main\.min\.css$/, iconesReduites);
        charger(/(scheme\.min|survol)\.css$/, themesSansScript);
    },
};

const communs = { bundle: true, minify: true, outdir: dist, logLevel: "warning" };

await rm(dist, { recursive: true, force: true });
await mkdir(dist, { recursive: true });
await build({
    ...communs,
    entryPoints: [join(racine, "styles/portail.css")],
    loader: { ".svg": "file", ".woff": "file", ".woff2": "file" },
    assetNames: "fichiers/[name]",
    external: ["data:*"],
    plugins: [partiesDuDsfr],
});
await build({
    ...communs,
    entryPoints: [join(racine, "ilots/portail.ts")],
    plugins: [phrases(join(racine, "ilots"))],
    format: "esm",
    target: "es2020",
});
await cp(join(dsfr, "dist/dsfr.module.min.js"), join(dist, "dsfr.module.min.js"));
await cp(join(racine, "favicon.svg"), join(dist, "favicon.svg"));
