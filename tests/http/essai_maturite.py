"""Self-assessments by body: kept with the dossier, written by its porteur, never scored."""

import json
import unittest

from comptes import Atelier, Client, code_totp
from dossiers import OUVERT, Porteur, contenu
from essai_documents import octets, texte_du_pdf

EJ = "339909996"


class Maturite(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.atelier = Atelier().demarrer("--horloge", OUVERT)
        cls.porteur = Porteur(cls.atelier, "porteur@exemple.fr")
        cls.voisin = Porteur(cls.atelier, "voisin@exemple.fr")
        secret = cls.atelier.guichet("ars", "ars@exemple.fr", "75")
        cls.ars = Client(cls.atelier)
        cls.ars.connecter("ars@exemple.fr", code=code_totp(secret))
        cls.dossier = cls.porteur.commencer()
        assert cls.porteur.ecrire(cls.dossier, contenu(20), 1).statut == 200

    @classmethod
    def tearDownClass(cls):
        cls.atelier.fermer()

    def ecrire(self, client, reponses, version, organisme=EJ):
        return client.demander(
            "PUT", f"{self.dossier}/maturite/{organisme}", json.dumps({"reponses": reponses}),
            **{"If-Match": f'"{version}"', "Content-Type": "application/json"})

    def test_answers_are_kept_and_shown_without_a_score(self):
        adresse = f"{self.dossier}/maturite/{EJ}"
        self.assertEqual(self.porteur.lire(adresse).json["version"], 0)
        self.assertEqual(self.ecrire(self.porteur, {"1": "3", "c02": "en_cours"}, 0).statut, 200)
        self.assertEqual(self.ecrire(self.porteur, {"1": "0"}, 0).statut, 412)
        lue = self.porteur.lire(self.dossier + "/maturite").json
        self.assertEqual(sum(p["genre"] == "dimension" for p in lue["cadre"]), 7)
        self.assertEqual(lue["fiches"][0]["reponses"], {"1": "3", "c02": "en_cours"})
        self.assertNotIn("score", json.dumps(lue))
        texte = texte_du_pdf(octets(self.porteur, adresse + ".pdf")[2])
        self.assertIn("Niveau 3 sur 4", texte)
        self.assertIn("En cours", texte)
        self.assertEqual(octets(self.porteur, adresse + ".xlsx")[2][:2], b"PK")

    def test_a_member_answers_for_its_own_entity_and_for_no_other(self):
        autre, dossier = "339909988", self.porteur.commencer()
        self.assertEqual(self.porteur.ecrire(dossier, contenu(2), 1).statut, 200)
        def ecrire(client, version, organisme):
            return client.demander(
                "PUT", f"{dossier}/maturite/{organisme}", json.dumps({"reponses": {"1": "2"}}),
                **{"If-Match": f'"{version}"', "Content-Type": "application/json"})
        membre = Porteur(self.atelier, "membre@exemple.fr")
        self.assertEqual(self.porteur.poster(dossier + "/membres", finess_ej=autre,
                                             courriel="membre@exemple.fr").statut, 201)
        self.assertEqual(ecrire(membre, 0, autre).statut, 404)
        accord = membre.demander("POST", dossier + "/accords",
                                 {"finess_ej": autre, "accord": True})
        self.assertEqual(accord.statut, 201, accord.corps)
        self.assertEqual(ecrire(membre, 0, autre).statut, 200)
        self.assertEqual(ecrire(membre, 0, EJ).statut, 403)
        refus = ecrire(self.porteur, 1, autre)
        self.assertEqual((refus.statut, refus.json["code"]), (403, "maturite.au_membre"))
        fiches = membre.lire(dossier + "/maturite").json["fiches"]
        self.assertEqual([f["organisme"] for f in fiches], [autre])
        page = membre.lire(f"/parts/{dossier.rsplit('/', 1)[1]}/{autre}/maturite")
        self.assertEqual(page.statut, 200)
        self.assertIn("Enregistrer les réponses", page.corps)

    def test_what_cannot_be_answered_is_refused(self):
        for reponses, code in (({"1": "5"}, "maturite.reponse"), ({"zz": "1"}, "maturite.code")):
            refus = self.ecrire(self.porteur, reponses, 0)
            self.assertEqual((refus.statut, refus.json["code"]), (422, code))
        self.assertEqual(self.ecrire(self.porteur, {}, 0, "12").statut, 422)

    def test_others_neither_read_nor_write(self):
        for client, lire, ecrire in ((Client(self.atelier), 401, 401), (self.voisin, 404, 404),
                                     (self.ars, 404, 403)):
            self.assertEqual(client.lire(self.dossier + "/maturite").statut, lire)
            self.assertEqual(client.lire(f"{self.dossier}/maturite/{EJ}.pdf").statut, lire)
            self.assertEqual(self.ecrire(client, {"1": "1"}, 0).statut, ecrire)

    def test_an_administrator_brings_the_parts_that_are_not_public(self):
        cadre = self.atelier.chemin / "maturite"
        cadre.mkdir()
        fichier = cadre / "autodiagnostic.txt"
        fichier.write_text("source | s | Notre cadre | interne\ndimension | 1 | La seule | s\n")
        self.atelier.arreter()
        self.atelier.demarrer("--horloge", OUVERT)
        lu = self.porteur.lire(self.dossier + "/maturite").json["cadre"]
        self.assertEqual([point["libelle"] for point in lu], ["La seule"])
        fichier.unlink()
        self.atelier.arreter()
        self.atelier.demarrer("--horloge", OUVERT)


if __name__ == "__main__":
    unittest.main()
