"""Compare the counts of indicateurs_pg.sql with the oracle's on one small file, at several dates,
or with an answer of the program.

    essayer_pg.py FILE URL AU…           (the file must be loaded already)
    essayer_pg.py ANSWER.json URL AU     (`grappe-dui indicateurs --json` of that day)
"""
import json
import pathlib
import subprocess
import sys

ICI = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(ICI.parents[1] / "tests" / "oracle_dui"))
import definitions  # noqa: E402


def comptes_pg(url, au, denominateur):
    fini = subprocess.run(["psql", "-q", "-X", "-A", "-t", "-v", "ON_ERROR_STOP=1", "-v",
                           f"au={au}", "-v", f"denominateur={denominateur}", "-f",
                           str(ICI / "indicateurs_pg.sql"), url],
                          capture_output=True, text=True, check=True)
    return {mots[0] or "total": tuple(map(int, mots[1:]))
            for mots in (ligne.split("|") for ligne in fini.stdout.splitlines())}


def comptes_oracle(base, au, denominateur):
    return comptes_de(definitions.indicateurs(base, definitions.jour(au), None, None,
                                              denominateur))


def comptes_de(reponse):
    tous = {e["finess_et"]: e["indicateurs"] for e in reponse["etablissements"]}
    tous["total"] = reponse["total"]["indicateurs"]
    return {ou: (i["dossiers_actifs"]["numerateur"], i["dossiers_actifs"]["denominateur"],
                 i["projet_personnalise"]["numerateur"], i["evenement_agenda"]["numerateur"],
                 i["mssante"]["numerateur"], i["dmp"]["numerateur"],
                 i["mssante"]["denominateur"],
                 *(i[c][n] for c in ("eprescription", "eparcours")
                   for n in ("numerateur", "depuis_le_debut"))) for ou, i in tous.items()}


def comparer_la_reponse(fichier, url, au):
    reponse = json.loads(pathlib.Path(fichier).read_text(encoding="utf-8"))
    pg, notre = comptes_pg(url, au, reponse["denominateur"]), comptes_de(reponse)
    faux = [ou for ou in pg.keys() | notre.keys() if pg.get(ou) != notre.get(ou)]
    if faux:
        raise SystemExit(f"{len(faux)} écarts : {faux[0]} {pg.get(faux[0])} {notre.get(faux[0])}")
    print(f"{len(pg) - 1} établissements, {reponse['denominateur']} : les mêmes comptes")


def main():
    fichier, url, *dates = sys.argv[1:]
    if fichier.endswith(".json"):
        return comparer_la_reponse(fichier, url, dates[0])
    base = definitions.Base()
    base.importer(definitions.instant("2025-01-01T00:00:00Z"),
                  pathlib.Path(fichier).read_text(encoding="utf-8").splitlines())
    for au in dates:
        for denominateur in definitions.DENOMINATEURS:
            pg, notre = (f(x, au, denominateur) for f, x in ((comptes_pg, url),
                                                             (comptes_oracle, base)))
            if pg != notre:
                ecarts = {ou: (pg.get(ou), notre.get(ou)) for ou in pg.keys() | notre.keys()
                          if pg.get(ou) != notre.get(ou)}
                raise SystemExit(f"{au} {denominateur}: {ecarts}")
    print(f"{len(dates)} dates, trois dénominateurs : PostgreSQL et l’oracle disent les mêmes")


if __name__ == "__main__":
    main()
