"""One establishment, one financing: told at each save of a draft, without showing whose it is."""

import unittest

from comptes import Atelier
from dossiers import GUICHET, OUVERT, Porteur, contenu


class EssmsPris(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.atelier = Atelier().demarrer("--horloge", OUVERT)
        cls.un = Porteur(cls.atelier, "un@exemple.fr")
        cls.autre = Porteur(cls.atelier, "autre@exemple.fr")
        cls.ecrit = contenu()
        cls.ecrit["porteur"]["raison_sociale"] = "Association que nul ne doit lire"
        cls.depose = cls.un.commencer()
        assert cls.un.ecrire(cls.depose, cls.ecrit, 1).statut == 200
        assert cls.un.deposer(cls.depose, GUICHET).statut == 201

    @classmethod
    def tearDownClass(cls):
        cls.atelier.fermer()

    def brouillon(self, qui, siret="99999900600029"):
        dossier = qui.commencer()
        ecrit = {"porteur": {"raison_sociale": "Autre", "siret": siret},
                 "essms": [{"finess_et": self.ecrit["essms"][3]["finess_et"]}]}
        return dossier, qui.ecrire(dossier, ecrit, 1)

    def test_a_save_by_the_api_says_it_and_says_no_more(self):
        _, fait = self.brouillon(self.autre)
        self.assertEqual(fait.statut, 200, fait.corps)
        pris = fait.json["analyse"]["essms_deja_pris"]
        self.assertEqual([(p["chemin"], p["code"]) for p in pris],
                         [("essms[0].finess_et", "depot.essms_pris")])
        self.assertNotIn("nul ne doit lire", fait.corps)
        self.assertNotIn(self.depose.rsplit("/", 1)[1], fait.corps)

    def test_one_s_own_is_said_so(self):
        _, fait = self.brouillon(self.un)
        self.assertEqual(fait.json["analyse"]["essms_deja_pris"][0]["code"],
                         "depot.essms_deja_depose")

    def test_the_page_says_it_at_its_field(self):
        dossier, _ = self.brouillon(self.autre)
        page = self.autre.lire(dossier.removeprefix("/api") + "/saisie")
        self.assertIn("Déjà dans un dossier déposé", page.corps)
        self.assertNotIn("nul ne doit lire", page.corps)


if __name__ == "__main__":
    unittest.main()
