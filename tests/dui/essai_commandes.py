"""The commands of grappe-dui as a shell calls them: pipes, warnings, instants, exit codes.

    GRAPPE_DUI=build/release/bin/grappe-dui python3 -m unittest essai_commandes
"""
import json
import os
import pathlib
import subprocess
import tempfile
import unittest

DUI = os.environ["GRAPPE_DUI"]
FINESS = "330000019"
PERSONNE = {"type": "personne", "id": "p", "finess_et": FINESS, "nom_naissance": "DURAND",
            "prenoms": ["ANNE"], "date_naissance": "1940-02-29", "sexe": "F",
            "lieu_naissance": "33063", "statut_identite": "provisoire"}
SEJOUR = {"type": "sejour", "id": "s", "personne": "p", "finess_et": FINESS,
          "entree": "2024-01-01", "modalite": "permanent"}


def texte(*objets):
    return "".join(json.dumps(objet) + "\n" for objet in objets)


class Commandes(unittest.TestCase):
    def setUp(self):
        dossier = tempfile.TemporaryDirectory(prefix="grappe-dui-commandes-")
        self.addCleanup(dossier.cleanup)
        self.chemin = pathlib.Path(dossier.name)
        self.base = ["--base", f"sqlite:{self.chemin}/base.sqlite"]

    def lancer(self, *mots, entree="", code=0):
        fait = subprocess.run([DUI, *mots, *self.base], input=entree, capture_output=True, text=True,
                              timeout=120)
        self.assertEqual(fait.returncode, code, fait.stderr)
        return fait

    def importer(self, *objets, code=0):
        fichier = self.chemin / "faits.ndjson"
        fichier.write_text(texte(*objets))
        return self.lancer("import", str(fichier), code=code)

    def fenetre(self):
        dit = self.lancer("indicateurs", "--au", "2024-09-30", "--json").stdout
        return json.loads(dit)["total"]["indicateurs"]["dossiers_actifs"]["denominateur"]

    def test_what_comes_by_a_pipe_is_kept(self):
        for nom in ("-", "/dev/stdin"):
            self.lancer("import", nom, entree=texte(SEJOUR, PERSONNE))
            self.assertEqual(self.fenetre(), 1)
        refus = self.lancer("import", "-", "--tolerer", entree=texte(SEJOUR), code=2)
        self.assertIn("--tolerer", refus.stderr)

    def test_a_stay_open_after_a_death_is_told_and_counts(self):
        dit = self.importer(SEJOUR, {**PERSONNE, "decede_le": "2024-05-01"}).stderr
        self.assertTrue(dit.startswith("ligne 2: decede_le: "), dit)
        self.assertEqual(self.fenetre(), 1)
        dit = self.importer({**SEJOUR, "id": "s2"}).stderr
        self.assertTrue(dit.startswith("ligne 1: sortie: "), dit)
        dit = self.importer({**SEJOUR, "corrige": True, "sortie": "2024-05-01"},
                            {**SEJOUR, "id": "s2", "corrige": True, "sortie": "2024-05-01"}).stderr
        self.assertEqual(dit, "")

    def test_an_option_without_its_value_or_given_twice_is_told_in_french(self):
        for mots, phrase in ((["--au"], "«\u00a0--au\u00a0» attend une valeur"),
                             (["--au", "2024-09-30", "--finess"], "«\u00a0--finess\u00a0» attend une valeur"),
                             (["--au", "2024-09-30", "--au", "2024-09-29"],
                              "«\u00a0--au\u00a0» ne se donne qu'une fois")):
            fait = subprocess.run([DUI, "indicateurs", *mots], capture_output=True, text=True)
            self.assertEqual(fait.returncode, 2)
            self.assertIn(phrase, fait.stderr)

    def test_an_instant_is_not_empty_and_a_report_is_not_of_the_future(self):
        self.importer(PERSONNE, SEJOUR)
        self.lancer("indicateurs", "--au", "2024-09-30", "--connu-le", "", code=2)
        cle = str(self.chemin / "cle")
        subprocess.run([DUI, "cle", "creer", cle], check=True, capture_output=True)
        rapport = ("rapport", "--au", "2024-09-30", "--cle", cle)
        refus = self.lancer(*rapport, "--connu-le", "2999-01-01T00:00:00Z", code=2)
        self.assertIn("2999-01-01", refus.stderr)
        self.assertEqual(self.lancer(*rapport).stdout, self.lancer(*rapport).stdout)


if __name__ == "__main__":
    unittest.main()
