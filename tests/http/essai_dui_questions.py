"""How many questions the pages of agendas put to the database: as many whatever was planned, and whatever years went by (on
PostgreSQL, whose log names each statement)."""

import collections
import unittest
import uuid

from bases import SUR_POSTGRES
from essai_dui import JOUR, AtelierDui
from essai_questions import journal_de, posees_pendant
from soignants import Soignants


@unittest.skipUnless(SUR_POSTGRES, "the log of PostgreSQL")
class Questions(Soignants):
    profession = "educateur"

    @classmethod
    def setUpClass(cls):
        cls.atelier = AtelierDui()
        cls.journal = journal_de(cls.atelier)
        cls.atelier.demarrer()
        cls.ici, cls.ailleurs = cls.atelier.etablissements[:2]
        cls.personne = cls.presente(cls.ici)
        cls.numero = 0

    def planifier(self, navigateur, titre, jour, **champs):
        fait = navigateur.envoyer("/agenda/nouveau", id=uuid.uuid4().hex, finess=self.ici, titre=titre, jour=jour, debut="09:00",
                                  fin="10:00", classe="quotidien", personnes=self.personne, accepter="oui",
                                  **{"frequence": "", **champs})
        self.assertEqual(fait.statut, 303, fait.corps)

    def posees(self, navigateur, chemin):
        posees = posees_pendant(self.journal, lambda: self.assertEqual(navigateur.lire(chemin).statut, 200, chemin))
        # The upkeep of the server asks too, on other connections.
        return collections.Counter(nom for noms in posees.values() if "session.retrouver" in noms for nom in noms)

    def test_an_import_tells_the_planner_of_what_it_wrote(self):
        atelier = AtelierDui()
        self.assertGreater(atelier.executer("SELECT COUNT(*) FROM pg_stats WHERE tablename = 'fait'")[0][0], 0)
        atelier.sienne.effacer()

    def test_a_week_is_read_by_as_many_questions_whatever_was_planned(self):
        navigateur = self.entrer()
        chemins = (f"/agenda?finess={self.ici}", f"/agenda/personne/{self.personne}")
        self.planifier(navigateur, "Premier", JOUR)
        for chemin in chemins:
            navigateur.lire(chemin)
        avant = [self.posees(navigateur, chemin) for chemin in chemins]
        for n in range(12):
            self.planifier(navigateur, f"Série {n}", "2024-01-01", frequence="semaine", jours="MO", nombre="60")
            self.planifier(navigateur, f"Une fois {n}", f"2024-{n % 9 + 1:02}-{n + 10}")
            self.planifier(navigateur, f"Ce jour {n}", JOUR)
        for chemin, une in zip(chemins, avant):
            self.assertEqual(self.posees(navigateur, chemin), une, chemin)
            self.assertLessEqual(sum(une.values()), 20, une)


if __name__ == "__main__":
    unittest.main()
