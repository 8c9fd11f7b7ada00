"""Reminders before a window closes, sent once each by the server or by its command; calendars."""

import time
import unittest

from comptes import Atelier, Client
from dossiers import Porteur, contenu

DEBUT, QUATORZE, TROIS = "2024-05-02T12:00:00Z", "2024-05-11T12:00:00Z", "2024-05-22T12:00:00Z"
SUJET = "Votre dossier n'est pas encore déposé"


class Rappels(unittest.TestCase):
    def setUp(self):
        self.atelier = Atelier().demarrer("--horloge", DEBUT)
        self.porteur = Porteur(self.atelier, "porteur@exemple.fr")
        self.dossier = self.porteur.commencer()
        self.porteur.ecrire(self.dossier, contenu(), 1)

    def tearDown(self):
        self.atelier.fermer()

    def rappels(self, attendus, sujet=SUJET):
        for _ in range(100):
            trouves = [m for m in self.atelier.courriels(0) if str(m["Subject"]) == sujet]
            if len(trouves) >= attendus:
                break
            time.sleep(0.05)
        time.sleep(0.6)  # one more round: none comes twice
        return [m for m in self.atelier.courriels(0) if str(m["Subject"]) == sujet]

    def a(self, instant):
        self.atelier.arreter()
        self.atelier.demarrer("--horloge", instant)

    def test_the_server_reminds_once_for_each_day_and_says_what_a_draft_is(self):
        self.assertEqual(self.rappels(0), [])
        self.a(QUATORZE)
        premier = self.rappels(1)
        self.assertEqual(len(premier), 1)
        texte = " ".join(premier[0].get_content().split())
        self.assertTrue(texte.startswith("Bonjour, Un brouillon n'est pas un dépôt"), texte)
        self.assertIn("24 mai 2024 à 23 h 59", texte)
        self.assertIn("/dossiers/", texte)
        self.a(QUATORZE)
        self.assertEqual(len(self.rappels(1)), 1)
        self.a(TROIS)
        self.assertEqual(len(self.rappels(2)), 2)

    def test_the_command_sends_what_the_server_would(self):
        for attendu in ("1 rappel mis en file.", "0 rappel mis en file."):
            fait = self.atelier.commande("rappels", "envoyer", "--horloge", QUATORZE)
            self.assertEqual((fait.returncode, fait.stdout.strip()), (0, attendu), fait.stderr)
        self.assertEqual(len(self.rappels(1)), 1)

    def test_one_chooses_its_days(self):
        lu = self.porteur.lire("/api/compte/rappels").json
        self.assertEqual((lu["jours"], lu["calendrier_cree_le"]), ("14,3,1", None))
        refus = self.porteur.demander("PUT", "/api/compte/rappels", {"jours": "100"})
        self.assertEqual((refus.statut, refus.json["fautes"][0]["chemin"]), (422, "jours"))
        self.assertEqual(self.porteur.demander("PUT", "/api/compte/rappels",
                                               {"jours": ""}).statut, 200)
        self.a(TROIS)
        self.assertEqual(self.rappels(0), [])

    def test_a_member_whose_agreement_is_missing_is_reminded_too(self):
        membre = Porteur(self.atelier, "membre@exemple.fr")
        ej = contenu()["essms"][0].get("finess_ej", "339909996")
        self.porteur.poster(self.dossier + "/membres", finess_ej=ej, courriel="membre@exemple.fr")
        for accord in (True, False):
            fait = membre.demander("POST", self.dossier + "/accords",
                                   {"finess_ej": ej, "accord": accord})
            self.assertEqual(fait.statut, 201, fait.corps)
        self.a(TROIS)
        self.assertEqual(len(self.rappels(1, "Votre accord manque encore")), 1)

    def test_a_calendar_at_an_address_that_is_renewed(self):
        premiere = self.porteur.poster("/api/compte/calendrier").json["adresse"]
        chemin = "/calendrier/" + premiere.rsplit("/", 1)[1]
        anonyme = Client(self.atelier)
        flux = anonyme.lire(chemin)
        self.assertEqual((flux.statut, flux.entetes["content-type"]),
                         (200, "text/calendar; charset=utf-8"))
        self.assertIn("DTSTART:20240524T220000Z\r\n", flux.corps)
        self.assertTrue(flux.corps.startswith("BEGIN:VCALENDAR\r\n"))
        self.assertEqual(self.porteur.poster("/api/compte/calendrier").statut, 201)
        self.assertEqual(anonyme.lire(chemin).statut, 404)
        self.assertEqual(self.porteur.demander("DELETE", "/api/compte/calendrier").statut, 204)
        self.assertEqual(anonyme.lire("/calendrier/x.ics").statut, 404)


if __name__ == "__main__":
    unittest.main()
