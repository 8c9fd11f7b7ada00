// Gives the scripts their sentences: the lines of locale/fr.txt whose code begins with "script.",
// and no other; refuses a code that a script says and the file lacks, and one that no script says.
import { readFile, readdir } from "node:fs/promises";
import { join } from "node:path";

async function codesDits(ilots) {
    const noms = (await readdir(ilots)).filter((nom) => nom.endsWith(".ts"));
    const textes = await Promise.all(noms.map((nom) => readFile(join(ilots, nom), "utf8")));
    return new Set(textes.flatMap((t) => [...t.matchAll(/\bdire\("([a-z_.]+)"/g)].map((m) => `script.${m[1]}`)));
}

function phrasesDesScripts(texte) {
    const lignes = texte.split("\n").filter((ligne) => ligne.startsWith("script."));
    return new Map(lignes.map((ligne) => [ligne.slice(0, ligne.indexOf(" = ")), ligne.slice(ligne.indexOf(" = ") + 3).trim()]));
}

export const phrases = (ilots) => ({
    name: "phrases",
    setup(atelier) {
        atelier.onLoad({ filter: /[/]locale[/]fr\.txt$/ }, async ({ path }) => {
            const connues = phrasesDesScripts(await readFile(path, "utf8"));
            const dits = await codesDits(ilots);
            const fautes = [
                ...[...dits].filter((code) => !connues.has(code)).map((code) => `${code} has no sentence`),
                ...[...connues.keys()].filter((code) => !dits.has(code)).map((code) => `${code} is said by no script`),
            ];
            return { contents: JSON.stringify(Object.fromEntries(connues)), loader: "json", errors: fautes.map((text) => ({ text })) };
        });
    },
});
