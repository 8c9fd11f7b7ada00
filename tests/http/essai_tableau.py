"""The public figures: what agreements, reports and payments make of them, and what they never tell."""

import csv
import io
import unittest

import essai_convention
from client import attendre
from comptes import Client


class Tableau(unittest.TestCase):
    """The world of the agreements, without its tests."""

    @classmethod
    def setUpClass(cls):
        cls.monde = essai_convention.Conventions()
        cls.monde.setUpClass()
        cls.anonyme = Client(cls.monde.atelier)

    @classmethod
    def tearDownClass(cls):
        cls.monde.tearDownClass()

    def chiffres(self):
        lu = self.anonyme.lire("/api/tableau")
        self.assertEqual(lu.statut, 200, lu.corps)
        return {(c["axe"], c["code"], c["compteur"]): c for c in lu.json["chiffres"]}

    def valeur(self, compteur, axe="national", code=""):
        chiffre = self.chiffres().get((axe, code, compteur))
        return chiffre and chiffre["valeur"]

    def devient(self, compteur, valeur, **ou):
        self.assertTrue(attendre(lambda: self.valeur(compteur, **ou) == valeur, 10),
                        f"{compteur} : {self.valeur(compteur, **ou)}")

    def csv(self):
        lu = self.anonyme.lire("/tableau.csv")
        self.assertEqual(lu.statut, 200)
        self.assertRegex(lu.entetes["content-disposition"], r'filename="grappe-tableau-\d{4}-\d\d-\d\d\.csv"')
        texte = lu.corps
        self.assertEqual(texte.count("\n"), texte.count("\r\n"))
        return list(csv.DictReader(io.StringIO(texte, newline="")))

    def test_from_nothing_to_figures_by_region_sector_and_call(self):
        monde = self.monde
        self.assertIsNone(self.valeur("etablissements"))
        page = self.anonyme.lire("/tableau")
        self.assertEqual(page.statut, 200)
        # One agreement of three establishments: how many, not how much.
        premiere = monde.signe()
        self.devient("etablissements", "3")
        self.assertEqual(self.valeur("projets"), "1")
        self.assertIsNone(self.valeur("convenu"))
        self.assertIsNone(self.valeur("dui_verifies"))
        conventions = [premiere, monde.signe(), monde.signe()]
        self.devient("projets", "3")
        lues = [monde.lue(une) for une in conventions]
        total = sum(float(une["accorde"]) for une in lues)
        self.assertEqual(float(self.valeur("convenu")), total)
        monde.mesurer(premiere, 40)
        self.devient("dui_verifies", "120")
        verifies = self.chiffres()["national", "", "dui_verifies"]
        self.assertEqual((verifies["provient_de"], verifies["mesure_au"]), (3, "2024-09-30"))
        # A declared figure is told apart, and only of who has no signed one.
        lignes = lues[1]["lignes"]
        corps = "\n".join(["finess_et;au;lecture;indicateur;numerateur;denominateur",
                           *[f"{un['finess_et']};2024-09-30;fenetre;dossiers_actifs;7;10" for un in lignes], ""])
        recu = monde.porteur.demander("POST", "/api/rapports-usage", corps.encode(), **{"Content-Type": "text/csv"})
        self.assertEqual(recu.statut, 201, recu.corps)
        self.devient("dui_declares", "21")
        self.assertEqual(self.valeur("dui_verifies"), "120")
        for une in conventions:
            monde.verse(une, objet="avance")
        self.devient("projets_en_cours", "3")
        self.assertEqual(float(self.valeur("verse")), sum(float(une["avance"]["montant"]) for une in lues))
        self.somme_des_axes()
        self.rien_de_personne(lues)

    def somme_des_axes(self):
        chiffres = self.anonyme.lire("/api/tableau").json["chiffres"]
        for compteur in ("etablissements", "dui_verifies", "dui_declares", "convenu"):
            national = self.valeur(compteur)
            for axe in ("region", "secteur", "appel"):
                lignes = [float(c["valeur"]) for c in chiffres if (c["axe"], c["compteur"]) == (axe, compteur)]
                self.assertEqual(sum(lignes), float(national), (compteur, axe))
        lignes = self.csv()
        self.assertEqual(len(lignes), len(chiffres))
        self.assertEqual([ligne["valeur"] for ligne in lignes], [c["valeur"] for c in chiffres])
        self.assertTrue(all(ligne["source"] and ligne["calcule_le"] for ligne in lignes))

    def rien_de_personne(self, lues):
        page, donnees = self.anonyme.lire("/tableau").corps, self.anonyme.lire("/tableau.csv").corps
        tout = "".join([page, donnees, self.anonyme.lire("/api/tableau").corps])
        for une in lues:
            for ligne in une["lignes"]:
                self.assertNotIn(ligne["finess_et"], tout)
        for mot in ("Association", "@exemple.fr", "Camille"):
            self.assertNotIn(mot, tout)


if __name__ == "__main__":
    unittest.main()
