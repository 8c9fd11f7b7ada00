"""What the suites of the DUI's everyday pages begin with: a fictitious organisation, carers of each profession."""

import html
import json
import re
import unittest

from comptes import BON
from essai_dui import AtelierDui, Navigateur


class Soignants(unittest.TestCase):
    """Signed-in carers of `ici`, where `personne` lives; `autre` lives at `ailleurs`."""

    profession = None  # of whom a suite signs in without saying it

    @classmethod
    def setUpClass(cls):
        cls.atelier = AtelierDui().demarrer()
        cls.ici, cls.ailleurs = cls.atelier.etablissements[:2]
        cls.personne, cls.autre = (cls.presente(ou) for ou in (cls.ici, cls.ailleurs))
        cls.numero = 0

    @classmethod
    def tearDownClass(cls):
        cls.atelier.fermer()

    @classmethod
    def presente(cls, finess):
        lignes = map(json.loads, (cls.atelier.chemin / "organisation.ndjson").read_text().splitlines())
        return next(une["personne"] for une in lignes if une["type"] == "sejour" and une["finess_et"] == finess
                    and une.get("sortie") is None)

    @classmethod
    def entrer(cls, profession=None, role="professionnel", finess=None):
        """A browser of a new account, signed in; its mail is `q` and the number of the last one."""
        cls.numero += 1
        courriel = f"q{cls.numero}@exemple.fr"
        profession = profession or cls.profession
        mots = ["--profession", profession] if profession else []
        fait = cls.atelier.commande("compte", "creer", "--role", role, "--courriel", courriel, "--finess",
                                    finess or cls.ici, *mots, "--mot-de-passe-stdin", entree=BON + "\n")
        assert fait.returncode == 0, fait.stderr
        navigateur = Navigateur(cls.atelier)
        entre = navigateur.connecter(courriel)
        assert entre.statut == 303, entre.corps
        return navigateur

    def phrases(self, reponse):
        return html.unescape(" ".join(re.findall(r'role="alert"><p>(.*?)</p>', reponse.corps)))

    def actes(self, objet):
        """What the journal says was done to it, in order."""
        return [acte for acte, in self.atelier.executer("SELECT acte FROM journal WHERE detail = ? ORDER BY numero", objet)]
