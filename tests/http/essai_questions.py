"""How many questions a list puts to the database: at most ten, page and API (on PostgreSQL, whose
log names each statement with its connection)."""

import collections
import pathlib
import re
import unittest

from bases import SUR_POSTGRES
from comptes import Atelier, Client, code_totp

AU_PLUS = 10
LISTES = ["/bureau", "/bureau?statut=depose", "/bureau?q=tilleuls&tri=essms", "/bureau?page=40",
          "/api/dossiers?guichet=75&statut=depose", "/api/dossiers?q=339900003",
          "/api/dossiers?q=tilleuls+essms:>20&tri=subvention", "/api/dossiers?page=100"]


def journal_de(atelier):
    """Where PostgreSQL writes each statement of that database from now on."""
    atelier.executer(f"ALTER DATABASE {atelier.sienne.nom} SET log_statement = 'all'")
    return pathlib.Path(atelier.base.rsplit("host=", 1)[1]) / "base/serveur.log"


def posees_pendant(journal, acte):
    """The names of the statements of each connection while `acte` was done."""
    debut = journal.stat().st_size
    acte()
    with journal.open() as fichier:
        fichier.seek(debut)
        ecrit = fichier.read()
    posees = collections.defaultdict(list)
    for connexion, nom in re.findall(r"\[(\d+)\] LOG:  execute ([\w.]+):", ecrit):
        posees[connexion].append(nom)
    return posees


@unittest.skipUnless(SUR_POSTGRES, "the log of PostgreSQL")
class Questions(unittest.TestCase):
    def test_a_list_asks_at_most_ten_questions(self):
        atelier = Atelier()
        journal = journal_de(atelier)
        atelier.demarrer()
        secret = atelier.guichet("ars", "questions@exemple.fr", "75")
        client = Client(atelier)
        self.assertEqual(client.connecter("questions@exemple.fr", code=code_totp(secret)).statut, 201)
        for adresse in LISTES:
            lire = lambda: self.assertEqual(client.lire(adresse, Accept="text/html").statut, 200, adresse)
            posees = posees_pendant(journal, lire)
            de_la_liste = [noms for noms in posees.values() if "session.retrouver" in noms]
            self.assertEqual(len(de_la_liste), 1, posees)  # one connection answers one request
            self.assertEqual(de_la_liste[0].count("session.retrouver"), 1, "read once")
            self.assertLessEqual(len(de_la_liste[0]), AU_PLUS, de_la_liste[0])
        atelier.fermer()


if __name__ == "__main__":
    unittest.main()
