"""aggir, serafin and evaluation as a shell calls them: without a database, every fault told.

    GRAPPE_DUI=build/release/bin/grappe-dui python3 -m unittest essai_evaluations
"""
import json
import os
import pathlib
import subprocess
import tempfile
import unittest

DUI = os.environ["GRAPPE_DUI"]
VARIABLES = ["COHERENCE", "ORIENTATION", "TOILETTE", "HABILLAGE", "ALIMENTATION", "ELIMINATION", "TRANSFERT",
             "DEPL_INT"]
ORACLE = pathlib.Path(__file__).parents[1] / "donnees" / "aggir" / "vecteurs.csv"


def lancer(*mots, entree=""):
    fait = subprocess.run([DUI, *mots], input=entree, capture_output=True, text=True, timeout=120)
    return fait.returncode, fait.stdout, fait.stderr


def nommees(lettres):
    return [f"{nom}={lettre}" for nom, lettre in zip(VARIABLES, lettres)]


class Aggir(unittest.TestCase):
    def test_a_gir_and_how_it_came(self):
        code, dit, _ = lancer("aggir", "AAABBCCC")
        self.assertEqual(code, 0)
        self.assertTrue(dit.startswith("GIR "), dit)
        self.assertIn("annexe 2-2", dit)
        for lettres in ("CCCCCCCC", "aaaaaaaa"):
            self.assertEqual(lancer("aggir", lettres), lancer("aggir", *reversed(nommees(lettres))))

    def test_json_is_that_of_the_oracle(self):
        lignes = ORACLE.read_text().splitlines()[1:]
        for ligne in lignes[::997]:
            lettres, rang, gir = ligne.split(";")
            dit = json.loads(lancer("aggir", lettres, "--json")[1])
            self.assertEqual((dit["vecteur"], str(dit["rang"]), str(dit["gir"])), (lettres, rang, gir))
            self.assertEqual([pas["somme"] for pas in dit["pas"]],
                             [sum(pas["valeurs"].values()) for pas in dit["pas"]])
            self.assertTrue(dit["pas"][-1]["seuils"][-1]["atteint"])

    def test_each_fault_is_told(self):
        for mots, fautes in ((["AAAA"], 1), (["AAAAAAAD"], 1), ([*nommees("AAAA")], 1),
                             (["CHANT=A", "TOILETTE=D", "HABILLAGE=A", "HABILLAGE=B"], 3)):
            code, dit, erreur = lancer("aggir", *mots)
            self.assertEqual((code, dit), (2, ""), erreur)
            self.assertEqual(len(erreur.splitlines()), fautes, erreur)
        self.assertIn("DEPL_INT", lancer("aggir", *nommees("AAAAAAA"))[2])
        self.assertEqual(lancer("aggir")[0], 2)


class Serafin(unittest.TestCase):
    def test_plain_words_find_codes_and_say_why(self):
        code, dit, _ = lancer("serafin", "chercher", "faire", "les", "courses")
        self.assertEqual(code, 0)
        self.assertIn("1.3.2.2", dit)
        self.assertIn("mot usuel", dit)
        intitules = json.loads(lancer("serafin", "chercher", "toilette", "--axe", "directe", "--json")[1])["intitules"]
        self.assertEqual(intitules[0]["code"], "2.2.1")
        self.assertEqual(intitules[0]["jeu"], "JDV_J284")
        self.assertEqual(intitules[0]["raisons"][0]["par"], "mot_usuel")

    def test_nothing_found_and_bad_options(self):
        self.assertEqual(lancer("serafin", "chercher", "xyzzy")[0], 0)
        self.assertEqual(json.loads(lancer("serafin", "chercher", "xyzzy", "--json")[1]), {"intitules": []})
        self.assertEqual(lancer("serafin", "chercher", "bus", "--axe", "autre")[0], 2)
        self.assertEqual(lancer("serafin", "chercher", "bus", "--nombre", "0")[0], 2)


class Evaluations(unittest.TestCase):
    def setUp(self):
        dossier = tempfile.TemporaryDirectory(prefix="grappe-dui-evaluations-")
        self.addCleanup(dossier.cleanup)
        self.chemin = pathlib.Path(dossier.name)

    def ecrire(self, nom, **champs):
        fichier = self.chemin / nom
        fichier.write_text(json.dumps({"grille": "aggir-pa-1", "date": "2024-03-02", "statut": "ENPREPARATION",
                                       "evaluateur": "essai", **champs}))
        return str(fichier)

    def test_a_result_its_trace_and_what_changed(self):
        cotations = {nom: {"modalite": "A"} for nom in VARIABLES}
        avant = self.ecrire("avant.json", reponses=cotations)
        apres = self.ecrire("apres.json", date="2024-09-02",
                            reponses={**cotations, "TOILETTE": {"modalite": "C"}})
        code, dit, _ = lancer("evaluation", "examiner", avant, "--avec", apres)
        self.assertEqual(code, 0)
        self.assertIn("GIR 6 le 2 mars 2024, GIR 5 le 2 septembre 2024.", dit)
        self.assertIn("Toilette\u00a0: de A", dit)
        lu = json.loads(lancer("evaluation", "examiner", apres, "--json")[1])
        self.assertEqual((lu["resultat"]["valeur"], lu["resultat"]["rang"]), (5, 12))
        self.assertEqual(lu["evaluation"], json.loads(pathlib.Path(apres).read_text()))

    def test_an_incomplete_one_has_no_gir(self):
        lu = json.loads(lancer("evaluation", "examiner", self.ecrire("x.json"), "--json")[1])
        self.assertIsNone(lu["resultat"]["valeur"])
        self.assertEqual(lu["resultat"]["manquent"], VARIABLES)

    def test_all_faults_at_once(self):
        fautif = self.ecrire("x.json", statut="FINI", reponses={"CHANT": {}}, resultat=2)
        code, dit, erreur = lancer("evaluation", "examiner", fautif)
        self.assertEqual((code, dit), (2, ""))
        self.assertEqual([ligne.split("\u00a0")[0] for ligne in erreur.splitlines()],
                         ["statut", "reponses.CHANT", "resultat"])
        self.assertEqual(lancer("evaluation", "examiner", str(self.chemin / "absent"))[0], 2)

    def test_scales_say_their_source(self):
        dit = lancer("evaluation", "grilles")[1]
        for cle in ("aggir-pa-1", "aggir-ssiad-pa-1", "aggir-ssiad-ph-1", "mmse-1", "serafin-besoins-1",
                    "situation-ssiad-1"):
            self.assertIn(cle, dit)
        self.assertIn("annexe 2-2", dit)


if __name__ == "__main__":
    unittest.main()
