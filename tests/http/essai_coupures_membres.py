"""kill -9 while members are invited, agree, see their part deposited and changed: rows, mails and journal
agree."""

import http.client
import os
import random
import signal
import threading
import time
import unittest

from dossiers import OUVERT
from membres import AUTRE, Grappe, deux_entites

GRAINE = int(os.environ.get("GRAPPE_GRAINE", "20240524"))
COUPURES = int(os.environ.get("GRAPPE_COUPURES", "10"))
PERDU = (OSError, http.client.HTTPException)
SUJETS = {"Vous êtes invité dans une grappe ESMS numérique": "SELECT COUNT(*) FROM invitation",
          "Un membre a rejoint votre dossier":
              "SELECT COUNT(*) FROM membre WHERE accepte_le IS NOT NULL",
          "Un membre a donné son accord": "SELECT COUNT(*) FROM accord",
          "Votre part a changé\u00a0: votre accord est à redonner":
              "SELECT COUNT(*) FROM accord WHERE fin = 'part_changee'"}


class Coupures(unittest.TestCase):
    def setUp(self):
        self.hasard = random.Random(GRAINE)
        self.grappe = Grappe()
        self.suivant = 0
        self.acquis = []  # (dossier, digest) of acknowledged agreements that nothing ended

    def tearDown(self):
        self.grappe.fermer()

    def parcours(self):
        # Each journey its own establishments: those deposited are taken.
        self.suivant += 3
        ecrit, porteur = deux_entites(3, self.suivant), self.grappe.porteur
        try:
            dossier = porteur.commencer()
            porteur.ecrire(dossier, ecrit, 1)
            fait = porteur.poster(dossier + "/membres", finess_ej=AUTRE,
                                  courriel="membre@exemple.fr")
            self.assertEqual(fait.statut, 201, fait.corps)
            for version in range(2, 1000):
                accord = self.grappe.accorder(self.grappe.membre, dossier)
                self.assertEqual(accord.statut, 201, accord.corps)
                self.acquis.append((dossier, accord.json["empreinte"]))
                depot = porteur.deposer(dossier)
                self.assertEqual(depot.statut, 201, depot.corps)
                ecrit["essms"][0]["devis_materiel"] = f"{version}.00"
                change = porteur.ecrire(dossier, ecrit, version)
                self.assertEqual(change.statut, 200, change.corps)
        except PERDU:
            pass

    def couper(self):
        processus = self.grappe.atelier.serveur.processus
        mort = threading.Timer(self.hasard.uniform(0.1, 0.9), processus.kill)
        mort.start()
        self.parcours()
        mort.join()
        processus.wait(timeout=10)
        for tube in (processus.stdout, processus.stderr):
            tube.close()
        self.assertEqual(processus.returncode, -signal.SIGKILL)
        self.grappe.atelier.demarrer("--horloge", OUVERT)

    def compter(self, requete):
        return self.grappe.atelier.executer(requete)[0][0]

    def test_no_agreement_is_lost_and_each_mail_has_its_row(self):
        for _ in range(COUPURES):
            self.couper()
        self.assertGreater(len(self.acquis), 0, "every journey died before an agreement")
        gardes = {(f"/api/dossiers/{d}", e) for d, e in self.grappe.atelier.executer(
            "SELECT m.dossier, a.empreinte FROM accord a JOIN membre m ON m.id = a.membre")}
        self.assertLessEqual(set(self.acquis), gardes)
        fin = time.monotonic() + 30
        while self.compter("SELECT COUNT(*) FROM courrier WHERE etat <> 'envoye'"):
            self.assertLess(time.monotonic(), fin, "the outbox is not empty")
            time.sleep(0.1)
        sujets = [str(message["Subject"]) for message in self.grappe.atelier.courriels(0)]
        for sujet, requete in SUJETS.items():
            self.assertEqual(sujets.count(sujet), self.compter(requete), sujet)
        # One mail of each deposit to the member whose part it holds, whatever was cut.
        deposes = [f"Le dossier de votre grappe est déposé\u00a0: {numero}"
                   for numero, in self.grappe.atelier.executer("SELECT numero FROM depot")]
        self.assertEqual(sorted(un for un in sujets if un.startswith("Le dossier de votre grappe")),
                         sorted(deposes))
        self.assertGreater(len(deposes), 0)
        self.assertEqual(self.grappe.atelier.commande("journal", "verifier").returncode, 0)


if __name__ == "__main__":
    unittest.main()
