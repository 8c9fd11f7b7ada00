"""Runs the suites, two at a time, on SQLite and, with GRAPPE_TEST_PG, on PostgreSQL too. Arguments:
names of suites (all). GRAPPE_BASE (sqlite, postgres) keeps to one database. A suite that fails is
told whole; the last line counts."""

import ast
import concurrent.futures
import os
import pathlib
import re
import subprocess
import sys
import time

ICI = pathlib.Path(__file__).resolve().parent
ENSEMBLE = 2
SEULES = ["essai_lenteurs", "essai_requetes"]  # they measure time: nothing beside them
LONGUES = ["essai_acces", "essai_coupures", "essai_coupures_instruction", "essai_coupures_membres",
           "essai_coupures_paiement", "essai_identite"]


def bases():
    if "GRAPPE_BASE" in os.environ:
        return [os.environ["GRAPPE_BASE"]]
    return ["sqlite", "postgres"] if "GRAPPE_TEST_PG" in os.environ else ["sqlite"]


def importes(module):
    """The modules of this folder that one imports, and those that they import."""
    fichier, trouves = ICI / f"{module}.py", {module}
    if not fichier.exists():
        return set()
    for noeud in ast.walk(ast.parse(fichier.read_text())):
        noms = [noeud.module] if isinstance(noeud, ast.ImportFrom) else \
            [un.name for un in noeud.names] if isinstance(noeud, ast.Import) else []
        for nom in noms:
            trouves |= importes(nom)
    return trouves


def touche_la_base(suite):
    return "bases" in importes(suite)


def taches(suites):
    """(suite, database), the longest first: what ends last is then short."""
    rang = {suite: place for place, suite in enumerate(LONGUES)}
    rangees = sorted(suites, key=lambda suite: (rang.get(suite, len(rang)), suite))
    return [(suite, base) for suite in rangees for base in bases()
            if base == bases()[0] or touche_la_base(suite)]


def lancer(tache):
    """Whether it passed, how many tests it ran."""
    suite, base = tache
    debut = time.monotonic()
    fait = subprocess.run([sys.executable, "-m", "unittest", "-b", suite], cwd=ICI, text=True,
                          env={**os.environ, "GRAPPE_BASE": base}, stdout=subprocess.PIPE,
                          stderr=subprocess.STDOUT)
    nombre = re.search(r"^Ran (\d+) tests?", fait.stdout, re.M)
    print(f"{suite}, {base}: {'passed' if fait.returncode == 0 else 'FAILED'}, "
          f"{time.monotonic() - debut:.0f} s", flush=True)
    return fait.returncode == 0, int(nombre[1]) if nombre else 0, fait.stdout


def main():
    demandees = sys.argv[1:] or sorted(fichier.stem for fichier in ICI.glob("essai_*.py"))
    faites = [(suite, lancer(suite)) for suite in taches(s for s in demandees if s in SEULES)]
    with concurrent.futures.ThreadPoolExecutor(ENSEMBLE) as equipe:
        ensemble = taches(s for s in demandees if s not in SEULES)
        faites += zip(ensemble, equipe.map(lancer, ensemble))
    for (suite, base), (reussie, _, dit) in faites:
        if not reussie:
            print(f"\n=== {suite}, {base}\n{dit}")
    for (suite, base), (reussie, _, dit) in faites:
        if not reussie:
            print(f"{suite}, {base}:", *re.findall(r"^(?:FAIL|ERROR): .*", dit, re.M), sep="\n  ")
    echecs = sum(not reussie for _, (reussie, _, _) in faites)
    print(f"{sum(nombre for _, (_, nombre, _) in faites)} tests, {echecs} suites failed")
    sys.exit(1 if echecs else 0)


main()
