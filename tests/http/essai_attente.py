"""The waiting list by its API: ranks, letters, money that returns and kill -9 while the desk is told."""

import random
import subprocess
import time
import unittest
from decimal import Decimal

from comites import Guichets
from comptes import PORTAIL
from dossiers import OUVERT

PLUS_TARD = "2024-03-02T12:00:00Z"
COUPURES = 12


class Attente(Guichets):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.guichet("ars", "collegue75@exemple.fr", "75")

    def listes(self, client=None):
        lu = (client or self.ars).lire("/api/attente")
        self.assertEqual(lu.statut, 200, lu.corps)
        return lu.json["listes"]

    def publier(self, comite):
        publie = self.ars.poster(comite + "/notification")
        self.assertEqual(publie.statut, 201, publie.corps)
        return {r["dossier"]: r for r in publie.json["resultats"]}

    def en_attente(self):
        """One retained, two that wait in this order; the committee is published."""
        retenu, premier, second = (self.recevable() for _ in range(3))
        comite = self.convoquer()
        self.avis(comite, retenu, "favorable")
        self.avis(comite, premier, "attente", rang=1, motif="Enveloppe insuffisante.")
        self.avis(comite, second, "attente", rang=2, motif="Enveloppe insuffisante.")
        self.clore(comite, sauf=(retenu, premier, second))
        return comite, retenu, premier, second, self.publier(comite)

    def avertis(self):
        """Desks told by mail, once the postman has passed."""
        plis = [m for m in self.atelier.courriels(0) if "reviennent" in str(m["Subject"])]
        return sorted(str(m["To"]).strip("<>") for m in plis), plis

    def rappeler(self, tue_apres=None):
        commande = subprocess.Popen([PORTAIL, "rappels", "envoyer", *self.atelier.options, "--horloge", OUVERT],
                                    stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        if tue_apres is not None:
            time.sleep(tue_apres)
            commande.kill()
        commande.communicate(timeout=60)
        return commande.returncode

    def test_money_returns_and_a_committee_decides(self):
        # What a rank may be.
        seul, autre = self.recevable(), self.recevable()
        comite = self.convoquer()
        for corps, statut, code in (({"avis": "attente", "motif": "M."}, 422, "comite.rang"),
                                    ({"avis": "attente", "motif": "M.", "rang": 0}, 422, "comite.rang"),
                                    ({"avis": "attente", "motif": "M.", "rang": "un"}, 422, "comite.rang"),
                                    ({"avis": "favorable", "rang": 1}, 422, "comite.rang_sans_attente")):
            self.probleme(self.ars.poster(comite + "/avis", dossier=seul, **corps), statut, code, "rang")
        self.avis(comite, seul, "attente", rang=3, motif="M.")
        pris = self.probleme(self.ars.poster(comite + "/avis", dossier=autre, avis="attente", rang=3,
                                             motif="M."), 409, "comite.rang_pris", "rang")
        self.assertIn("après tous les autres\u00a0: 4", pris["title"])
        for dossier in (seul, autre):
            self.avis(comite, dossier, "defavorable", motif="Essai.")
        self.clore(comite)
        self.publier(comite)

        # Published as one act: the state has no word for it, the answer and the letter do.
        comite, retenu, premier, second, resultats = self.en_attente()
        self.assertEqual((resultats[premier]["avis"], resultats[premier]["rang"]), ("attente", 1))
        dit = self.porteur.lire("/api/dossiers/" + second).json
        self.assertEqual(dit["statut"], "recevable")
        self.assertEqual([(r["avis"], r["rang"]) for r in dit["resultats"]], [("attente", 2)])
        self.assertEqual(self.listes(self.corse), [])
        self.probleme(self.membre.lire("/api/attente"), 403, "acces.refuse")
        (liste,) = self.listes()
        self.assertEqual([(d["dossier"], d["rang"], d["sort"]) for d in liste["dossiers"]],
                         [(premier, 1, "tient"), (second, 2, "tient")])
        self.assertEqual(liste["reveils"], [])

        # Money leaves for another desk, all but what the second needs; then it comes back.
        un = Decimal(liste["dossiers"][0]["montant"])
        cede = str(Decimal(liste["libre"]) - un + Decimal("0.01"))
        mouvements = "/api/enveloppes/NA-2024/mouvements"
        parti = self.ars.poster(mouvements, genre="ceder", montant=cede, vers="94", motif="Besoin.")
        self.assertEqual(parti.statut, 201, parti.corps)
        self.assertEqual(self.rappeler(), 0)
        self.assertEqual(self.avertis()[0], [])
        (liste,) = self.listes()
        self.assertEqual((liste["arret"], liste["cout"]), ({"dossier": premier, "manque": "0.01"}, "0.00"))
        self.assertEqual(self.porteur.poster(f"/api/dossiers/{retenu}/retrait", motif="Abandon.").statut, 201)

        # Killed at any instant, the command tells it once.
        debut = time.monotonic()
        hasard = random.Random(OUVERT)
        self.assertEqual(self.rappeler(tue_apres=0.01), -9)
        for _ in range(COUPURES):
            self.rappeler(tue_apres=hasard.uniform(0.02, 1.2))
        for _ in range(2):
            self.assertEqual(self.rappeler(), 0)
        self.assertLess(time.monotonic() - debut, 120)
        agents = ["ars75@exemple.fr", "collegue75@exemple.fr"]
        fin = time.monotonic() + 20
        while len(self.avertis()[0]) < len(agents) and time.monotonic() < fin:
            time.sleep(0.1)
        time.sleep(1)
        qui, plis = self.avertis()
        self.assertEqual(qui, agents)
        texte = " ".join(plis[0].get_content().split())
        self.assertIn("rang 1 : ", texte)
        self.assertIn("Rien n'est décidé", texte)
        (liste,) = self.listes()
        self.assertEqual(len(liste["reveils"]), 1)
        self.assertEqual([d["dossier"] for d in liste["reveils"][0]["dossiers"]], [premier])
        self.assertEqual(liste["cout"], str(un))

        # What the desk opens itself tells it nothing.
        ouvert = self.ars.poster(mouvements, genre="ouvrir", montant="1000000.00", motif="Dotation.")
        self.assertEqual(ouvert.statut, 201, ouvert.corps)
        self.assertEqual(self.rappeler(), 0)
        self.assertEqual(len(self.listes()[0]["reveils"]), 1)

        # A committee alone decides; who passes over a rank says why, and the minutes keep it.
        self.atelier.arreter()
        self.atelier.demarrer("--horloge", PLUS_TARD)
        comite = self.convoquer()
        vus = {d["dossier"]: d["attente"] for d in self.ars.lire(comite).json["dossiers"]}
        self.assertEqual([vus[d]["rang"] for d in (premier, second)], [1, 2])
        self.avis(comite, second, "favorable")
        self.avis(comite, premier, "attente", rang=1, motif="Pièces à rafraîchir.")
        refus = self.probleme(self.ars.poster(comite + "/notification"), 409, "comite.empeche")
        self.assertEqual([(f["code"], f.get("chemin")) for f in refus["fautes"]],
                         [("comite.rang_saute", second)])
        self.avis(comite, second, "favorable", motif="Seul prêt à démarrer.")
        self.assertIn("Il passe avant le dossier",
                      " ".join(self.ars.lire(comite + "/proces-verbal").json["paragraphes"]))
        self.publier(comite)
        self.assertEqual((self.statut(second), self.statut(premier)), ("notifie", "recevable"))
        (liste,) = self.listes()
        self.assertEqual([d["dossier"] for d in liste["dossiers"]], [premier])


if __name__ == "__main__":
    unittest.main()
