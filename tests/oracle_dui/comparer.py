"""Compare `grappe-dui` with the oracle on random histories; shrink the first difference.

    GRAPPE_DUI=build/release/bin/grappe-dui python3 comparer.py [--nombre 1000] [--graine 1]
        [--base postgresql://…] [--lot 50]

Histories go by lots into one base: three imports, then each question about all of them at once.
"""
import argparse
import json
import multiprocessing
import os
import pathlib
import random
import sys
import tempfile
import time

import cas
import definitions
import fautes
import gater
import histoires
import programme


# ---------------------------------------------------------------------------------- one lot

def questions(lot, ensemble):
    """(au, connu_le, finess, denominateur) for a lot; None is the default of the program."""
    r = random.Random(f"questions/{lot.numero}")
    premier, deuxieme, dernier = histoires.IMPORTS
    connus = (None, premier, deuxieme - histoires.UNE_SECONDE, deuxieme, dernier)
    toutes = [(d, connu_le, None, denominateur) for d in lot.jours
              for denominateur in definitions.DENOMINATEURS
              for connu_le in (None, *r.sample(connus[1:], 2))]
    tous_les_et = [et for h in ensemble for et in h.etablissements]
    toutes.append((lot.jours[0], premier - histoires.UNE_SECONDE, None, None))
    toutes += [(d, r.choice(connus), r.choices(tous_les_et, k=3), None) for d in lot.jours]
    return toutes


def reponse_attendue(base, question):
    au, connu_le, finess, denominateur = question
    try:
        return definitions.indicateurs(base, au, connu_le, finess, denominateur or "fenetre")
    except definitions.EtablissementInconnu as inconnu:
        return f"exit 2: {inconnu}"


def reponse_du_programme(base, question):
    fini = base.demander(question)
    if fini.returncode == 2 and question[2]:
        return "exit 2"
    try:
        return json.loads(fini.stdout) if fini.returncode == 0 else f"exit {fini.returncode}"
    except ValueError:
        return "not JSON: " + fini.stdout[:200]


def egales(notre, leur):
    """Whole answers; of an unknown establishment only the code is compared."""
    return notre == leur if isinstance(notre, dict) else leur == "exit 2"


def essayer(prog, fichiers, a_demander):
    """[(question, ours, theirs)] of a history's files put into a base of their own.

    A refused import of sound files is the one difference then.
    """
    notre = definitions.Base()
    with prog.base() as base:
        ecarts = []

        def demander(question):
            paire = reponse_attendue(notre, question), reponse_du_programme(base, question)
            if not egales(*paire):
                ecarts.append((question, *paire))

        for quand, lignes in zip(histoires.IMPORTS, fichiers):
            notre.importer(quand, lignes)
            fini = base.importer(quand, lignes)
            if fini.returncode != 0:
                return [(None, "import accepted", f"code {fini.returncode}: "
                         + fini.stderr.strip()[:2000])]
            # Asked between two imports: what the program keeps of an answer must not outlive them.
            for question in a_demander[:1]:
                demander(question)
        for question in a_demander:
            demander(question)
        return ecarts


def comparer_lot(tache):
    prog, graine, numero, taille = tache
    lot, ensemble = histoires.lot(graine, numero, taille)
    a_demander = questions(lot, ensemble)
    try:
        ecarts = (essayer(prog, histoires.fichiers_reunis(ensemble), a_demander)
                  or gater.comparer_fautes(prog, f"{graine}/{numero}", ensemble))
    except programme.Refus as refus:
        ecarts = [("refus d’une question", "une réponse", str(refus))]
    lignes = sum(len(f) for h in ensemble for f in h.fichiers)
    return numero, len(a_demander), lignes, ecarts


# ---------------------------------------------------------------------------------- shrinking

def en_couples(fichiers):
    return [(n, ligne) for n, lignes in enumerate(fichiers) for ligne in lignes]


def en_fichiers(couples):
    return [[ligne for n, ligne in couples if n == rang] for rang in range(len(histoires.IMPORTS))]


def bonnes(couples):
    """Whether the oracle holds these lines for sound: a shrunk history must stay one."""
    base = definitions.Base()
    for quand, lignes in zip(histoires.IMPORTS, en_fichiers(couples)):
        if fautes.fautes(lignes, base):
            return False
        base.importer(quand, lignes)
    return True


