"""kill -9 between any two steps of a publication, of payments and of a recovery: each step is sent again with its key
after the restart, and happens once: ledger, mails, letters, states, orders."""

import collections
import hashlib
import http.client
import os
import random
import signal
import threading
import time
import unittest
from decimal import Decimal

import pain_001
from comptes import BON
from dossiers import OUVERT
from paiements import IBAN, SUFFISANTES, Agence

GRAINE = int(os.environ.get("GRAPPE_GRAINE", "20240524"))
COUPURES = int(os.environ.get("GRAPPE_COUPURES", "14"))
PAR_TOUR = 14  # a tour has about forty steps
PAS = 0.0004  # seconds between the first two points where one act is cut; then they go apart
TROP_TARD = 100  # points that no act outlives
PERDU = (OSError, http.client.HTTPException)
PASSAGES = ["notifier", "conventionner", "demarrer", "solder"]
LETTRES = ["favorable", "convention", "conventionne", "avance", "solde"]


class Coupes(unittest.TestCase):
    """An agency, its server that is killed, and what its mail must say in the end."""

    def setUp(self):
        self.agence = Agence()
        self.atelier = self.agence.atelier

    def tearDown(self):
        self.agence.fermer()

    def relever(self):
        processus = self.atelier.serveur.processus
        processus.wait(timeout=10)
        for tube in (processus.stdout, processus.stderr):
            tube.close()
        self.assertEqual(processus.returncode, -signal.SIGKILL)
        self.atelier.demarrer("--horloge", OUVERT)

    def sujets(self):
        """How many mails have each subject, once all are sent; each was written once, each letter has one."""
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
        return sujets


class Coupures(Coupes):
    def setUp(self):
        super().setUp()
        self.hasard = random.Random(GRAINE)
        self.coupures = self.pas = self.repris = 0
        self.dossiers, self.duree = [], 0.03  # seconds that a step takes, as the last ones did

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
        sujets = self.sujets()
        # What the bank sent back is told to the porteur and to the colleague of who noted it, once each.
        ((rejets,),) = self.atelier.executer("SELECT COUNT(*) FROM versement_sort WHERE sort = 'rejete'")
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


def compter(table, condition="1 = 1"):
    return f"SELECT COUNT(*) FROM {table} WHERE {condition}"


def instant(rang):
    """Of the cut of that rank, in seconds: from nothing to more than a second."""
    return PAS * rang * (1 + rang / 4)


