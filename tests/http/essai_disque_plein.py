"""No room on the disk: a clear refusal, nothing half written, then normal service once there is room.

A limit on the size of files stands for a full disk where no file system can be mounted; with a
mounted one (root), it is a real one that is filled."""

import contextlib
import os
import pathlib
import resource
import subprocess
import tempfile
import unittest

from bases import SUR_POSTGRES, base_a
from client import attendre
from comptes import Atelier, Client
from dossiers import OUVERT, PDF, Porteur, contenu

GROS = PDF + bytes(300_000)
PLEIN = (507, "http.stockage_plein")


@unittest.skipIf(SUR_POSTGRES, "the files of a server that the test does not own")
class DisquePlein(unittest.TestCase):
    def ouvrir(self, dossier=None):
        self.atelier = Atelier()
        if dossier:
            self.atelier.chemin = pathlib.Path(dossier)
            self.atelier.sienne = base_a(f"sqlite:{dossier}/portail.sqlite")
            self.atelier.base = self.atelier.sienne.url
            self.atelier.options = ["--base", self.atelier.base, "--donnees", dossier,
                                    "--cle", f"{dossier}/cle"]
        self.atelier.demarrer("--horloge", OUVERT)
        self.porteur = Porteur(self.atelier, "porteur@exemple.fr")
        self.dossier = self.porteur.commencer()
        self.ecrit = contenu(15)
        self.assertEqual(self.porteur.ecrire(self.dossier, self.ecrit, 1).statut, 200)
        self.version = 2

    def entree(self, reponse):
        return reponse.statut, reponse.json["code"]

    def lignes(self):
        return [self.atelier.executer(f"SELECT COUNT(*) FROM {table}")[0][0]
                for table in ("dossier_version", "piece", "journal", "courrier", "compte")]

    def fichiers(self):
        return sorted(f.name for f in (self.atelier.chemin / "fichiers").glob("??/*"))

    def ecrire_jusqu_au_refus(self):
        """What is acknowledged is kept; the first refusal keeps nothing of its write."""
        self.ecrit["porteur"]["raison_sociale"] = "Association " + "fictive " * 2000
        for essai in range(2000):
            self.ecrit["solution"]["version"] = str(essai)
            fait = self.porteur.ecrire(self.dossier, self.ecrit, self.version)
            if fait.statut != 200:
                break
            self.version = fait.json["version"]
        self.assertEqual(self.entree(fait), PLEIN)
        self.assertIn("plus de place", fait.json["title"])
        avant = self.lignes(), self.fichiers()
        self.assertEqual(self.entree(self.porteur.joindre(self.dossier, octets=GROS)), PLEIN)
        self.assertEqual(self.porteur.lire(self.dossier).json["version"], self.version)
        self.assertEqual((self.lignes(), self.fichiers()), avant)
        self.assertEqual(list((self.atelier.chemin / "fichiers/entrants").iterdir()), [])

    def ecrire_de_nouveau(self):
        fait = self.porteur.ecrire(self.dossier, self.ecrit, self.version)
        self.assertEqual((fait.statut, fait.json["version"]), (200, self.version + 1))
        self.assertEqual(self.porteur.joindre(self.dossier, octets=GROS).statut, 201)
        depot = self.porteur.deposer(self.dossier)
        self.assertEqual(depot.statut, 201, depot.corps)
        self.assertTrue(attendre(lambda: any(depot.json["numero"] in str(m["Subject"])
                                             for m in self.atelier.courriels(0)), 20))
        self.assertEqual(self.atelier.commande("journal", "verifier").returncode, 0)
        self.atelier.arreter()
        self.assertEqual(self.atelier.executer("PRAGMA integrity_check"), [("ok",)])

    def test_files_that_may_not_grow(self):
        self.ouvrir()
        limite = lambda octets: resource.prlimit(  # noqa: E731
            self.atelier.serveur.processus.pid, resource.RLIMIT_FSIZE,
            (octets, resource.RLIM_INFINITY))
        limite(4096)
        self.ecrire_jusqu_au_refus()
        self.assertEqual(self.version, 2)
        inscription = Client(self.atelier).poster(
            "/api/comptes", courriel="autre@exemple.fr", nom="Exemple", prenom="Alix",
            mot_de_passe="une phrase de passe")
        self.assertEqual(self.entree(inscription), PLEIN)
        limite(resource.RLIM_INFINITY)
        self.ecrire_de_nouveau()
        self.atelier.dossier.cleanup()

    @unittest.skipUnless(os.geteuid() == 0, "only root mounts a file system")
    def test_a_disk_that_is_full(self):
        with tempfile.TemporaryDirectory(prefix="grappe-plein-") as dossier:
            monte = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=32m", "tmpfs", dossier],
                                   capture_output=True)
            if monte.returncode != 0:
                self.skipTest("no file system can be mounted here")
            try:
                self.ouvrir(dossier)
                bourre = pathlib.Path(dossier) / "bourre"
                with bourre.open("wb", buffering=0) as fichier:
                    for taille in (65536, 4096, 1):
                        with contextlib.suppress(OSError):
                            while fichier.write(bytes(taille)):
                                pass
                self.ecrire_jusqu_au_refus()
                bourre.unlink()
                self.ecrire_de_nouveau()
            finally:
                self.atelier.abandonner()
                subprocess.run(["umount", "-l", dossier], check=True)


if __name__ == "__main__":
    unittest.main()
