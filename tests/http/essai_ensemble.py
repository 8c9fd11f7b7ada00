"""Two people at every write path of committee, agreement and payment, at the same instant: what happens once happens once,
and the other is told; what is kept of both is kept, with its author; no euro is lost nor counted twice."""

import threading
import unittest
from decimal import Decimal

from comptes import BON, Client
from paiements import AUTRE_IBAN, IBAN, SUFFISANTES, Agence

FOIS = 3  # each meeting is tried on as many dossiers


def ensemble(*gestes):
    """What each was answered, all sent at the same instant, in the order of their statuses."""
    barriere, reponses = threading.Barrier(len(gestes)), [None] * len(gestes)

    def un(rang, geste):
        barriere.wait(10)
        reponses[rang] = geste()
    fils = [threading.Thread(target=un, args=(rang, geste)) for rang, geste in enumerate(gestes)]
    for fil in fils:
        fil.start()
    for fil in fils:
        fil.join()
    return sorted(reponses, key=lambda reponse: reponse.statut)


class Ensemble(unittest.TestCase):
    def setUp(self):
        self.agence = Agence(gens=("ars", "collegue", "comptable"))
        self.ars, self.collegue, self.porteur = self.agence.ars, self.agence.collegue, self.agence.porteur
        self.porteur_bis, self.comptable_bis, self.collegue_bis, self.ars_bis = (
            self.meme_personne(un) for un in (self.porteur, self.agence.comptable, self.collegue, self.ars))

    def tearDown(self):
        self.agence.fermer()

    def meme_personne(self, client):
        """Her other window."""
        autre = Client(self.agence.atelier)
        autre.cookie, autre.csrf = client.cookie, client.csrf
        return autre

    def une_fois(self, chemin, *qui, corps=None, statuts=(201, 409), entetes=None):
        """Both send it; one does it. What that one was answered."""
        fait, refuse = ensemble(*(lambda un=un: un.demander("POST", chemin, corps or {}, **(entetes or {})) for un in qui))
        self.assertEqual(fait.statut, statuts[0], (chemin, fait.corps))
        self.assertIn(refuse.statut, statuts[1:], (chemin, refuse.corps))
        self.assertTrue(refuse.json["title"].endswith("."), refuse.corps)
        return fait.json

    def les_deux(self, chemin, *qui_et_corps):
        reponses = ensemble(*(lambda un=un, corps=corps: un.demander("POST", chemin, corps) for un, corps in qui_et_corps))
        self.assertEqual([une.statut for une in reponses], [201] * len(reponses), [une.corps for une in reponses])
        return [une.json for une in reponses]

    def verifier_le_livre(self):
        """Each account holds what its moves say, and none is below nothing."""
        soldes = {}
        for _, _, de, vers, dossier, montant in self.agence.livre():
            for compte, sens in ((de, -1), (vers, 1)):
                cle = (compte, dossier if compte in ("reserve", "engage", "verse") else "")
                soldes[cle] = soldes.get(cle, 0) + sens * montant
        for cle, solde in soldes.items():
            if cle[0] in ("reserve", "engage", "verse", "disponible"):
                self.assertGreaterEqual(solde, 0, cle)
        self.assertEqual(sum(soldes.values()), 0)
        self.assertEqual(self.agence.atelier.commande("journal", "verifier").returncode, 0)

    def test_a_committee(self):
        executer = self.agence.atelier.executer
        dossiers = [self.agence.deposer() for _ in range(FOIS)]
        for dossier in dossiers:
            self.agence.recevoir(dossier)
        comite = self.agence.comite_de(enveloppe="900000.00")
        ident = comite.rsplit("/", 1)[1]
        for dossier in dossiers:
            # Two opinions: both are kept, the last one counts for both of them.
            self.les_deux(comite + "/avis", (self.ars, {"dossier": dossier, "avis": "favorable"}),
                          (self.collegue, {"dossier": dossier, "avis": "favorable", "motif": "Vu aussi."}))
            self.les_deux(comite + "/points",
                          (self.ars, {"dossier": dossier, "critere": "ror", "constat": "oui", "texte": "Vu."}),
                          (self.collegue, {"dossier": dossier, "critere": "ror", "constat": "non", "texte": "Non vu."}))
        auteurs = executer("SELECT COUNT(*), COUNT(DISTINCT par) FROM comite_avis WHERE comite = ?", ident)
        self.assertEqual(auteurs, [(2 * FOIS, 2)])
        self.les_deux(comite + "/scenarios", (self.ars, {"nom": "Large", "retenus": dossiers}),
                      (self.collegue, {"nom": "Prudent", "retenus": dossiers[:1]}))
        self.une_fois(comite + "/notification", self.ars, self.collegue)
        reserves = executer("SELECT dossier, COUNT(*) FROM mouvement WHERE genre = 'reserver' GROUP BY dossier")
        self.assertEqual({nombre for dossier, nombre in reserves if dossier in dossiers}, {1})
        self.assertEqual(len([1 for dossier, _ in reserves if dossier in dossiers]), FOIS)
        lettres = executer("SELECT dossier, COUNT(*) FROM lettre WHERE genre = 'favorable' GROUP BY dossier")
        self.assertEqual({nombre for _, nombre in lettres}, {1})
        self.verifier_le_livre()

    def signer(self, adresse):
        self.une_fois(adresse, self.porteur, self.porteur_bis, corps={"partie": "porteur", "mode": "electronique"})
        self.une_fois(adresse, self.ars, self.collegue, corps={"partie": "ars", "mode": "electronique"})

    def demander_et_valider(self, convention, objet):
        demande = self.une_fois(convention + "/versements", self.ars, self.ars_bis, corps={"objet": objet})
        return self.une_fois(f"/api/versements/{demande['id']}/validation", self.collegue, self.collegue_bis)

    def test_from_the_agreement_to_the_recovery(self):
        for _ in range(FOIS):
            dossier = self.agence.deposer()
            self.agence.recevoir(dossier)
            self.agence.notifier(dossier)
            ident = self.une_fois(f"/api/dossiers/{dossier}/convention", self.ars, self.collegue)["id"]
            convention = "/api/conventions/" + ident
            self.signer(convention + "/signatures")
            self.les_deux(convention + "/coordonnees-bancaires", *(
                (qui, {"iban": compte, "mot_de_passe": BON, "titulaire": "Association des Tilleuls"})
                for qui, compte in ((self.porteur, IBAN), (self.porteur_bis, AUTRE_IBAN))))
            avance = self.demander_et_valider(convention, "avance")
            self.verser(avance["id"])
            self.reduire(convention)
            self.agence.mesurer(convention)
            self.solder(convention)
            self.recouvrer(convention)
            self.verifier_le_livre()

    def verser(self, versement):
        """In one order, whoever makes it; the bank's answer is noted once, whatever each says."""
        ordre = self.une_fois("/api/ordres-paiement", self.ars, self.collegue,
                              corps={"versements": [versement], "mot_de_passe": BON})
        self.une_fois(f"/api/ordres-paiement/{ordre['id']}/reponses", self.ars, self.collegue,
                      corps={"versement": versement, "sort": "execute", "motif": ""})

    def reduire(self, convention):
        lue = self.ars.lire(convention).json
        departs = [{"genre": "retrait", "finess": ligne["finess_et"]} for ligne in lue["lignes"][:2]]
        avenant = self.une_fois(convention + "/avenants", self.ars, self.collegue, statuts=(201, 412),
                                corps={"motif": "Deux départs.", "changements": departs},
                                entetes={"If-Match": f'"{lue["version"]}"'})
        self.signer(f"/api/avenants/{avenant['id']}/signatures")

    def solder(self, convention):
        autres = {**SUFFISANTES, "logiciel": "210001.00"}
        etats = self.les_deux(convention + "/etat-depenses", (self.porteur, SUFFISANTES), (self.porteur_bis, autres))
        tenu = max(etats, key=lambda etat: etat["rang"])
        self.une_fois(f"/api/etats-depenses/{tenu['id']}/visa", self.agence.comptable, self.comptable_bis)
        self.demander_et_valider(convention, "solde")

    def recouvrer(self, convention):
        ouvert = self.une_fois(convention + "/recouvrements", self.ars, self.collegue, corps={"motif": "Deux départs."})
        adresse = f"/api/recouvrements/{ouvert['id']}"
        self.une_fois(adresse + "/validation", self.ars, self.collegue, statuts=(201, 403, 409))  # who asked may not
        rendre = {"montant": ouvert["montant"], "recu_le": "2024-02-29", "reference": "V1"}
        self.une_fois(adresse + "/retours", self.ars, self.collegue, corps=rendre, statuts=(201, 409, 422))
        lu = self.ars.lire(convention).json["recouvrements"][0]
        self.assertEqual((lu["reste"], Decimal(lu["rendu"])), ("0.00", Decimal(ouvert["montant"])))


if __name__ == "__main__":
    unittest.main()