class ActesCoupes(Coupes):
    """One act at a time, cut at every point of its way: before it is received, while it is written, once it is done."""

    actes = 0

    def vu(self, comptes):
        return tuple(nombre for requete in comptes for nombre, in self.atelier.executer(requete))

    def faire(self, client, chemin, comptes, **corps):
        """Sent with one key to a server that dies a little later each time, until it is answered, then once more. After
        each death the rows that `comptes` counts are those of before, or one more each: an act is whole or is not."""
        avant, morts, faite = self.vu(comptes), 0, None
        entier = tuple(nombre + un for nombre, un in zip(avant, comptes.values()))
        self.actes += 1
        cle, reponse = {"Idempotency-Key": f"acte-{self.actes}"}, None
        while reponse is None:
            self.assertLess(morts, TROP_TARD, chemin)
            mort = threading.Timer(instant(morts), self.atelier.serveur.processus.kill)
            mort.start()
            morts += 1
            try:
                reponse = client.demander("POST", chemin, corps, **cle)
            except PERDU:
                pass
            mort.join()
            self.relever()
            vu = self.vu(comptes)
            self.assertIn(vu, {avant, entier} if faite is None else {entier}, (chemin, avant))
            faite = faite or vu == entier or None
        self.assertEqual(reponse.statut, 201, (chemin, reponse.corps))
        self.assertEqual(vu, entier, chemin)
        self.assertEqual(client.demander("POST", chemin, corps, **cle).corps, reponse.corps)
        self.assertEqual(self.vu(comptes), entier, chemin)
        self.assertGreater(morts, 2, chemin)
        return reponse.json

    def en_attente(self):
        """A committee that is for one, against one, and lets one wait: its letters leave as one act."""
        agence, avis = self.agence, ["favorable", "defavorable", "attente"]
        dossiers = [agence.deposer() for _ in avis]
        for dossier in dossiers:
            agence.recevoir(dossier)
        comite = agence.comite_de()
        for dossier, sens in zip(dossiers, avis):
            agence.fait(agence.ars.poster(comite + "/avis", dossier=dossier, avis=sens, motif="Vu.",
                                          **({"rang": 1} if sens == "attente" else {})))
        self.faire(agence.ars, comite + "/notification", {
            compter("comite_resultat"): 3, compter("comite_attente"): 1,
            compter("lettre", "genre IN ('favorable', 'defavorable', 'attente')"): 3,
            compter("dossier_passage", "acte = 'notifier'"): 3,
            compter("mouvement", "genre = 'reserver'"): 1,
            compter("journal", "acte = 'comite.notifier'"): 1})

    def reveiller(self, rendu):
        """A server tells it as it starts: killed a little later each time, it tells it all, once."""
        dits = compter("reveil").replace("COUNT(*)", "COALESCE(SUM(revenu), 0)")
        apres = morts = 0
        while apres < 3:
            self.assertLess(morts, TROP_TARD)
            time.sleep(instant(morts))
            self.atelier.serveur.processus.kill()
            self.relever()
            morts += 1
            ((dit,),) = self.atelier.executer(dits)
            self.assertIn(dit, range(rendu + 1))
            apres += dit == rendu
        return self.atelier.executer(compter("reveil"))[0][0]

    def test_each_act_of_a_recovery_happens_once_or_not_at_all(self):
        agence = self.agence
        dossier, convention, trop = agence.trop_verser()
        total = sum(agence.soldes(dossier).values())
        self.en_attente()
        acte = lambda nom: {compter("journal", f"acte = 'recouvrement.{nom}'"): 1}
        demandes = "courrier", "objet LIKE '%une somme est%'"
        decider = lambda decision, ouvert, lus: self.faire(
            agence.collegue, f"/api/recouvrements/{ouvert['id']}/validation",
            {compter("recouvrement_decision"): 1, **lus}, decision=decision)
        ouvrir = lambda motif: self.faire(agence.ars, convention + "/recouvrements",
                                          {compter("recouvrement"): 1, **acte("ouvrir")}, motif=motif)
        decider("rejete", ouvrir("Mal compté."), {**acte("rejeter"), compter(*demandes): 0})
        ouvert = ouvrir("Deux départs.")
        decider("valide", ouvert, {**acte("valider"), compter(*demandes): 1})
        for montant, reference in ((trop / 3).quantize(Decimal("0.01")), "V1"), (None, "V2"):
            rendu = self.faire(
                agence.ars, f"/api/recouvrements/{ouvert['id']}/retours",
                {compter("recouvrement_retour"): 1, compter("mouvement", "genre = 'recouvrer'"): 1, **acte("rendre")},
                montant=str(montant or rendu["reste"]), recu_le="2024-02-29", reference=reference)
        self.assertEqual(rendu["reste"], "0.00")
        soldes = agence.soldes(dossier)
        self.assertEqual(sum(soldes.values()), total)
        self.assertEqual(soldes["verse"], int(Decimal(agence.ars.lire(convention).json["accorde"]) * 100))
        reveils = self.reveiller(int(trop * 100))
        sujets = self.sujets()
        dits = lambda mots: sum(nombre for objet, nombre in sujets.items() if mots in objet)
        self.assertEqual(dits("une somme est à rendre"), 1)
        self.assertEqual(dits("reviennent"), 2 * reveils)  # both people of the desk
        self.assertEqual(self.atelier.commande("journal", "verifier").returncode, 0)


if __name__ == "__main__":
    unittest.main()
