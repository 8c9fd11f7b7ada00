"""A stand-in for `grappe-dui` made of the oracle itself, to try the comparison without the program.

With ORACLE_MUTANT=name it answers by that wrong reading, which the comparison must then find.
"""
import argparse
import json
import os
import pathlib
import sys

import definitions
import fautes
import mutants


def lire(chemin):
    base = definitions.Base()
    imports = json.loads(chemin.read_text(encoding="utf-8")) if chemin.exists() else []
    for quand, lignes in imports:
        base.importer(definitions.instant(quand), lignes)
    return base, imports


def importer(options, chemin):
    base, imports = lire(chemin)
    lignes = pathlib.Path(options.fichier).read_text(encoding="utf-8").splitlines()
    trouvees = fautes.fautes(lignes, base)
    for ligne, champ in sorted(trouvees, key=str):
        print(f"ligne {ligne}: {champ or 'json'}: faute", file=sys.stderr)
    if options.tolerer:
        mauvaises = {n for n, _ in trouvees}
        rejets = [ligne for n, ligne in enumerate(lignes, 1) if n in mauvaises]
        pathlib.Path(options.fichier + ".rejets").write_text("\n".join(rejets), encoding="utf-8")
        lignes = [ligne for n, ligne in enumerate(lignes, 1) if n not in mauvaises]
    if options.tolerer or not trouvees:
        chemin.write_text(json.dumps([*imports, (options.horloge, lignes)]), encoding="utf-8")
    return fautes.code_de_sortie(trouvees)


def indicateurs(options, chemin):
    nom = os.environ.get("ORACLE_MUTANT")
    lecture = mutants.module(mutants.SOURCE.replace(*mutants.MUTANTS[nom])) if nom else definitions
    base = lecture.Base()
    for quand, lignes in lire(chemin)[1]:
        base.importer(lecture.instant(quand), lignes)
    connu_le = options.connu_le and lecture.instant(options.connu_le)
    try:
        print(json.dumps(lecture.indicateurs(base, lecture.jour(options.au), connu_le,
                                             options.finess, options.denominateur)))
    except lecture.EtablissementInconnu:
        return 2
    return 0


def main():
    analyse = argparse.ArgumentParser()
    analyse.add_argument("commande", choices=("import", "indicateurs"))
    analyse.add_argument("fichier", nargs="?")
    analyse.add_argument("--base")
    analyse.add_argument("--donnees")
    analyse.add_argument("--horloge")
    analyse.add_argument("--au")
    analyse.add_argument("--connu-le")
    analyse.add_argument("--finess", nargs="+")
    analyse.add_argument("--denominateur", default="fenetre")
    analyse.add_argument("--json", action="store_true")
    analyse.add_argument("--tolerer", action="store_true")
    options = analyse.parse_args()
    chemin = pathlib.Path(options.base.removeprefix("sqlite:"))
    return (importer if options.commande == "import" else indicateurs)(options, chemin)


if __name__ == "__main__":
    sys.exit(main())
