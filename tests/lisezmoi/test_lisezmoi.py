"""The README says what the programs print, to the character: its commands are run and their output compared.

A line "…" stands for lines left out, of any number. What a command shows nothing of has only to succeed."""

import os
import pathlib
import shutil
import subprocess
import tempfile
import unittest

RACINE = pathlib.Path(__file__).resolve().parents[2]
INVITE, COUPURE = "$ ", "…"


def exemples(texte):
    """Every command of a block of code, with the lines that follow it."""
    commandes, dans_un_bloc = [], False
    for ligne in texte.split("\n"):
        if ligne.startswith("```"):
            dans_un_bloc = not dans_un_bloc
        elif dans_un_bloc and ligne.startswith(INVITE):
            commandes.append((ligne.removeprefix(INVITE), []))
        elif dans_un_bloc and commandes:
            commandes[-1][1].append(ligne)
    return commandes


def morceaux(lignes):
    """The lines between the cuts: ["a", "…", "b"] gives [["a"], ["b"]], with [] at an end that is cut."""
    suite = [[]]
    for ligne in lignes:
        if ligne == COUPURE:
            suite.append([])
        else:
            suite[-1].append(ligne)
    return suite


def place_de(morceau, lignes, depuis):
    for debut in range(depuis, len(lignes) - len(morceau) + 1):
        if lignes[debut:debut + len(morceau)] == morceau:
            return debut
    return None


class Lisezmoi(unittest.TestCase):
    def setUp(self):
        self.dossier = pathlib.Path(tempfile.mkdtemp())
        self.addCleanup(shutil.rmtree, self.dossier)
        for nom in ("build", "docs"):
            (self.dossier / nom).symlink_to(RACINE / nom)
        (self.dossier / "var").mkdir()

    def imprime(self, commande):
        fait = subprocess.run(commande, shell=True, cwd=self.dossier, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                              env=os.environ | {"GRAPPE_RACINE": str(RACINE)}, check=False)
        self.assertEqual(fait.returncode, 0, f"{commande}\n{fait.stdout.decode()}")
        return fait.stdout.decode().split("\n")[:-1]

    def comparer(self, commande, dites, imprimees):
        suite, depuis = morceaux(dites), 0
        for rang, morceau in enumerate(suite):
            ou = place_de(morceau, imprimees, depuis)
            self.assertIsNotNone(ou, f"{commande} does not print:\n" + "\n".join(morceau))
            if rang == 0:
                self.assertEqual(ou, 0, f"{commande} prints something before:\n" + "\n".join(morceau))
            depuis = ou + len(morceau)
        if suite[-1]:
            self.assertEqual(imprimees[-len(suite[-1]):], suite[-1], f"{commande} prints something after")

    def test_each_command_prints_what_the_readme_shows(self):
        commandes = exemples((RACINE / "README.md").read_text(encoding="utf-8"))
        self.assertGreater(len(commandes), 5)
        for commande, dites in commandes:
            with self.subTest(commande):
                imprimees = self.imprime(commande)
                if dites:
                    self.comparer(commande, dites, imprimees)


if __name__ == "__main__":
    unittest.main()
