"""Load an NDJSON file of the contract into the tables of schema_pg.sql, by one COPY a table.

    charger_pg.py FILE URL
Of a corrected fact only the last version is kept, as the query asks about now.
"""
import json
import re
import subprocess
import sys

TABLES = {"sejour": ("entree", "sortie", "modalite", "projet_possible"),
          "modification": ("le", "auteur", "automatique"),
          "projet": ("statut", "du", "au"),
          "evenement": ("debut", "fin", "statut"),
          "envoi_mss": ("le", "destinataires", "echec"),
          "alimentation_dmp": ("le", "document", "issue"),
          "import_eprescription": ("le",), "echange_eparcours": ("le",)}
DEFAUTS = {"projet_possible": True, "automatique": False, "echec": False}
BLOC = 20000
ID = re.compile(rb'"id" *: *"([^"]*)"')


def rien(valeur):
    return "\\N" if valeur is None else str(valeur).replace("\\", "\\\\")


class Numeros(dict):
    """A small number for each name, in the order of their coming."""

    def __missing__(self, nom):
        self[nom] = len(self)
        return self[nom]


def dernieres_versions(chemin):
    """{id: number of its last line} of the facts that some line corrects."""
    with open(chemin, "rb") as lignes:
        repris = {json.loads(l)["id"] for l in lignes if b'"corrige"' in l}
    dernieres = {}
    if repris:
        with open(chemin, "rb") as lignes:
            for n, ligne in enumerate(lignes):
                ident = ID.search(ligne)[1].decode()
                if ident in repris:
                    dernieres[ident] = n
    return dernieres


class Tables:
    def __init__(self, url):
        self.copies, self.restes = {}, {}
        for table in TABLES:
            self.copies[table] = subprocess.Popen(
                ["psql", "-q", "-X", "-v", "ON_ERROR_STOP=1", "-c",
                 f"COPY {table} FROM STDIN", url], stdin=subprocess.PIPE)
            self.restes[table] = []

    def ajouter(self, table, champs):
        lignes = self.restes[table]
        lignes.append("\t".join(champs))
        if len(lignes) >= BLOC:
            self.envoyer(table)

    def envoyer(self, table):
        if self.restes[table]:
            self.copies[table].stdin.write(("\n".join(self.restes[table]) + "\n").encode())
            self.restes[table] = []

    def fermer(self):
        for table, copie in self.copies.items():
            self.envoyer(table)
            copie.stdin.close()
            if copie.wait() != 0:
                raise SystemExit(f"COPY {table}")


def charger(chemin, url):
    dernieres = dernieres_versions(chemin)
    etablissements, personnes, tables = Numeros(), Numeros(), Tables(url)
    with open(chemin, "rb") as lignes:
        for n, ligne in enumerate(lignes):
            f = json.loads(ligne)
            et = str(etablissements[f["finess_et"]])
            table = f["type"]
            if table == "personne" or dernieres.get(f["id"], n) != n:
                continue
            reste = [rien(f.get(c, DEFAUTS.get(c))) for c in TABLES[table]]
            citees = f["personnes"] if table == "evenement" else [f.get("personne")]
            for p in dict.fromkeys(citees):
                tables.ajouter(table, [rien(f["id"]), et,
                                       "\\N" if p is None else str(personnes[p]), *reste])
    tables.fermer()
    lignes = "".join(f"{n}\t{finess}\n" for finess, n in etablissements.items())
    subprocess.run(["psql", "-q", "-X", "-c", "COPY etablissement FROM STDIN", url],
                   input=lignes.encode(), check=True)


if __name__ == "__main__":
    charger(sys.argv[1], sys.argv[2])
