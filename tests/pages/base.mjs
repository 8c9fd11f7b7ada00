// The database of a test: a file of its folder or, with GRAPPE_BASE=postgres, a database of its own on
// the server that GRAPPE_TEST_PG names.
import { execFileSync } from "node:child_process";
import { join } from "node:path";

const serveur = process.env.GRAPPE_BASE === "postgres" ? process.env.GRAPPE_TEST_PG : null;
let suivante = 0;

const ordonner = (ordre) => execFileSync("psql", ["-qX", serveur, "-c", ordre]);

/** Its address, and how to remove it once no server uses it. */
export function baseNeuve(dossier) {
    if (!serveur) return { adresse: `sqlite:${join(dossier, "portail.sqlite")}`, effacer() {} };
    const nom = `page_${process.pid}_${++suivante}`;
    ordonner(`CREATE DATABASE ${nom}`);
    return {
        adresse: serveur.replace("/postgres?", `/${nom}?`),
        effacer: () => ordonner(`DROP DATABASE ${nom} WITH (FORCE)`),
    };
}
