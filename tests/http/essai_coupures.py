"""kill -9 at random points of journeys: nothing acknowledged is lost, nothing is half done."""

import hashlib
import http.client
import os
import random
import signal
import threading
import unittest

from comptes import Atelier, Client
from dossiers import OUVERT, PDF, Porteur, contenu

GRAINE = int(os.environ.get("GRAPPE_GRAINE", "20240524"))
COUPURES = int(os.environ.get("GRAPPE_COUPURES", "24"))
PERDU = (OSError, http.client.HTTPException)


class Coupures(unittest.TestCase):
    def setUp(self):
        self.hasard = random.Random(GRAINE)
        self.atelier = Atelier().demarrer("--horloge", OUVERT)
        self.porteur = Porteur(self.atelier, "porteur@exemple.fr")
        self.essms = contenu(COUPURES * 3)["essms"]
        self.acquis = {}  # what the server acknowledged: dossier → its version, pieces, receipt
        self.recus = 0

    def tearDown(self):
        self.atelier.fermer()

    def parcours(self, rang):
        """A journey of a porteur, noted as it is acknowledged; it ends where the server dies."""
        ecrit = contenu(3)
        ecrit["essms"] = self.essms[3 * rang:3 * rang + 3]
        try:
            dossier = self.porteur.commencer()
            su = self.acquis.setdefault(dossier, {"version": 1, "pieces": {}, "recu": None})
            while True:
                ecrit["solution"]["version"] = str(su["version"])
                fait = self.porteur.ecrire(dossier, ecrit, su["version"])
                self.assertEqual(fait.statut, 200, fait.corps)
                su["version"] = fait.json["version"]
                octets = PDF + self.hasard.randbytes(self.hasard.randrange(300_000))
                jointe = self.porteur.joindre(dossier, octets=octets)
                self.assertEqual(jointe.statut, 201, jointe.corps)
                su["pieces"][jointe.json["id"]] = hashlib.sha256(octets).hexdigest()
                depot = self.porteur.deposer(dossier)
                self.assertEqual(depot.statut, 201, depot.corps)
                su["recu"] = depot.json
                self.recus += 1
        except PERDU:
            pass  # the server died: what was not acknowledged may be there or not

    def couper(self, rang):
        serveur = self.atelier.serveur
        apres = self.hasard.uniform(0.05, 1.2)
        mort = threading.Timer(apres, serveur.processus.kill)
        mort.start()
        self.parcours(rang)
        mort.join()
        serveur.processus.wait(timeout=10)
        for tube in (serveur.processus.stdout, serveur.processus.stderr):
            tube.close()
        self.assertEqual(serveur.processus.returncode, -signal.SIGKILL)
        self.atelier.demarrer("--horloge", OUVERT)

    def verifier_ce_qui_est_acquis(self):
        for dossier, su in self.acquis.items():
            lu = self.porteur.lire(dossier).json
            self.assertGreaterEqual(lu["version"], su["version"])
            presentes = {piece["id"]: piece["sha256"] for piece in lu["pieces"]}
            self.assertLessEqual(su["pieces"].items(), presentes.items())
            for sha256 in presentes.values():
                fichier = self.atelier.chemin / "fichiers" / sha256[:2] / sha256
                self.assertEqual(hashlib.sha256(fichier.read_bytes()).hexdigest(), sha256)
            if su["recu"]:
                recu = su["recu"]
                self.assertEqual(lu["statut"], "depose")
                self.assertEqual(Client(self.atelier).lire(
                    f"/api/recepisses/{recu['numero']}?empreinte={recu['empreinte']}").statut, 200)

    def verifier_les_fichiers(self):
        """After a start, every file has its row."""
        nommes = {sha256 for sha256, in self.atelier.executer("SELECT sha256 FROM piece")}
        self.deposes = {numero for numero, in self.atelier.executer("SELECT numero FROM depot")}
        gardes = {fichier.name for fichier in (self.atelier.chemin / "fichiers").glob("??/*")}
        self.assertEqual(gardes, nommes)
        self.assertEqual(list((self.atelier.chemin / "fichiers/entrants").iterdir()), [])

    def verifier_le_courrier(self):
        """One message for each deposit, neither lost nor twice; one is of the account."""
        messages = self.atelier.courriels(len(self.deposes) + 1, secondes=20)
        sujets = [str(message["Subject"]) for message in messages]
        for numero in self.deposes:
            self.assertEqual(sum(numero in sujet for sujet in sujets), 1, numero)

    def test_nothing_acknowledged_is_lost_and_nothing_is_half_done(self):
        for rang in range(COUPURES):
            self.couper(rang)
            self.verifier_les_fichiers()
            self.verifier_ce_qui_est_acquis()
        self.assertGreater(self.recus, 0, "every journey died before its deposit")
        self.verifier_le_courrier()
        self.assertEqual(self.atelier.commande("journal", "verifier").returncode, 0)


if __name__ == "__main__":
    unittest.main()
