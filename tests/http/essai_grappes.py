"""Requests for a grappe by the API: seven fields, their processing, proposals with consent."""

import unittest

from comptes import Atelier, Client, code_totp
from dossiers import OUVERT, Porteur

DORDOGNE = ["240000224", "240000570", "240000588", "240002071", "240002121", "240002139",
            "240002147", "240002154", "240000182", "240000349", "240000356", "240000364",
            "240006866", "240008508", "240002634"]


class Grappes(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.atelier = Atelier().demarrer("--horloge", OUVERT)
        cls.un = Porteur(cls.atelier, "un@exemple.fr")
        cls.deux = Porteur(cls.atelier, "deux@exemple.fr")
        cls.guichets = {}
        for role, region in (("ars", "75"), ("grades", "75"), ("collectif", "75"),
                             ("grades", "94")):
            courriel = f"{role}{region}@exemple.fr"
            secret = cls.atelier.guichet(role, courriel, region)
            cls.guichets[role + region] = Client(cls.atelier)
            assert cls.guichets[role + region].connecter(
                courriel, code=code_totp(secret)).statut == 201

    @classmethod
    def tearDownClass(cls):
        cls.atelier.fermer()

    def demander(self, client, nom, numeros, **champs):
        corps = {"structure": nom, "couloir": "PA", "contact": f"{nom}, 01 02 03 04 05",
                 "finess": " ".join(numeros), "dui": "", "editeur": "Éditeur fictif",
                 "contact_editeur": "", "grappe": "", **champs}
        return client.demander("POST", "/api/demandes-grappe", corps)

    def test_a_request_says_its_fields_and_gets_its_region_from_the_register(self):
        faite = self.demander(self.un, "Une", [*DORDOGNE[:2], DORDOGNE[0], "sans"])
        self.assertEqual(faite.statut, 201, faite.corps)
        self.assertEqual((faite.json["region"], faite.json["essms"], faite.json["etat"]),
                         ("75", 2, "ouverte"))
        for champs, code in [({"structure": ""}, "grappe.structure"), ({"contact": ""},
                             "grappe.contact"), ({"couloir": "XX"}, "grappe.couloir"),
                             ({"couloir": "DOM"}, "grappe.heures"), ({"finess": ""},
                             "grappe.finess")]:
            refus = self.demander(self.un, "Une", DORDOGNE[:2], **champs)
            self.assertEqual((refus.statut, refus.json["code"]), (422, code))

    def test_supports_of_the_region_read_and_process_it(self):
        une = self.demander(self.un, "À traiter", DORDOGNE[:2]).json["id"]
        for nom, client in self.guichets.items():
            vues = [d["id"] for d in client.lire("/api/demandes-grappe").json["demandes"]]
            self.assertEqual(une in vues, nom != "grades94", nom)
        self.assertNotIn(une, [d["id"] for d in
                               self.deux.lire("/api/demandes-grappe").json["demandes"]])
        suite = f"/api/demandes-grappe/{une}/suite"
        def traiter(client, **corps):
            return client.demander("POST", suite, corps).statut
        self.assertEqual(traiter(self.un, issue="creation", motif="x"), 403)
        self.assertEqual(traiter(self.guichets["ars75"], issue="creation", motif="x"), 403)
        self.assertEqual(traiter(self.guichets["grades94"], issue="creation", motif="x"), 404)
        self.assertEqual(traiter(self.guichets["grades75"], issue="autre", motif="x"), 409)
        self.assertEqual(traiter(self.guichets["grades75"], issue="creation", motif=""), 422)
        self.assertEqual(traiter(self.guichets["collectif75"], issue="rattachement",
                                 motif="Voyez la grappe voisine."), 201)
        self.assertEqual(traiter(self.guichets["grades75"], issue="creation", motif="x"), 409)

    def test_contacts_are_given_when_both_agree_and_not_before(self):
        ici = self.demander(self.un, "Maison Ici", DORDOGNE[:7]).json["id"]
        la = self.demander(self.deux, "Maison Là", DORDOGNE[7:], editeur="EDITEUR FICTIF").json["id"]
        def proposee(client, sienne, autre):
            trouvees = client.lire(f"/api/demandes-grappe/{sienne}/propositions").json
            return {p["id"]: p for p in trouvees["propositions"]}[autre]
        vue = proposee(self.un, ici, la)
        self.assertEqual((vue["structure"], vue["contact"]), (None, None))
        self.assertEqual(len(vue["raisons"]), 4)
        self.assertEqual(vue["reserves"], [])
        def accepter(client, sienne, autre):
            return client.poster(f"/api/demandes-grappe/{sienne}/propositions/{autre}/accord")
        premier = accepter(self.un, ici, la)
        self.assertEqual((premier.statut, premier.json["contact"]), (201, None))
        self.assertNotIn("Maison", proposee(self.deux, la, ici)["structure"] or "")
        self.assertEqual(accepter(self.deux, ici, la).statut, 404)
        second = accepter(self.deux, la, ici)
        self.assertEqual(second.json["structure"], "Maison Ici")
        self.assertEqual(proposee(self.un, ici, la)["structure"], "Maison Là")
        self.assertEqual(self.un.lire(f"/api/demandes-grappe/{la}/propositions").statut, 404)
        self.assertEqual(self.atelier.commande("journal", "verifier").returncode, 0)

    def test_a_draft_opened_to_others_is_proposed_without_its_name(self):
        dossier = self.un.commencer()
        self.un.ecrire(dossier, {"porteur": {"raison_sociale": "Nom caché", "siret": "99999900600011"},
                                 "essms": [{"finess_et": DORDOGNE[0]}],
                                 "solution": {"nom": "Logiciel fictif"}}, 1)
        def ouvrir(client):
            return client.poster(dossier + "/ouverture", couloir="PA", contact="Camille")
        self.assertEqual(ouvrir(self.deux).statut, 404)
        ouverte = ouvrir(self.un)
        self.assertEqual((ouverte.statut, ouverte.json["region"]), (201, "75"), ouverte.corps)
        self.assertEqual(ouvrir(self.un).json["code"], "grappe.deja_ouverte")
        seule = self.demander(self.deux, "Seule", DORDOGNE[3:5]).json["id"]
        def proposee():
            lues = self.deux.lire(f"/api/demandes-grappe/{seule}/propositions")
            self.assertNotIn("Nom caché", lues.corps)
            return {p["id"]: p for p in lues.json["propositions"]}.get(ouverte.json["id"])
        self.assertTrue(proposee()["dossier_en_cours"])
        self.assertEqual(self.un.poster(f"/api/demandes-grappe/{ouverte.json['id']}/retrait").statut,
                         201)
        self.assertIsNone(proposee())


if __name__ == "__main__":
    unittest.main()
