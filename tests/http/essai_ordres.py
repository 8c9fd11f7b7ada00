"""Payment orders by the API: valid payments leave once, in a file of the standard whose bytes never change; what
changed since is said, what the bank sends back is asked for again, and no cent is lost on the way."""

import csv
import hashlib
import io
import os
import random
import threading
import unittest
from decimal import Decimal

import pain_001
from comptes import BON, Client
from paiements import AUTRE_IBAN, GENS, IBAN, Agence

GRAINE = int(os.environ.get("GRAPPE_GRAINE", "20240524"))
ACTES = int(os.environ.get("GRAPPE_CAS", "100"))


class Ordres(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.agence = Agence([nom for nom, _, _ in GENS])
        cls.atelier = cls.agence.atelier
        cls.signees = cls.agence.conventions(10)

    @classmethod
    def tearDownClass(cls):
        cls.agence.fermer()
        assert IBAN[4:12] not in cls.atelier.serveur.journal

    def refuse(self, reponse, statut, code, chemin=None):
        self.assertEqual((reponse.statut, reponse.json["code"]), (statut, code), reponse.corps)
        self.assertTrue(reponse.json["title"].endswith("."), reponse.corps)
        if chemin:
            self.assertEqual([f["chemin"] for f in reponse.json["fautes"]], [chemin])
        return reponse.json

    def fait(self, reponse):
        self.assertEqual(reponse.statut, 201, reponse.corps)
        return reponse.json

    def avance(self):
        """An agreement whose advance is valid: its dossier, its path, its payment."""
        dossier, convention = self.signees.pop()
        return dossier, convention, self.agence.valide(convention, objet="avance")

    def ordonne(self, *versements):
        return self.fait(self.agence.emettre(*versements))

    def attend(self, versement, qui=None):
        lus = (qui or self.agence.ars).lire("/api/versements-a-ordonner").json["versements"]
        return next((un for un in lus if un["versement"] == versement), None)

    def reponse(self, ordre, sort, qui=None, **corps):
        return (qui or self.agence.ars).poster(f"/api/ordres-paiement/{ordre['id']}/reponses", sort=sort, **corps)

    def journal(self, acte):
        return self.atelier.executer("SELECT objet, detail FROM journal WHERE acte = ? AND issue = 'fait'", acte)

    def test_an_order_takes_valid_payments_once_and_its_file_follows_the_standard(self):
        agence = self.agence
        dossier, convention, avance = self.avance()
        autre = self.avance()[2]
        agence.donner_le_compte(self.signees[0][1], bic="BNPAFRPP")
        troisieme = agence.valide(self.signees.pop(0)[1], objet="avance")
        lue = self.attend(avance["id"])
        self.assertEqual((lue["montant"], lue["fin"], lue["obstacle"]), (avance["montant"], "0189", None))
        self.refuse(agence.ars.poster("/api/ordres-paiement", versements=[avance["id"]], mot_de_passe="non"), 422,
                    "mot_de_passe.faux")
        self.refuse(agence.ars.poster("/api/ordres-paiement", versements=[{}], mot_de_passe=BON), 422, "ordre.forme",
                    "versements")
        self.refuse(agence.emettre("0" * 32), 409, "ordre.versement", "versements")
        cle = {"Idempotency-Key": "ordre-1"}
        voulus = {"versements": [avance["id"], troisieme["id"]], "mot_de_passe": BON}
        emis = agence.ars.demander("POST", "/api/ordres-paiement", voulus, **cle)
        ordre = self.fait(emis)
        self.assertEqual(agence.ars.demander("POST", "/api/ordres-paiement", voulus, **cle).corps, emis.corps)
        lignes = [un["versement"] for un in ordre["lignes"]]
        self.assertEqual(sorted(lignes), sorted(voulus["versements"]))
        self.assertRegex(ordre["reference"], r"^OP-75-\d{4}$")
        self.refuse(agence.emettre(avance["id"]), 409, "ordre.versement")
        self.assertIsNone(self.attend(avance["id"]))
        self.assertIsNotNone(self.attend(autre["id"]))
        empreintes = {un["format"]: un["sha256"] for un in ordre["fichiers"]}
        chemin = f"/api/ordres-paiement/{ordre['id']}/ordre."
        for format_ in ("xml", "csv"):
            pris = [agence.collegue.lire(chemin + format_).corps.encode() for _ in range(2)]
            self.assertEqual(pris[0], pris[1])
            self.assertEqual(hashlib.sha256(pris[0]).hexdigest(), empreintes[format_])
        xml, tableau = (agence.ars.lire(chemin + format_).corps for format_ in ("xml", "csv"))
        virements = pain_001.lire(xml.encode())
        code = self.atelier.executer("SELECT numero FROM fiche WHERE dossier = ?", dossier)[0][0]
        self.assertEqual([un[0] for un in virements], lignes)
        par_id = {un[0]: un[1:] for un in virements}
        self.assertEqual(par_id[avance["id"]][:4],
                         ("ASSOCIATION DES TILLEULS CIE", IBAN, None, Decimal(avance["montant"])))
        self.assertEqual(par_id[troisieme["id"]][2], "BNPAFRPP")
        self.assertIn(f"AVANCE - CONVENTION {code}-", par_id[avance["id"]][4])
        self.assertEqual(sum(un[4] for un in virements), Decimal(ordre["total"]))
        lignes = list(csv.DictReader(io.StringIO(tableau.removeprefix("\ufeff")), delimiter=";"))
        self.assertEqual([(un["versement"], un["iban"], un["montant"]) for un in lignes],
                         [(un[0], un[2], str(un[4])) for un in virements])
        remises = agence.ars.lire(f"/api/ordres-paiement/{ordre['id']}").json["remises"]
        self.assertEqual([un["format"] for un in remises], ["xml", "xml", "csv", "csv", "xml", "csv"])
        objet = "ordre:" + ordre["id"]
        self.assertEqual(len([1 for qui, _ in self.journal("ordre.remettre") if qui == objet]), 2)
        self.assertEqual(len([1 for qui, _ in self.journal("ordre.copier") if qui == objet]), 4)
        # The accounts were opened for this order, and stand nowhere in clear.
        self.assertIn(("convention:" + convention.rsplit("/", 1)[1], ordre["reference"]),
                      self.journal("coordonnees.ouvrir"))
        ecrits = [str(ligne) for table in ("journal", "ordre_fichier", "convention_coordonnees")
                  for ligne in self.atelier.executer(f"SELECT * FROM {table}")]
        self.assertFalse([1 for ligne in ecrits if IBAN[4:12] in ligne or "Tilleuls & Cie" in ligne])

    def test_who_reads_and_who_orders(self):
        agence = self.agence
        versement = self.avance()[2]["id"]
        for qui in (agence.porteur, agence.comite, agence.admin):
            self.refuse(qui.lire("/api/ordres-paiement"), 403, "acces.refuse")
        self.refuse(agence.comptable.poster("/api/ordres-paiement", mot_de_passe=BON), 403, "acces.refuse")
        self.refuse(agence.emettre(versement, qui=agence.corse), 409, "ordre.versement")
        self.assertIsNone(self.attend(versement, agence.corse))
        self.assertIsNone(self.attend(versement, agence.comptable94))
        self.assertIsNotNone(self.attend(versement, agence.comptable))
        ordre = self.ordonne(versement)
        chemin = "/api/ordres-paiement/" + ordre["id"]
        for qui in (agence.corse, agence.comptable94):
            self.refuse(qui.lire(chemin), 404, "ordre.inconnu")
        for qui in (agence.comptable, agence.national):
            self.assertEqual(qui.lire(chemin).json["lignes"], ordre["lignes"])
        self.refuse(agence.comptable.lire(chemin + "/ordre.xml"), 403, "acces.refuse")
        self.refuse(agence.national.lire(chemin + "/ordre.xml"), 403, "ordre.interdit")
        self.refuse(self.reponse(ordre, "execute", agence.national), 403, "ordre.interdit")
        self.assertEqual(Client(self.atelier).lire(chemin).statut, 401)
        self.assertIn(ordre["reference"], [un["reference"] for un in
                                           agence.comptable.lire("/api/ordres-paiement").json["ordres"]])

    def test_an_account_that_changed_after_the_validation_holds_the_payment_until_it_is_confirmed(self):
        agence = self.agence
        _, convention, avance = self.avance()
        confirmer = convention + "/coordonnees-bancaires/confirmation"
        self.refuse(agence.porteur.poster(confirmer, mot_de_passe=BON), 409, "coordonnees.rien_a_confirmer")
        agence.donner_le_compte(convention, AUTRE_IBAN)
        self.assertEqual(self.attend(avance["id"])["obstacle"], "compte_change")
        self.refuse(agence.emettre(avance["id"]), 409, "ordre.compte_change")
        self.refuse(agence.ars.poster(confirmer, mot_de_passe=BON), 403, "coordonnees.d_un_autre")
        self.refuse(agence.porteur.poster(confirmer, mot_de_passe="autre chose"), 422, "mot_de_passe.faux")
        confirmees = self.fait(agence.porteur.poster(confirmer, mot_de_passe=BON))
        self.assertEqual((confirmees["rang"], confirmees["fin"]), (2, "2606"))
        # A change that follows is a change again.
        agence.donner_le_compte(convention, IBAN)
        self.refuse(agence.emettre(avance["id"]), 409, "ordre.compte_change")
        self.fait(agence.porteur.poster(confirmer, mot_de_passe=BON))
        ordre = self.ordonne(avance["id"])
        self.assertEqual(ordre["lignes"][0]["fin"], "0189")

    def test_a_payment_without_an_account_waits_for_it(self):
        agence = self.agence
        ((_, convention),) = agence.conventions(1, compte=None)
        avance = agence.valide(convention, objet="avance")
        self.assertEqual(self.attend(avance["id"])["obstacle"], "sans_compte")
        self.refuse(agence.emettre(avance["id"]), 409, "ordre.sans_compte")
        agence.donner_le_compte(convention)  # the first one changes nothing of what was seen
        self.ordonne(avance["id"])

    def test_what_the_bank_sends_back_is_asked_for_again_and_the_ledger_follows(self):
        agence = self.agence
        dossier, convention, avance = self.avance()
        centimes = int(Decimal(avance["montant"]) * 100)
        avant = agence.soldes(dossier)
        ordre = self.ordonne(avance["id"])
        chemin = f"/api/ordres-paiement/{ordre['id']}/reponses"
        self.refuse(self.reponse(ordre, "perdu"), 422, "ordre.sort", "sort")
        self.refuse(self.reponse(ordre, "rejete"), 422, "ordre.motif", "motif")
        self.refuse(self.reponse(ordre, "execute", versement="0" * 32), 404, "ordre.ligne")
        rejet = {"versement": avance["id"], "sort": "rejete", "motif": "Compte clos."}
        self.refuse(agence.ars.demander("POST", chemin, rejet, **{"If-Match": '"7"'}), 412, "ordre.version_perimee")
        cle = {"Idempotency-Key": "rejet-" + ordre["id"], "If-Match": '"1"'}
        rejete = self.fait(agence.ars.demander("POST", chemin, rejet, **cle))
        self.assertEqual(self.fait(agence.ars.demander("POST", chemin, rejet, **cle)), rejete)
        self.assertEqual((rejete["version"], rejete["rejete"]), (2, avance["montant"]))
        self.refuse(self.reponse(ordre, "execute", versement=avance["id"]), 409, "ordre.sort_deja")
        self.refuse(self.reponse(ordre, "execute"), 409, "ordre.rien_n_attend")
        apres = agence.soldes(dossier)
        self.assertEqual({c: apres[c] - avant[c] for c in apres if apres[c] != avant[c]},
                         {"engage": centimes, "verse": -centimes})
        liste = agence.ars.lire(convention).json
        self.assertEqual(liste["versements"][0]["sort"], "rejete")
        # The balance waits for the advance; the advance keeps its amount and the state of its dossier.
        self.refuse(agence.ars.poster(convention + "/versements", objet="solde"), 409, "versement.avance_due")
        self.refuse(agence.ars.poster(convention + "/versements", objet="avance", montant="1.00"), 422,
                    "versement.montant")
        agence.donner_le_compte(convention, AUTRE_IBAN)
        encore = agence.valide(convention, objet="avance")
        self.assertEqual(encore["montant"], avance["montant"])
        self.assertEqual(agence.soldes(dossier), avant)
        self.assertEqual(agence.porteur.lire("/api/dossiers/" + dossier).json["statut"], "en_cours")
        passages = agence.porteur.lire(f"/api/dossiers/{dossier}/historique").json["passages"]
        self.assertEqual([un["apres"] for un in passages].count("en_cours"), 1)
        repris = self.ordonne(encore["id"])
        self.assertEqual(repris["lignes"][0]["fin"], "2606")
        self.assertEqual(self.fait(self.reponse(repris, "execute"))["execute"], avance["montant"])

    def test_two_who_order_at_once_make_one_order(self):
        versement = self.avance()[2]["id"]
        reponses = []
        fils = [threading.Thread(target=lambda un=un: reponses.append(self.agence.emettre(versement, qui=un).statut))
                for un in (self.agence.ars, self.agence.collegue)]
        for fil in fils:
            fil.start()
        for fil in fils:
            fil.join()
        self.assertEqual(sorted(reponses), [201, 409])

    def test_any_series_of_payments_keeps_every_cent_and_pays_no_more_than_what_is_due(self):
        """Random acts, possible or not, on three agreements; after each, money is where it must be."""
        hasard = random.Random(GRAINE)
        serie = Serie(self, hasard, self.agence.conventions(3))
        for _ in range(ACTES):
            serie.agir()
            serie.verifier()
        self.assertGreater(serie.faits["emettre"], 0)
        self.assertGreater(serie.faits["repondre"], 0)
        self.assertEqual(self.atelier.commande("journal", "verifier").returncode, 0)


class Serie:
    """Acts drawn at random; `faits` counts those that the portail accepted."""

    def __init__(self, essai, hasard, signees):
        self.essai, self.agence, self.hasard, self.signees = essai, essai.agence, hasard, signees
        self.accordes = {dossier: sum(self.agence.soldes(dossier).values()) for dossier, _ in signees}
        self.actes = [self.demander, self.demander, self.decider, self.decider, self.donner_un_compte, self.confirmer,
                      self.emettre, self.repondre, self.repondre, self.justifier]
        self.faits = dict.fromkeys([acte.__name__ for acte in self.actes], 0)

    def agir(self):
        self.dossier, self.convention = self.hasard.choice(self.signees)
        acte = self.hasard.choice(self.actes)
        reponse = acte()
        if reponse is None:
            return
        self.essai.assertIn(reponse.statut, (201, 403, 404, 409, 422), reponse.corps)
        self.faits[acte.__name__] += reponse.statut == 201

    def quelqu_un(self):
        return self.hasard.choice([self.agence.ars, self.agence.collegue])

    def demander(self):
        return self.quelqu_un().poster(self.convention + "/versements", objet=self.hasard.choice(["avance", "solde"]))

    def decider(self):
        demandes = [un["id"] for un in self.agence.ars.lire(self.convention).json["versements"]
                    if un["etat"] == "demande"]
        if not demandes:
            return None
        decision = self.hasard.choice(["valide", "valide", "valide", "rejete"])
        return self.quelqu_un().poster(f"/api/versements/{self.hasard.choice(demandes)}/validation", decision=decision)

    def donner_un_compte(self):
        return self.agence.porteur.poster(self.convention + "/coordonnees-bancaires", titulaire="Association",
                                          iban=self.hasard.choice([IBAN, AUTRE_IBAN]), mot_de_passe=BON)

    def confirmer(self):
        return self.agence.porteur.poster(self.convention + "/coordonnees-bancaires/confirmation", mot_de_passe=BON)

    def emettre(self):
        miens = {convention.rsplit("/", 1)[1] for _, convention in self.signees}
        attendent = [un["versement"] for un in self.agence.ars.lire("/api/versements-a-ordonner").json["versements"]
                     if un["convention"] in miens]
        if not attendent:
            return None
        return self.agence.emettre(*self.hasard.sample(attendent, self.hasard.randint(1, len(attendent))))

    def repondre(self):
        lignes = self.agence.atelier.executer(
            "SELECT l.ordre, l.versement FROM ordre_ligne l JOIN versement v ON v.id = l.versement "
            "WHERE v.dossier = ? ORDER BY v.demande_le, v.id", self.dossier)
        if not lignes:
            return None
        ordre, versement = self.hasard.choice(lignes)
        return self.quelqu_un().poster(f"/api/ordres-paiement/{ordre}/reponses", versement=versement,
                                       sort=self.hasard.choice(["execute", "rejete"]), motif="Compte clos.")

    def justifier(self):
        if self.agence.ars.lire(self.convention).json["etat_depenses"]:
            return None
        self.agence.mesurer(self.convention)
        etat = self.agence.porteur.poster(self.convention + "/etat-depenses", logiciel="900000.00")
        if etat.statut == 201:
            self.agence.fait(self.agence.comptable.poster(f"/api/etats-depenses/{etat.json['id']}/visa"))
        return etat

    def verifier(self):
        base, essai, livre = self.agence.atelier, self.essai, self.agence.livre()
        tous = base.executer(
            "SELECT v.dossier, v.objet, v.montant, COALESCE(d.decision, ''), COALESCE(s.sort, '') FROM versement v "
            "LEFT JOIN versement_decision d ON d.versement = v.id "
            "LEFT JOIN versement_sort s ON s.versement = v.id")
        for dossier, _ in self.signees:
            soldes = self.agence.soldes(dossier, livre)
            essai.assertTrue(all(montant >= 0 for montant in soldes.values()), soldes)
            essai.assertEqual(sum(soldes.values()), self.accordes[dossier])  # every cent has one place
            versements = [un[1:] for un in tous if un[0] == dossier]
            payes = [(objet, montant) for objet, montant, decision, sort in versements
                     if decision == "valide" and sort != "rejete"]
            essai.assertEqual(len(payes), len({objet for objet, _ in payes}), payes)
            essai.assertLessEqual(sum(montant for _, montant in payes), self.accordes[dossier])
            essai.assertEqual(sum(montant for _, montant in payes), soldes["verse"])
            # What the bank sent back is still there to be paid.
            renvoyes = {}
            for objet, montant, decision, sort in versements:
                if sort == "rejete":
                    renvoyes[objet] = montant
            dus = sum(montant for objet, montant in renvoyes.items() if objet not in dict(payes))
            essai.assertGreaterEqual(soldes["engage"], dus)
        essai.assertEqual(base.executer("SELECT versement FROM ordre_ligne GROUP BY versement HAVING COUNT(*) > 1"), [])


if __name__ == "__main__":
    unittest.main()
