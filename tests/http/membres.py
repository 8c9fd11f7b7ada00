"""What the tests of members share: a dossier of two entities, an invitation, an agreement."""

import re

from comptes import Atelier
from dossiers import OUVERT, Porteur, contenu

UNE, AUTRE = "339909996", "339909988"


def deux_entites(nombre=15, debut=0):
    """A dossier that can be deposited, whose first establishment is of another entity."""
    ecrit = contenu(nombre + debut)
    ecrit["essms"] = ecrit["essms"][debut:]
    for rang, essms in enumerate(ecrit["essms"]):
        essms["finess_ej"] = AUTRE if rang == 0 else UNE
    ecrit.pop("organismes", None)
    return ecrit


def jetons(atelier, courriel):
    """The tokens of the invitations sent to that address, oldest first."""
    return [m[1] for message in atelier.courriels(0)
            if str(message["To"]).strip("<>") == courriel
            for m in re.finditer(r"/invitation\?jeton=([\w-]+)", message.get_content())]


class Grappe:
    """A server with a porteur, a member, and a stranger."""

    def __init__(self, **options):
        self.atelier = Atelier(**options).demarrer("--horloge", OUVERT)
        self.porteur = Porteur(self.atelier, "porteur@exemple.fr")
        self.membre = Porteur(self.atelier, "membre@exemple.fr")
        self.tiers = Porteur(self.atelier, "tiers@exemple.fr")
        self.suivant = 0

    def dossier(self):
        ecrit = deux_entites(15, self.suivant)
        self.suivant += 15
        dossier = self.porteur.commencer()
        assert self.porteur.ecrire(dossier, ecrit, 1).statut == 200
        return dossier, ecrit

    def inviter(self, dossier, courriel="membre@exemple.fr", finess_ej=AUTRE):
        deja = len(jetons(self.atelier, courriel))
        fait = self.porteur.poster(dossier + "/membres", finess_ej=finess_ej, courriel=courriel)
        assert fait.statut == 201, fait.corps
        for _ in range(200):
            tous = jetons(self.atelier, courriel)
            if len(tous) > deja:
                return fait.json, tous[-1]
            import time
            time.sleep(0.05)
        raise AssertionError("no invitation came")

    def accorder(self, client, dossier, finess_ej=AUTRE, accord=True, **corps):
        return client.demander("POST", dossier + "/accords",
                               {"finess_ej": finess_ej, "accord": accord, **corps})

    def fermer(self):
        self.atelier.fermer()
