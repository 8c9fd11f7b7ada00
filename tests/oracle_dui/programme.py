"""The program under test: bases made and thrown away, files imported, questions asked."""
import contextlib
import itertools
import json
import os
import pathlib
import re
import shlex
import subprocess
import tempfile

import histoires

NUMEROS = itertools.count()
DELAI = 300                      # seconds a command may take
FAUTE = re.compile(r"^ligne (\d+)\s*: ([a-z_]+)[^:]*?\s*: ", re.MULTILINE)


class Refus(Exception):
    """The program answered a sound question with a refusal."""


class Programme:
    """`commande` is the text of GRAPPE_DUI; `pg` a PostgreSQL URL, or None for SQLite."""

    def __init__(self, commande, pg=None):
        self.commande, self.pg = shlex.split(commande), pg

    def lancer(self, *arguments):
        return subprocess.run([*self.commande, *arguments], capture_output=True, text=True,
                              timeout=DELAI, check=False)

    @contextlib.contextmanager
    def base(self):
        """An empty base of its own."""
        with tempfile.TemporaryDirectory(prefix="grappe-oracle-dui-") as dossier:
            if not self.pg:
                yield Base(self, f"sqlite:{dossier}/dui.sqlite", dossier)
                return
            nom = f"oracle_{os.getpid()}_{next(NUMEROS)}"
            self.sql(f"CREATE DATABASE {nom}")
            try:
                yield Base(self, self.url_de(nom), dossier)
            finally:
                self.sql(f"DROP DATABASE {nom}")

    def url_de(self, nom):
        avant, _, apres = self.pg.partition("/postgres?")
        return f"{avant}/{nom}?{apres}"

    def sql(self, ordre):
        subprocess.run(["psql", "-q", "-X", "-c", ordre, self.pg], check=True)


class Base:
    def __init__(self, programme, url, dossier):
        self.programme, self.url, self.dossier = programme, url, pathlib.Path(dossier)
        self.compteur = itertools.count()

    def importer(self, quand, lignes, *options):
        """The finished process: its code, and its faults on standard error."""
        fichier = self.dossier / f"import{next(self.compteur)}.ndjson"
        fichier.write_text("".join(ligne + "\n" for ligne in lignes), encoding="utf-8")
        return self.programme.lancer("import", str(fichier), "--base", self.url, "--donnees",
                                     str(self.dossier), "--horloge", histoires.texte(quand),
                                     *options)

    def demander(self, question):
        """The finished process of one question: (au, connu_le, finess, denominateur)."""
        au, connu_le, finess, denominateur = question
        arguments = ["indicateurs", "--json", "--base", self.url, "--donnees", str(self.dossier),
                     "--au", histoires.texte(au), "--horloge", histoires.texte(histoires.APRES)]
        if connu_le:
            arguments += ["--connu-le", histoires.texte(connu_le)]
        if denominateur:
            arguments += ["--denominateur", denominateur]
        if finess:
            arguments += ["--finess", *finess]
        return self.programme.lancer(*arguments)

    def indicateurs(self, question):
        fini = self.demander(question)
        if fini.returncode != 0:
            raise Refus(f"code {fini.returncode}: {fini.stderr.strip()}")
        try:
            return json.loads(fini.stdout)
        except ValueError as erreur:
            raise Refus(f"not JSON: {fini.stdout[:200]}") from erreur


def fautes_dites(fini):
    """{(line, field)} as the program told them; what is only to be checked is no fault."""
    dites = "\n".join(l for l in fini.stderr.splitlines() if ": à vérifier" not in l)
    return {(int(ligne), champ) for ligne, champ in FAUTE.findall(dites)}
