"""Pieces under a real clamd: a known signature is refused and kept nowhere, nothing is readable
while the antivirus is silent, and a clean file passes. Its base of signatures is made here."""

import contextlib
import json
import pathlib
import socket
import subprocess
import tempfile
import time
import unittest

from client import attendre
from comptes import Atelier
from dossiers import OUVERT, PDF, Porteur, contenu

SIGNE = b"GRAPPE-ESSAI-DE-SIGNATURE"


class Clamd:
    def __init__(self):
        self.dossier = tempfile.TemporaryDirectory(prefix="grappe-clamd-")
        chemin = pathlib.Path(self.dossier.name)
        (chemin / "base").mkdir()
        (chemin / "base/essai.ndb").write_text(f"Essai.Grappe:0:*:{SIGNE.hex()}\n")
        self.prise = chemin / "prise"
        (chemin / "clamd.conf").write_text(
            f"Foreground yes\nLocalSocket {self.prise}\nDatabaseDirectory {chemin}/base\n"
            f"LogFile {chemin}/journal\n")
        self.commande = ["clamd", "-c", str(chemin / "clamd.conf")]
        self.demarrer()

    def demarrer(self):
        self.processus = subprocess.Popen(self.commande, stdout=subprocess.DEVNULL,
                                          stderr=subprocess.DEVNULL)
        fin = time.monotonic() + 60
        while not self.repond():
            if self.processus.poll() is not None or time.monotonic() > fin:
                raise AssertionError((pathlib.Path(self.dossier.name) / "journal").read_text())
            time.sleep(0.05)

    def repond(self):
        """Its socket has a name before it listens."""
        with socket.socket(socket.AF_UNIX) as prise, contextlib.suppress(OSError):
            prise.connect(str(self.prise))
            prise.sendall(b"zPING\0")
            return prise.recv(16).startswith(b"PONG")
        return False

    def arreter(self):
        self.processus.terminate()
        self.processus.wait(30)
        self.prise.unlink(missing_ok=True)

    def fermer(self):
        self.arreter()
        self.dossier.cleanup()


class Pieces(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.clamd = Clamd()
        cls.atelier = Atelier().demarrer("--horloge", OUVERT, "--antivirus",
                                         f"unix:{cls.clamd.prise}")
        cls.porteur = Porteur(cls.atelier, "porteur@essai.test")
        cls.dossier = cls.porteur.commencer()
        cls.porteur.ecrire(cls.dossier, contenu(), 1)

    @classmethod
    def tearDownClass(cls):
        cls.atelier.fermer()
        cls.clamd.fermer()

    def gardees(self):
        """How many files are on the disk, and how many pieces the dossier names. What was being
        received goes once its request has ended, a moment after the answer."""
        fichiers = self.atelier.chemin / "fichiers"
        self.assertTrue(attendre(lambda: not any((fichiers / "entrants").iterdir()), 20))
        pieces = json.loads(self.porteur.demander("GET", self.dossier).corps)["pieces"]
        return len([f for f in fichiers.rglob("*") if f.is_file() and f.stat().st_size > 0]), len(pieces)

    def test_a_clean_file_passes_and_a_signed_one_is_kept_nowhere(self):
        avant = self.gardees()
        bonne = self.porteur.joindre(self.dossier, octets=PDF + b"% propre\n")
        self.assertEqual(bonne.statut, 201, bonne.corps)
        entre = self.gardees()
        self.assertEqual(entre, (avant[0] + 1, avant[1] + 1))
        mauvaise = self.porteur.joindre(self.dossier, octets=PDF + b"% " + SIGNE + b"\n")
        self.assertEqual((mauvaise.statut, mauvaise.json["code"]), (415, "antivirus.virus"))
        self.assertEqual(self.gardees(), entre)

    def test_a_signature_across_two_blocks_is_found_too(self):
        octets = PDF + b"%" * (65536 - len(PDF) - 7) + SIGNE
        refusee = self.porteur.joindre(self.dossier, octets=octets)
        self.assertEqual((refusee.statut, refusee.json["code"]), (415, "antivirus.virus"))

    def test_without_verdict_no_file(self):
        avant = self.gardees()
        self.clamd.arreter()
        try:
            refusee = self.porteur.joindre(self.dossier, octets=PDF + b"% seul\n")
            self.assertEqual((refusee.statut, refusee.json["code"]), (503, "antivirus.muet"))
            self.assertEqual(self.gardees(), avant)
        finally:
            self.clamd.demarrer()
        self.assertEqual(self.porteur.joindre(self.dossier, octets=PDF + b"% seul\n").statut, 201)


if __name__ == "__main__":
    unittest.main()
