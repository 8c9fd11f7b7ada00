"""What the tests of committees share: desks, members, receivable dossiers, opinions."""

import unittest

from comptes import Atelier, Client, code_totp
from dossiers import GUICHET, OUVERT, Porteur, contenu

ENVELOPPE = "6909033.00"  # NA-2024


class Guichets(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.atelier = Atelier().demarrer("--horloge", OUVERT)
        cls.porteur = Porteur(cls.atelier, "porteur@exemple.fr")
        cls.voisin = Porteur(cls.atelier, "voisin@exemple.fr")
        cls.ars = cls.guichet("ars", "ars75@exemple.fr", "75")
        cls.corse = cls.guichet("ars", "ars94@exemple.fr", "94")
        cls.national = cls.guichet("national", "national@exemple.fr")
        cls.membre = cls.guichet("comite", "membre1@exemple.fr", "75")
        cls.second = cls.guichet("comite", "membre2@exemple.fr", "75")
        cls.suivant = 0

    @classmethod
    def tearDownClass(cls):
        cls.atelier.fermer()

    @classmethod
    def guichet(cls, role, courriel, region=None, **entetes):
        secret = cls.atelier.guichet(role, courriel, region)
        client = Client(cls.atelier, **entetes)
        assert client.connecter(courriel, code=code_totp(secret)).statut == 201
        return client

    def recevable(self):
        """The id of a receivable dossier; each has establishments of its own."""
        ecrit = contenu(800)
        classe = type(self)
        ecrit["essms"] = ecrit["essms"][classe.suivant:classe.suivant + 15]
        classe.suivant += 15
        dossier = self.porteur.commencer()
        self.assertEqual(self.porteur.ecrire(dossier, ecrit, 1).statut, 200)
        depot = self.porteur.deposer(dossier, GUICHET)
        self.assertEqual(depot.statut, 201, depot.corps)
        self.assertEqual(self.ars.poster(dossier + "/instruction").statut, 201)
        refus = self.ars.poster(dossier + "/recevabilite", issue="recevable", motif="Complet.")
        for faute in refus.json.get("fautes", []):
            fait = self.ars.poster(dossier + "/appreciations", decision="conforme",
                                   regle=faute["chemin"].split("/")[0], motif="Vu par l'agence.")
            self.assertEqual(fait.statut, 201, fait.corps)
        if refus.statut != 201:
            refus = self.ars.poster(dossier + "/recevabilite", issue="recevable", motif="Complet.")
        self.assertEqual((refus.statut, refus.json["statut"]), (201, "recevable"), refus.corps)
        return dossier.rsplit("/", 1)[1]

    def convoquer(self, enveloppe=ENVELOPPE, fenetre="1", **autres):
        cree = self.ars.poster("/api/comites", appel="NA-2024", fenetre=fenetre,
                               tenu_le="2024-06-04", enveloppe=enveloppe, **autres)
        self.assertEqual(cree.statut, 201, cree.corps)
        return "/api/comites/" + cree.json["id"]

    def avis(self, comite, dossier, avis, **autres):
        rendu = self.ars.poster(comite + "/avis", dossier=dossier, avis=avis, **autres)
        self.assertEqual((rendu.statut, rendu.json.get("avis")), (201, avis), rendu.corps)

    def clore(self, comite, sauf=()):
        """An unfavourable opinion on whatever other tests left receivable."""
        for vu in self.ars.lire(comite).json["dossiers"]:
            if vu["dossier"] not in sauf and not vu["avis"]:
                self.avis(comite, vu["dossier"], "defavorable", motif="Hors de ce comité.")

    def statut(self, dossier, client=None):
        return (client or self.porteur).lire("/api/dossiers/" + dossier).json["statut"]

    def probleme(self, reponse, statut, code, chemin=None):
        self.assertEqual((reponse.statut, reponse.json["code"]), (statut, code), reponse.corps)
        if chemin:
            self.assertEqual([f["chemin"] for f in reponse.json["fautes"]], [chemin])
        return reponse.json
