"""Which mails a person gets: her choice, what is sent all the same, the daily summary."""

import datetime
import time
import unittest

from comptes import Atelier, Client, code_totp
from dossiers import GUICHET, OUVERT, Porteur, contenu


class Courriels(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.atelier = Atelier().demarrer("--horloge", OUVERT)
        cls.porteur = Porteur(cls.atelier, "porteur@exemple.fr")
        secret = cls.atelier.guichet("ars", "ars75@exemple.fr", "75")
        cls.ars = Client(cls.atelier)
        assert cls.ars.connecter("ars75@exemple.fr", code=code_totp(secret)).statut == 201

    @classmethod
    def tearDownClass(cls):
        cls.atelier.fermer()

    def depose(self):
        ecrit = contenu(800)
        Courriels.suivant = getattr(Courriels, "suivant", 0) + 15
        ecrit["essms"] = ecrit["essms"][Courriels.suivant:Courriels.suivant + 15]
        dossier = self.porteur.commencer()
        self.assertEqual(self.porteur.ecrire(dossier, ecrit, 1).statut, 200)
        depot = self.porteur.deposer(dossier, GUICHET)
        self.assertEqual(depot.statut, 201, depot.corps)
        return dossier, depot.json["numero"]

    def sujets(self, numero):
        return [str(m["Subject"]) for m in self.atelier.courriels(0)
                if str(m["To"]).strip("<>") == "porteur@exemple.fr" and numero in m.get_content()
                + str(m["Subject"])]

    def attendre(self, condition, quoi):
        fin = time.monotonic() + 20
        while not condition():
            assert time.monotonic() < fin, quoi
            time.sleep(0.05)

    def choisir(self, regime):
        fait = self.porteur.demander("PUT", "/api/compte/courriels", {"regime": regime})
        self.assertEqual((fait.statut, fait.json["regime"]), (200, regime), fait.corps)

    def test_one_chooses_by_the_api_and_by_the_page(self):
        self.choisir("chaque")
        self.assertEqual(self.porteur.lire("/api/compte/courriels").json,
                         {"regime": "chaque", "regimes": ["chaque", "resume", "actes"]})
        refus = self.porteur.demander("PUT", "/api/compte/courriels", {"regime": "rien"})
        self.assertEqual((refus.statut, refus.json["fautes"][0]["chemin"]), (422, "regime"))
        self.assertEqual(Client(self.atelier).lire("/api/compte/courriels").statut, 401)
        page = self.porteur.lire("/compte/courriels", Accept="text/html")
        self.assertIn('value="chaque" checked', page.corps)
        self.assertIn("Ce qui ne se refuse pas", page.corps)
        forme = {"Content-Type": "application/x-www-form-urlencoded"}
        fait = self.porteur.demander("POST", "/compte/courriels", "regime=actes", **forme)
        self.assertEqual(fait.statut, 200)
        self.assertEqual(self.porteur.lire("/api/compte/courriels").json["regime"], "actes")
        faux = self.porteur.demander("POST", "/compte/courriels", "regime=rien", **forme)
        self.assertEqual(faux.statut, 422)

    def test_news_are_refused_what_asks_for_an_act_comes(self):
        self.choisir("actes")
        dossier, numero = self.depose()
        self.assertEqual(self.ars.poster(dossier + "/instruction").statut, 201)
        self.assertEqual(self.ars.poster(dossier + "/demandes", textes=["Datez."], pieces=[],
                                         echeance="2024-04-01").statut, 201)
        # The receipt proves, the request sets a term: both come. That it was taken is news.
        self.attendre(lambda: len(self.sujets(numero)) >= 2, "the receipt and the request")
        time.sleep(0.5)
        self.assertEqual(len(self.sujets(numero)), 2, self.sujets(numero))

    def test_a_summary_gathers_the_news_of_a_day(self):
        self.choisir("resume")
        numeros = []
        for _ in range(2):
            dossier, numero = self.depose()
            self.assertEqual(self.ars.poster(dossier + "/instruction").statut, 201)
            numeros.append(numero)
        demain = datetime.datetime.now(datetime.timezone.utc) + datetime.timedelta(days=1)
        for _ in range(2):  # the second time there is nothing left
            fait = self.atelier.commande("rappels", "envoyer", "--horloge",
                                         demain.strftime("%Y-%m-%dT%H:%M:%SZ"))
            self.assertEqual(fait.returncode, 0, fait.stderr)
        resumes = lambda: [m for m in self.atelier.courriels(0)
                           if "2 nouvelles" in str(m["Subject"])]
        self.attendre(resumes, "the summary")
        time.sleep(0.5)
        self.assertEqual(len(resumes()), 1)
        texte = " ".join(resumes()[0].get_content().split())
        for numero in numeros:
            self.assertIn(numero, texte)
        self.assertIn("/compte/courriels", texte)


if __name__ == "__main__":
    unittest.main()