def reduire(couples, differe):
    """Remove lines, by halves then one by one, while the answers stay different."""
    pas = max(1, len(couples) // 2)
    while True:
        debut, change = 0, False
        while debut < len(couples):
            reste = couples[:debut] + couples[debut + pas:]
            if bonnes(reste) and differe(reste):
                couples, change = reste, True
            else:
                debut += pas
        if pas == 1 and not change:
            return couples
        pas = max(1, pas // 2)


def montrer(prog, graine, numero, taille, ecart):
    """Print the smallest files that still show a difference on this question."""
    question, notre, leur = ecart
    if isinstance(question, str):                      # a file of faults: told as it is
        print(f"lot {numero} : {question}\n  oracle    {notre}\n  programme {leur}")
        return
    _, ensemble = histoires.lot(graine, numero, taille)
    posees = [question] if question else []

    def differe(couples):
        return bool(essayer(prog, en_fichiers(couples), posees))

    seules = [en_couples(h.fichiers) for h in ensemble]
    couples = next((c for c in seules if differe(c)),
                   en_couples(histoires.fichiers_reunis(ensemble)))
    couples = reduire(couples, differe)
    print(f"lot {numero}, question {question and tuple(map(str, question))}")
    for n, ligne in couples:
        print(f"  importé le {histoires.texte(histoires.IMPORTS[n])} {ligne}")
    for _, notre, leur in essayer(prog, en_fichiers(couples), posees):
        print("  oracle    ", json.dumps(notre, ensure_ascii=False))
        print("  programme ", json.dumps(leur, ensure_ascii=False))


# ---------------------------------------------------------------------------------- the run

def comparer_cas(tache):
    """A readable case in a base of its own: the answers it says, and the oracle's whole ones."""
    prog, c = tache
    notre = cas.base_de(c)
    with prog.base() as base:
        imports = [base.importer(quand, lignes) for quand, lignes in c.imports]
        ecarts = [f.stderr for f in imports if f.returncode]
        for q in c.questions if not ecarts else []:
            question = (q["au"], q["connu_le"], q["finess"], q["denominateur"])
            leur = reponse_du_programme(base, question)
            ecarts += [leur] if isinstance(leur, str) else cas.ecarts(leur, q["attendu"])
            if not ecarts and not egales(reponse_attendue(notre, question), leur):
                ecarts.append("la réponse entière diffère de celle de l’oracle")
    return [f"{c} : {ecart}" for ecart in ecarts]


def comparer_les_cas(prog, processus):
    with multiprocessing.Pool(processus) as pool:
        rates = [r for r in pool.map(comparer_cas, [(prog, c) for c in cas.tous()]) if r]
    for ecarts in rates:
        print(*ecarts, sep="\n")
    print(f"{len(cas.tous())} cas lisibles, {len(rates)} faux")
    return len(rates)


def comparer_generation(prog):
    """A fictitious organisation of the program's own: sound for the oracle, and the same counts."""
    with tempfile.TemporaryDirectory(prefix="grappe-oracle-dui-") as dossier:
        fichier = pathlib.Path(dossier) / "organisation.ndjson"
        fini = prog.lancer("generer", str(fichier), "--graine", "7", "--etablissements", "20",
                           "--personnes", "300", "--mois", "6", "--au", "2024-05-31",
                           "--faits", "30000")
        lignes = fichier.read_text(encoding="utf-8").splitlines() if fichier.exists() else []
    if fini.returncode != 0 or len(lignes) != 30300:
        print(f"generer : code {fini.returncode}, {len(lignes)} lignes {fini.stderr}")
        return 1
    trouvees = fautes.fautes(lignes)
    ecarts = essayer(prog, [lignes], [(definitions.jour(au), None, None, denominateur)
                                      for au in ("2024-05-31", "2024-02-29", "2024-04-01")
                                      for denominateur in definitions.DENOMINATEURS])
    for ecart in [*sorted(trouvees, key=str), *ecarts][:3]:
        print("organisation fictive :", *ecart)
    return 1 if trouvees or ecarts else 0


def comparer_tout(prog, options):
    debut, total, demandees, lignes = time.monotonic(), 0, 0, 0
    taches = [(prog, options.graine, n, options.lot)
              for n in range((options.nombre + options.lot - 1) // options.lot)]
    with multiprocessing.Pool(options.processus) as pool:
        for numero, posees, lues, ecarts in pool.imap_unordered(comparer_lot, taches):
            if ecarts:
                pool.terminate()
                montrer(prog, options.graine, numero, options.lot, ecarts[0])
                return 1
            total, demandees, lignes = total + options.lot, demandees + posees, lignes + lues
    print(f"{total} histoires, {lignes} lignes, {demandees} questions : réponses égales "
          f"({time.monotonic() - debut:.0f} s)")
    return 0


def main():
    analyse = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    analyse.add_argument("--programme", default=os.environ.get("GRAPPE_DUI"))
    analyse.add_argument("--base", default=None, help="a PostgreSQL URL (default: SQLite)")
    analyse.add_argument("--nombre", type=int, default=1000)
    analyse.add_argument("--graine", type=int, default=1)
    analyse.add_argument("--lot", type=int, default=50)
    analyse.add_argument("--processus", type=int, default=os.cpu_count())
    options = analyse.parse_args()
    if not options.programme:
        raise SystemExit("GRAPPE_DUI: path of grappe-dui")
    prog = programme.Programme(options.programme, options.base)
    if comparer_les_cas(prog, options.processus) or comparer_generation(prog):
        return 1
    return comparer_tout(prog, options)


if __name__ == "__main__":
    sys.exit(main())
