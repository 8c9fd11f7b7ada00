"""Usual delays of a desk: nothing below ten examinations, then the same figures everywhere."""

import unittest

from comptes import Atelier, Client, code_totp
from dossiers import GUICHET, OUVERT, Porteur, contenu


class Delais(unittest.TestCase):
    def test_ten_examinations_make_a_distribution(self):
        atelier = Atelier().demarrer("--horloge", OUVERT)
        self.addCleanup(atelier.fermer)
        porteur = Porteur(atelier, "porteur@exemple.fr")
        guichets = {}
        for region in ("75", "94"):
            secret = atelier.guichet("ars", f"ars{region}@exemple.fr", region)
            guichets[region] = Client(atelier)
            assert guichets[region].connecter(f"ars{region}@exemple.fr",
                                              code=code_totp(secret)).statut == 201
        ars, html = guichets["75"], {"Accept": "text/html"}
        tous = contenu(800)
        dossiers = []
        for rang in range(11):
            ecrit = {**tous, "essms": tous["essms"][rang * 15:rang * 15 + 15]}
            dossier = porteur.commencer()
            self.assertEqual(porteur.ecrire(dossier, ecrit, 1).statut, 200)
            self.assertEqual(porteur.deposer(dossier, GUICHET).statut, 201)
            self.assertEqual(ars.poster(dossier + "/instruction").statut, 201)
            dossiers.append(dossier)
        dernier = dossiers.pop()
        for rang, dossier in enumerate(dossiers):
            lus = porteur.lire(dernier + "/delais").json
            self.assertEqual((lus["delais"], lus["minimum"]), (None, 10), rang)
            self.assertEqual(ars.poster(dossier + "/recevabilite", issue="irrecevable",
                                        motif="Hors délai.").statut, 201)
        delais = porteur.lire(dernier + "/delais").json["delais"]
        self.assertEqual((delais["nombre"], delais["moitie_en_moins_de"],
                          delais["tranches"]), (10, 1, [{"de": 0, "moins_de": 1, "nombre": 10}]))
        self.assertEqual(ars.lire("/api/delais").json["appels"],
                         [{"appel": "NA-2024", "delais": delais}])
        self.assertEqual(guichets["94"].lire("/api/delais").json["appels"], [])
        self.assertEqual(guichets["94"].lire(dernier + "/delais").statut, 404)
        self.assertEqual(porteur.lire("/api/delais").statut, 403)
        page = porteur.lire(dernier.removeprefix("/api"), **html).corps
        self.assertIn("neuf sur dix en moins de 1 jour", page)
        # Who has an answer waits for none.
        self.assertNotIn("neuf sur dix", porteur.lire(dossiers[0].removeprefix("/api"),
                                                      **html).corps)
        self.assertIn("Délais de réponse de votre guichet", ars.lire("/bureau", **html).corps)
        self.assertNotIn("Délais de réponse", guichets["94"].lire("/bureau", **html).corps)


if __name__ == "__main__":
    unittest.main()
