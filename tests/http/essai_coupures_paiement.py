"""kill -9 between any two steps of a publication and of payments: each step is sent again with its key after the
restart, and happens once: ledger, mails, letters, states, orders."""

import collections
import hashlib
import http.client
import os
import random
import signal
import threading
import time
import unittest

import pain_001
from comptes import BON
from dossiers import OUVERT
from paiements import IBAN, SUFFISANTES, Agence

GRAINE = int(os.environ.get("GRAPPE_GRAINE", "20240524"))
COUPURES = int(os.environ.get("GRAPPE_COUPURES", "14"))
PAR_TOUR = 14  # a tour has about forty steps
PERDU = (OSError, http.client.HTTPException)
PASSAGES = ["notifier", "conventionner", "demarrer", "solder"]
LETTRES = ["favorable", "convention", "conventionne", "avance", "solde"]


class Coupures(unittest.TestCase):
    def setUp(self):
        self.hasard = random.Random(GRAINE)
        self.agence = Agence()
        self.atelier = self.agence.atelier
        self.coupures = self.pas = self.repris = 0
        self.dossiers, self.duree = [], 0.03  # seconds that a step takes, as the last ones did

    def tearDown(self):
        self.agence.fermer()

    # ---- a step, and the server that dies during it or after it

    def faire(self, client, chemin, sans_cle=False, **corps):
        """Sent until it is answered, with the same key; what it answered."""
        self.pas += 1
        entetes = {} if sans_cle else {"Idempotency-Key": f"pas-{self.pas}"}
        envoyer = lambda: client.demander("POST", chemin, corps, **entetes)
        mort = self.armer()
        debut, reponse = time.monotonic(), None
        try:
            reponse = envoyer()
            self.duree = 0.8 * self.duree + 0.2 * (time.monotonic() - debut)
        except PERDU:
            self.assertIsNotNone(mort, "the server died by itself")
        if mort:
            mort.join()
            self.relever()
            self.verifier_les_etats()
            if reponse is None or not sans_cle:
                avant, reponse = reponse, envoyer()
                self.repris += avant is None
                if avant:
                    self.assertEqual(reponse.corps, avant.corps)
        self.assertEqual(reponse.statut, 201, (chemin, reponse.corps))
        return reponse.json

    def armer(self):
        """A server that dies some time after now; None: not this time."""
        reste = COUPURES - self.coupures
        if not reste or self.hasard.random() > PAR_TOUR / 34:
            return None
        self.coupures += 1
        mort = threading.Timer(self.hasard.uniform(0, 1.5 * self.duree), self.atelier.serveur.processus.kill)
        mort.start()
        return mort

    def relever(self):
        processus = self.atelier.serveur.processus
        processus.wait(timeout=10)
        for tube in (processus.stdout, processus.stderr):
            tube.close()
        self.assertEqual(processus.returncode, -signal.SIGKILL)
        self.atelier.demarrer("--horloge", OUVERT)

    # ---- the way of the money

    def verser(self, convention, objet):
        demande = self.faire(self.agence.ars, convention + "/versements", objet=objet)
        return self.faire(self.agence.collegue, f"/api/versements/{demande['id']}/validation")["id"]

    def ordonner(self, *versements):
        ordre = self.faire(self.agence.ars, "/api/ordres-paiement", versements=list(versements), mot_de_passe=BON)
        self.assertEqual({un["versement"] for un in ordre["lignes"]}, set(versements))
        return ordre

    def repondre(self, ordre, versement, sort):
        return self.faire(self.agence.ars, f"/api/ordres-paiement/{ordre['id']}/reponses", versement=versement,
                          sort=sort, motif="Compte clos." if sort == "rejete" else "")

    def convenir(self, dossier):
        agence = self.agence
        convention = "/api/conventions/" + self.faire(agence.ars, f"/api/dossiers/{dossier}/convention")["id"]
        self.faire(agence.porteur, convention + "/signatures", partie="porteur", mode="electronique")
        self.faire(agence.ars, convention + "/signatures", partie="ars", mode="electronique")
        # Without a key: what the porteur gives twice is there twice, and the last one counts.
        self.faire(agence.porteur, convention + "/coordonnees-bancaires", sans_cle=True, titulaire="Association",
                   iban=IBAN, mot_de_passe=BON)
        return convention

    def solder(self, convention):
        self.agence.mesurer(convention)
        etat = self.faire(self.agence.porteur, convention + "/etat-depenses", **SUFFISANTES)
        self.faire(self.agence.comptable, f"/api/etats-depenses/{etat['id']}/visa")
        return self.verser(convention, "solde")

    def tour(self):
        """Two dossiers from their committee to their last euro; the bank sends one payment back."""
        dossiers = [self.agence.deposer() for _ in range(2)]
        for dossier in dossiers:
            self.agence.recevoir(dossier)
        comite = self.agence.comite_de(*dossiers)
        publie = self.faire(self.agence.ars, comite + "/notification")
        self.assertEqual({un["dossier"] for un in publie["resultats"]}, set(dossiers))
        self.dossiers += dossiers
        conventions = [self.convenir(dossier) for dossier in dossiers]
        avances = [self.verser(convention, "avance") for convention in conventions]
        ordre = self.ordonner(*avances)
        self.repondre(ordre, avances[0], "execute")
        self.repondre(ordre, avances[1], "rejete")
        reprise = self.verser(conventions[1], "avance")
        self.repondre(self.ordonner(reprise), "", "execute")
        soldes = [self.solder(convention) for convention in conventions]
        self.repondre(self.ordonner(*soldes), "", "execute")

    # ---- what must hold

    def verifier_les_etats(self):
        """After a start: the row of lists, the dossier and its last passage say the same; nothing is half done."""
        executer = self.atelier.executer
        self.assertEqual(executer("SELECT f.dossier FROM fiche f JOIN dossier d ON d.id = f.dossier "
                                  "WHERE f.statut <> d.statut"), [])
        self.assertEqual(executer("SELECT o.id FROM ordre o WHERE 2 <> (SELECT COUNT(*) FROM ordre_fichier f "
                                  "WHERE f.ordre = o.id) OR NOT EXISTS (SELECT 1 FROM ordre_ligne l "
                                  "WHERE l.ordre = o.id)"), [])
        for dossier in self.dossiers:
            soldes = self.agence.soldes(dossier)
            ((verse,),) = executer(
                "SELECT COALESCE(SUM(v.montant), 0) FROM versement v JOIN versement_decision d ON d.versement = v.id "
                "AND d.decision = 'valide' WHERE v.dossier = ? AND NOT EXISTS (SELECT 1 FROM versement_sort s "
                "WHERE s.versement = v.id AND s.sort = 'rejete')", dossier)
            self.assertEqual(soldes["verse"], verse)

    def verifier_le_dossier(self, dossier, renvois):
        executer = self.atelier.executer
        actes = collections.Counter(acte for acte, in executer(
            "SELECT acte FROM dossier_passage WHERE dossier = ?", dossier))
        self.assertEqual({acte: actes[acte] for acte in PASSAGES}, dict.fromkeys(PASSAGES, 1))
        genres = collections.Counter(genre for genre, in executer(
            "SELECT genre FROM lettre WHERE dossier = ?", dossier))
        self.assertEqual({genre: genres[genre] for genre in LETTRES}, dict.fromkeys(LETTRES, 1))
        mouvements = collections.Counter(genre for _, genre, _, _, a_qui, _ in self.agence.livre() if a_qui == dossier)
        self.assertEqual(mouvements, collections.Counter(reserver=1, engager=1, verser=2 + renvois, revenir=renvois))
        soldes = self.agence.soldes(dossier)
        self.assertEqual((soldes["reserve"], soldes["engage"], soldes["libre"]), (0, 0, 0), soldes)
        ((accorde,),) = executer("SELECT SUM(l.usage + l.equipement + l.materiel + l.amoa) FROM convention_ligne l "
                                 "JOIN convention c ON c.id = l.convention WHERE c.dossier = ?", dossier)
        self.assertEqual(soldes["verse"], accorde)

    def verifier_les_ordres(self):
        executer = self.atelier.executer
        numeros = [numero for numero, in executer("SELECT numero FROM ordre ORDER BY numero")]
        self.assertEqual(numeros, list(range(1, len(numeros) + 1)))
        valides = executer("SELECT versement FROM versement_decision WHERE decision = 'valide' ORDER BY versement")
        self.assertEqual(executer("SELECT versement FROM ordre_ligne ORDER BY versement"), valides)
        virements = []
        for id_, in executer("SELECT id FROM ordre"):
            lu = self.agence.ars.lire("/api/ordres-paiement/" + id_).json
            octets = self.agence.ars.lire(f"/api/ordres-paiement/{id_}/ordre.xml").corps.encode()
            self.assertIn(hashlib.sha256(octets).hexdigest(), [un["sha256"] for un in lu["fichiers"]])
            virements += [un[0] for un in pain_001.lire(octets)]
        self.assertEqual(sorted(virements), [un for un, in valides])

    def verifier_le_courrier(self):
        """Each letter has one mail, and each mail was written once."""
        executer = self.atelier.executer
        fin = time.monotonic() + 30
        while executer("SELECT COUNT(*) FROM courrier WHERE etat <> 'envoye'") != [(0,)]:
            self.assertLess(time.monotonic(), fin, "the outbox is not empty")
            time.sleep(0.1)
        ecrits = [f.stem.rsplit("-", 1)[1] for f in (self.atelier.chemin / "courrier").glob("*.eml")]
        self.assertEqual(sorted(ecrits), sorted(un for un, in executer("SELECT id FROM courrier")))
        sujets = collections.Counter(str(m["Subject"]) for m in self.atelier.courriels(0))
        for objet, nombre in executer("SELECT objet, COUNT(*) FROM lettre GROUP BY objet"):
            self.assertEqual(sujets[objet], nombre, objet)
        # What the bank sent back is told to the porteur and to the colleague of who noted it, once each.
        ((rejets,),) = executer("SELECT COUNT(*) FROM versement_sort WHERE sort = 'rejete'")
        self.assertEqual(sum(nombre for objet, nombre in sujets.items() if "rejeté par la banque" in objet),
                         2 * rejets)

    def test_each_step_of_the_money_happens_once(self):
        while self.coupures < COUPURES:
            self.tour()
        self.assertGreater(self.repris, 0, "no server died before its answer")
        for rang, dossier in enumerate(self.dossiers):
            self.verifier_le_dossier(dossier, renvois=rang % 2)
        self.verifier_les_ordres()
        self.verifier_le_courrier()
        self.assertEqual(self.atelier.commande("journal", "verifier").returncode, 0)


if __name__ == "__main__":
    unittest.main()
