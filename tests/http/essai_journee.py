"""A day in small: many accounts at once, two people on the same record, a server killed in the middle. What was acknowledged is
there, whatever happened after."""

import concurrent.futures
import http.client
import os
import re
import signal
import unittest
import uuid

from comptes import BON
from essai_classeur import PNG, en_multipart
from essai_dui import JOUR, Navigateur
from soignants import Soignants

GENS, ACTES = 6, 12
COUPES = (http.client.HTTPException, ConnectionError, OSError)


class Journee(Soignants):
    profession = "infirmier"

    def transmettre(self, navigateur, id, texte="Fait à l'heure."):
        return navigateur.poster("/api/transmissions", id=id, finess_et=self.ici, personne=self.personne, classe="quotidien",
                                 forme="narrative", texte=texte).statut == 201

    def planifier(self, navigateur, id):
        return navigateur.envoyer("/agenda/nouveau", id=id, finess=self.ici, titre="Chant", jour=JOUR, debut="09:00", fin="10:00",
                                  frequence="", classe="quotidien", personnes=self.personne, accepter="oui").statut == 303

    def deposer(self, navigateur, id):
        champs = {"csrf": navigateur.csrf, "id": id, "personne": self.personne, "finess": self.ici, "type": "47420-5",
                  "titre": "Bilan", "date": JOUR}
        corps, genre = en_multipart(champs, [("bilan.png", PNG + id.encode())])
        return navigateur.demander("POST", "/document/nouveau", corps, **{"Content-Type": genre}).statut == 303

    def vivre(self, navigateur, combien, apres=lambda n: None):
        """The ids that were acknowledged."""
        acquis = set()
        for n in range(combien):
            id = uuid.uuid4().hex
            try:
                acte = (self.transmettre, self.planifier, self.transmettre, self.deposer)[n % 4]
                if acte(navigateur, id):
                    acquis.add(id)
                if n % 3 == 0:
                    assert navigateur.lire(f"/personnes/{self.personne}").statut == 200
            except COUPES:
                break
            apres(n)
        return acquis

    def gens(self):
        return [self.entrer() for _ in range(GENS)]

    def verifier(self, acquis):
        la = {id for id, in self.atelier.executer("SELECT DISTINCT id FROM element")}
        self.assertEqual(acquis - la, set())
        octets = {id: trouve for id, genre, trouve in self.atelier.executer(
            "SELECT id, genre, contenu FROM element WHERE genre = 'document'")}
        for id in acquis & octets.keys():
            digest = re.search(r'"sha256":"(\w{64})"', octets[id])[1]
            self.assertTrue([un for un in (self.atelier.chemin / "documents").rglob("*") if un.name.startswith(digest)
                             or digest.endswith(un.name)], id)

    def test_many_at_once_and_nothing_is_lost(self):
        gens = self.gens()
        with concurrent.futures.ThreadPoolExecutor(GENS) as fils:
            acquis = set().union(*fils.map(lambda un: self.vivre(un, ACTES), gens))
        self.assertEqual(len(acquis), GENS * ACTES)
        self.verifier(acquis)
        for id in acquis:
            self.assertEqual(self.atelier.executer("SELECT COUNT(*) FROM element WHERE id = ?", id), [(1,)])
            self.assertTrue(self.actes(id), id)

    def test_killed_in_the_middle_then_started_again(self):
        gens, serveur = self.gens(), self.atelier.serveur
        courriels = [f"q{self.numero - GENS + 1 + rang}@exemple.fr" for rang in range(GENS)]
        tuer = lambda n: n == ACTES // 2 and os.kill(serveur.processus.pid, signal.SIGKILL)
        with concurrent.futures.ThreadPoolExecutor(GENS) as fils:
            taches = [fils.submit(self.vivre, un, 400, tuer if rang == 0 else lambda n: None) for rang, un in enumerate(gens)]
            acquis = set().union(*(une.result() for une in taches))
        serveur.processus.communicate(timeout=10)
        self.assertGreaterEqual(len(acquis), ACTES // 2)
        self.atelier.demarrer()
        self.verifier(acquis)
        revenu = Navigateur(self.atelier)
        self.assertEqual(revenu.connecter(courriels[0], BON).statut, 303)
        for id, in self.atelier.executer("SELECT DISTINCT id FROM element WHERE genre = 'transmission'"):
            if id in acquis:
                self.assertEqual(revenu.lire(f"/api/transmissions/{id}").statut, 200)
        # What was cut is sent again under its id, and written once.
        id = uuid.uuid4().hex
        self.assertTrue(self.transmettre(revenu, id))
        self.transmettre(revenu, id)
        self.assertEqual(len(self.actes(id)), 1)
        self.assertEqual(self.atelier.commande("journal", "verifier").returncode, 0)

    def test_two_people_on_the_same_record_one_is_told_that_the_other_wrote(self):
        un, autre = self.entrer(), self.entrer()
        # Each adds: both are there.
        ids = [uuid.uuid4().hex for _ in range(2)]
        with concurrent.futures.ThreadPoolExecutor(2) as fils:
            self.assertEqual(list(fils.map(self.transmettre, (un, autre), ids)), [True, True])
        # Both change the same event from the same version: one does, the other is told.
        self.assertTrue(self.planifier(un, ids[0][:30] + "aa"))
        chemin = f"/agenda/evenements/{ids[0][:30]}aa/deplacement"
        bouger = lambda qui, heure: qui.envoyer(chemin, le=f"{JOUR}T09:00", version="1", jour=JOUR, heure=heure, fin="23:30",
                                                accepter="oui")
        with concurrent.futures.ThreadPoolExecutor(2) as fils:
            dits = sorted(r.statut for r in fils.map(bouger, (un, autre), ("21:00", "22:00")))
        self.assertEqual(dits, [303, 409])
        # The same id sent by both at once is one transmission.
        id = uuid.uuid4().hex
        with concurrent.futures.ThreadPoolExecutor(2) as fils:
            list(fils.map(self.transmettre, (un, un), (id, id)))
        self.assertEqual(self.atelier.executer("SELECT COUNT(*) FROM element WHERE id = ?", id), [(1,)])


if __name__ == "__main__":
    unittest.main()
