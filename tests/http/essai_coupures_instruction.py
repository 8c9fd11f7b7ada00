"""kill -9 while a desk examines: what it was told is kept, each act has its letter, each letter one mail."""

import collections
import http.client
import os
import random
import signal
import threading
import time
import unittest

from comptes import Atelier, Client, code_totp
from dossiers import OUVERT, Porteur, contenu

GRAINE = int(os.environ.get("GRAPPE_GRAINE", "20240524"))
COUPURES = int(os.environ.get("GRAPPE_COUPURES", "16"))
PERDU = (OSError, http.client.HTTPException)
# Each letter of a desk: the act, and what counts it in the tables.
LETTRES = {"prise": "SELECT COUNT(*) FROM dossier_passage WHERE acte = 'prendre'",
           "demande": "SELECT COUNT(*) FROM demande",
           "irrecevable": "SELECT COUNT(*) FROM recevabilite WHERE issue = 'irrecevable'",
           "recevable": "SELECT COUNT(*) FROM recevabilite WHERE issue = 'recevable'"}


class Coupures(unittest.TestCase):
    def setUp(self):
        self.hasard = random.Random(GRAINE)
        self.atelier = Atelier().demarrer("--horloge", OUVERT)
        self.porteur = Porteur(self.atelier, "porteur@exemple.fr")
        secret = self.atelier.guichet("ars", "ars75@exemple.fr", "75")
        self.ars = Client(self.atelier)
        self.assertEqual(self.ars.connecter("ars75@exemple.fr", code=code_totp(secret)).statut, 201)
        self.essms = iter(contenu(9990)["essms"])  # no two live dossiers may have the same
        self.modele = contenu(1)
        self.acquis = collections.defaultdict(list)  # act → what the server acknowledged of it

    def tearDown(self):
        self.atelier.fermer()

    def tenir(self, acte, reponse, *quoi):
        self.assertEqual(reponse.statut, 201, reponse.corps)
        self.acquis[acte].append(quoi)
        return reponse.json

    def un_dossier(self):
        """A dossier that goes from its first word to a decision; it ends where the server dies."""
        ecrit = {**self.modele, "essms": [next(self.essms), next(self.essms)]}
        dossier = self.porteur.commencer()
        self.porteur.ecrire(dossier, ecrit, 1)
        piece = self.porteur.joindre(dossier, "DOC-05").json["id"]
        depot = self.porteur.deposer(dossier)
        self.assertEqual(depot.statut, 201, depot.corps)
        court = dossier.rsplit("/", 1)[1]
        self.tenir("prise", self.ars.poster(dossier + "/instruction"), court)
        self.tenir("verdict", self.ars.poster(f"{dossier}/pieces/{piece}/verdict", motif="illisible",
                                              verdict="non_conforme"), court, piece)
        self.tenir("demande", self.ars.poster(dossier + "/demandes", pieces=[piece],
                                              echeance="2024-04-01"), court)
        nouveau = self.porteur.joindre(dossier, "DOC-05", remplace=piece)
        self.assertEqual(nouveau.statut, 201, nouveau.corps)
        nouveau = nouveau.json["id"]
        self.tenir("verdict", self.ars.poster(f"{dossier}/pieces/{nouveau}/verdict",
                                              verdict="conforme"), court, nouveau)
        self.tenir("appreciation", self.ars.poster(dossier + "/appreciations", regle="DOC-01",
                                                   decision="conforme", motif="Vu."), court)
        self.tenir("irrecevable", self.ars.poster(dossier + "/recevabilite", issue="irrecevable",
                                                  motif="Hors champ."), court)

    def parcours(self):
        try:
            while True:
                self.un_dossier()
        except PERDU:
            pass  # the server died: what was not acknowledged may be there or not

    def couper(self):
        processus = self.atelier.serveur.processus
        mort = threading.Timer(self.hasard.uniform(0.1, 1.0), processus.kill)
        mort.start()
        self.parcours()
        mort.join()
        processus.wait(timeout=10)
        for tube in (processus.stdout, processus.stderr):
            tube.close()
        self.assertEqual(processus.returncode, -signal.SIGKILL)
        self.atelier.demarrer("--horloge", OUVERT)

    def verifier_ce_qui_est_acquis(self):
        gardes = {"prise": "SELECT dossier FROM dossier_passage WHERE acte = 'prendre'",
                  "verdict": "SELECT dossier, piece FROM verdict",
                  "demande": "SELECT dossier FROM demande",
                  "appreciation": "SELECT dossier FROM appreciation",
                  "irrecevable": "SELECT dossier FROM recevabilite"}
        for acte, requete in gardes.items():
            self.assertLessEqual(set(self.acquis[acte]), set(self.atelier.executer(requete)), acte)

    def verifier_les_etats(self):
        """The row of lists, the dossier and its last passage say the same."""
        self.assertEqual(self.atelier.executer("SELECT f.dossier FROM fiche f JOIN dossier d ON d.id = f.dossier "
                                   "WHERE f.statut <> d.statut"), [])
        self.assertEqual(self.atelier.executer(
            "SELECT p.dossier FROM dossier_passage p JOIN dossier d ON d.id = p.dossier "
            "WHERE p.apres <> d.statut AND p.numero = (SELECT MAX(q.numero) FROM dossier_passage q "
            "WHERE q.dossier = p.dossier)"), [])

    def verifier_le_courrier(self):
        """Each act has one letter, each letter one mail, and each mail was written once."""
        for genre, requete in LETTRES.items():
            lettres = self.atelier.executer(f"SELECT COUNT(*) FROM lettre WHERE genre = '{genre}'")
            self.assertEqual(lettres, self.atelier.executer(requete), genre)
        fin = time.monotonic() + 30
        while self.atelier.executer("SELECT COUNT(*) FROM courrier WHERE etat <> 'envoye'") != [(0,)]:
            self.assertLess(time.monotonic(), fin, "the outbox is not empty")
            time.sleep(0.1)
        ecrits = [f.stem.rsplit("-", 1)[1] for f in (self.atelier.chemin / "courrier").glob("*.eml")]
        self.assertEqual(sorted(ecrits), sorted(un for (un,) in self.atelier.executer("SELECT id FROM courrier")))
        sujets = collections.Counter(str(m["Subject"]) for m in self.atelier.courriels(0))
        for objet, nombre in self.atelier.executer("SELECT objet, COUNT(*) FROM lettre GROUP BY objet"):
            self.assertEqual(sujets[objet], nombre, objet)

    def test_an_examination_is_kept_act_by_act(self):
        for _ in range(COUPURES):
            self.couper()
            self.verifier_ce_qui_est_acquis()
            self.verifier_les_etats()
        self.assertGreater(len(self.acquis["demande"]), 0, "every journey died before a request")
        self.verifier_le_courrier()
        self.assertEqual(self.atelier.commande("journal", "verifier").returncode, 0)


if __name__ == "__main__":
    unittest.main()
