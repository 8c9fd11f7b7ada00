"""Attacks on the money: what somebody would try so that a payment goes out that is not due, twice, elsewhere, or
without the second person. Each test is one way in, and says what it was answered."""

import pathlib
import re
import tempfile
import threading
import unittest
from decimal import Decimal

import essai_convention
from comptes import BON, Client, code_totp
from essai_convention import SUFFISANTES
from essai_usages import JSON
from paiements import AUTRE_IBAN, Agence

RACINE = pathlib.Path(__file__).resolve().parents[2]


def a_la_fois(*gestes):
    """The answers of acts that start together, in their order."""
    reponses, depart = [None] * len(gestes), threading.Barrier(len(gestes))

    def un(rang, geste):
        depart.wait()
        reponses[rang] = geste()
    fils = [threading.Thread(target=un, args=couple) for couple in enumerate(gestes)]
    for fil in fils:
        fil.start()
    for fil in fils:
        fil.join()
    return reponses


class Paiements(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.agence = Agence(gens=("ars", "collegue", "comptable", "comptable94", "comite"))
        cls.ars, cls.collegue, cls.porteur = cls.agence.ars, cls.agence.collegue, cls.agence.porteur
        cls.signees = cls.agence.conventions(9)

    @classmethod
    def tearDownClass(cls):
        cls.agence.fermer()

    def refuse(self, reponse, statut, code):
        self.assertEqual((reponse.statut, reponse.json["code"]), (statut, code), reponse.corps)
        self.assertTrue(reponse.json["title"].endswith("."), reponse.corps)

    def guichetier(self, courriel):
        secret = self.agence.atelier.guichet("ars", courriel, "75")
        client = Client(self.agence.atelier)
        self.assertEqual(client.connecter(courriel, code=code_totp(secret)).statut, 201)
        return client

    def test_a_blank_reason_is_no_reason(self):
        _, convention = self.signees.pop()
        self.agence.valide(convention, objet="avance")
        self.agence.mesurer(convention, taux=80)
        self.agence.viser(convention)
        self.assertEqual(self.ars.lire(convention + "/solde").json["issue"], "a_apprecier")
        for motif in (" ", "\t\n", "\u00a0"):
            reponse = self.ars.poster(convention + "/versements", objet="solde", montant="1000.00", motif=motif)
            self.refuse(reponse, 422, "versement.a_decider")

    def test_a_second_account_of_one_mailbox_is_no_second_person(self):
        alias = self.guichetier("ARS+bis@exemple.fr")
        dossier, convention = self.signees.pop()
        demande = self.agence.fait(self.ars.poster(convention + "/versements", objet="avance"))
        valider = f"/api/versements/{demande['id']}/validation"
        for decision in ("valide", "rejete"):
            self.refuse(alias.poster(valider, decision=decision), 403, "versement.meme_personne")
        for qui, offert in ((alias, False), (self.collegue, True)):
            page = qui.lire(f"/dossiers/{dossier}/convention")
            self.assertEqual((page.statut, f'action="/dossiers/{dossier}/convention/decisions"' in page.corps),
                             (200, offert))
        self.agence.fait(self.collegue.poster(valider))

    def test_bank_details_and_orders_pass_by_the_password_whatever_the_body(self):
        _, convention = self.signees.pop()
        avance = self.agence.valide(convention, objet="avance")
        posees = self.ars.lire(convention).json["coordonnees_bancaires"]
        compte = {"titulaire": "Association", "iban": AUTRE_IBAN}
        for secret in ({}, {"mot_de_passe": ""}, {"mot_de_passe": None}, {"mot_de_passe": [BON]},
                       {"mot_de_passe": BON + " "}, {"mot-de-passe": BON}, {"confirme": True}):
            reponse = self.porteur.poster(convention + "/coordonnees-bancaires", **compte, **secret)
            self.assertEqual(reponse.statut, 422, (secret, reponse.corps))
            reponse = self.ars.poster("/api/ordres-paiement", versements=[avance["id"]], **secret)
            self.assertEqual(reponse.statut, 422, (secret, reponse.corps))
        self.assertEqual(self.ars.lire(convention).json["coordonnees_bancaires"], posees)
        self.assertIn(avance["id"], [un["versement"] for un in
                                     self.ars.lire("/api/versements-a-ordonner").json["versements"]])

    def test_orders_that_overlap_pay_each_once(self):
        agence = self.agence
        avances = [agence.valide(self.signees.pop()[1], objet="avance")["id"] for _ in range(3)]
        une, deux = a_la_fois(lambda: agence.emettre(avances[0], avances[1], avances[0]),
                              lambda: agence.emettre(avances[1], avances[2], qui=self.collegue))
        self.assertEqual(sorted([une.statut, deux.statut]), [201, 409], (une.corps, deux.corps))
        fait = next(un for un in (une, deux) if un.statut == 201).json
        self.assertEqual(len(fait["lignes"]), 2)
        ((combien,),) = agence.atelier.executer(
            "SELECT COUNT(*) FROM (SELECT versement FROM ordre_ligne GROUP BY versement HAVING COUNT(*) > 1) x")
        self.assertEqual(combien, 0)

    def test_the_stamp_is_of_an_accountant_of_the_region_and_of_one_statement(self):
        _, convention = self.signees.pop()
        self.agence.valide(convention, objet="avance")
        self.agence.mesurer(convention)
        declarer = convention + "/etat-depenses"
        etat = self.agence.fait(self.porteur.poster(declarer, **SUFFISANTES))
        viser = f"/api/etats-depenses/{etat['id']}/visa"
        for qui in (self.porteur, self.ars, self.agence.comite):
            self.refuse(qui.poster(viser), 403, "acces.refuse")
        self.refuse(self.agence.comptable94.poster(viser), 404, "depenses.inconnues")
        self.agence.fait(self.agence.comptable.poster(viser))
        self.assertTrue(self.ars.lire(convention + "/solde").json["complet"])
        # One more cent: the stamp was of another statement.
        self.agence.fait(self.porteur.poster(declarer, **{**SUFFISANTES, "logiciel": "210000.01"}))
        self.assertFalse(self.ars.lire(convention + "/solde").json["complet"])
        self.refuse(self.ars.poster(convention + "/versements", objet="solde"), 409, "versement.solde_incomplet")
        for tour in range(6):
            etat = self.agence.fait(self.porteur.poster(declarer, **SUFFISANTES))
            vise, change = a_la_fois(lambda: self.agence.comptable.poster(f"/api/etats-depenses/{etat['id']}/visa"),
                                     lambda: self.porteur.poster(declarer, logiciel=f"{tour}.01"))
            self.assertIn(vise.statut, (201, 409))
            self.assertEqual(change.statut, 201)
            lue = self.ars.lire(convention).json["etat_depenses"]
            self.assertEqual((lue["depenses"], lue["vise_le"]), ({"logiciel": f"{tour}.01"}, None))

    def test_nothing_is_claimed_back_of_a_payment_that_the_bank_rejected_meanwhile(self):
        dossier, convention, trop = self.agence.trop_verser()
        ouvert = self.agence.fait(self.ars.poster(convention + "/recouvrements", motif="Deux départs."))
        adresse = f"/api/recouvrements/{ouvert['id']}"
        ordre = self.agence.fait(self.agence.emettre())
        avance = next(un["id"] for un in self.ars.lire(convention).json["versements"] if un["objet"] == "avance")
        self.agence.fait(self.ars.poster(f"/api/ordres-paiement/{ordre['id']}/reponses", versement=avance,
                                         sort="rejete", motif="Compte clos."))
        self.assertEqual(self.agence.soldes(dossier)["verse"], 0)
        self.refuse(self.collegue.poster(adresse + "/validation"), 409, "recouvrement.versement_renvoye")
        page = self.collegue.lire(f"/dossiers/{dossier}/convention").corps
        formulaire = page.split("/recouvrements/decisions")[1].split("</form>")[0]
        self.assertNotIn('value="valide"', formulaire)
        self.assertIn("rejeté un versement", formulaire)
        # It may be given up.
        self.agence.fait(self.collegue.poster(adresse + "/validation", decision="rejete"))

    def test_what_comes_back_is_not_more_than_what_is_paid(self):
        dossier, convention, trop = self.agence.trop_verser()
        ouvert = self.agence.fait(self.ars.poster(convention + "/recouvrements", motif="Deux départs."))
        adresse = f"/api/recouvrements/{ouvert['id']}"
        self.agence.fait(self.collegue.poster(adresse + "/validation"))
        ordre = self.agence.fait(self.agence.emettre())
        avance = next(un["id"] for un in self.ars.lire(convention).json["versements"] if un["objet"] == "avance")
        self.agence.fait(self.ars.poster(f"/api/ordres-paiement/{ordre['id']}/reponses", versement=avance,
                                         sort="rejete", motif="Compte clos."))
        retour = {"montant": f"{trop}", "recu_le": "2024-02-29", "reference": "V1"}
        self.refuse(self.ars.poster(adresse + "/retours", **retour), 409, "recouvrement.versement_renvoye")
        self.assertEqual(self.agence.soldes(dossier)["verse"], 0)
        self.agence.valide(convention, objet="avance")
        self.agence.fait(self.ars.poster(adresse + "/retours", **retour))

    def test_an_advance_rejected_after_an_amendment_is_paid_as_amended(self):
        agence = self.agence
        dossier, convention = self.signees.pop()
        avance = agence.valide(convention, objet="avance")
        lue = self.ars.lire(convention).json
        departs = [{"genre": "retrait", "finess": ligne["finess_et"]} for ligne in lue["lignes"][:2]]
        avenant = agence.fait(self.ars.demander(
            "POST", convention + "/avenants", {"motif": "Deux départs.", "changements": departs},
            **{"If-Match": f'"{lue["version"]}"'}))
        signer = f"/api/avenants/{avenant['id']}/signatures"
        agence.fait(self.porteur.poster(signer, partie="porteur", mode="electronique"))
        agence.fait(self.collegue.poster(signer, partie="ars", mode="electronique"))
        ordre = agence.fait(agence.emettre(avance["id"]))
        agence.fait(self.ars.poster(f"/api/ordres-paiement/{ordre['id']}/reponses", versement=avance["id"],
                                    sort="rejete", motif="Compte clos."))
        lue = self.ars.lire(convention).json
        accorde = Decimal(lue["accorde"])
        self.assertLess(accorde, Decimal(avance["montant"]))
        # Nothing was paid: nothing is to come back.
        self.assertEqual(self.ars.lire(convention + "/solde").json["a_recouvrer"], "0.00")
        self.refuse(self.ars.poster(convention + "/versements", objet="avance", montant=avance["montant"]), 422,
                    "versement.montant")
        reprise = agence.valide(convention, objet="avance")
        self.assertEqual(Decimal(reprise["montant"]), accorde)
        agence.mesurer(convention)
        agence.viser(convention)
        solde = self.ars.lire(convention + "/solde").json
        self.assertEqual((solde["montant"], solde["a_recouvrer"]), ("0.00", "0.00"))
        agence.valide(convention, objet="solde")
        soldes = agence.soldes(dossier)
        self.assertEqual((soldes["verse"], soldes["engage"]), (int(accorde * 100), 0))

    def test_an_order_that_was_changed_in_the_database_is_not_given(self):
        agence = self.agence
        avance = agence.valide(self.signees.pop()[1], objet="avance")
        ordre = agence.fait(agence.emettre(avance["id"]))
        chemin = f"/api/ordres-paiement/{ordre['id']}/ordre.xml"
        xml = self.ars.lire(chemin)
        self.assertEqual(xml.statut, 200)
        # The rows refuse to change at all.
        for change in ("UPDATE ordre_fichier SET empreinte = 'f' WHERE ordre = ?",
                       "UPDATE ordre_fichier SET scelle = 'f' WHERE ordre = ?",
                       "DELETE FROM ordre_ligne WHERE ordre = ?", "DELETE FROM ordre_fichier WHERE ordre = ?"):
            with self.assertRaises(Exception, msg=change):
                agence.atelier.executer(change, ordre["id"])
        self.assertEqual(self.ars.lire(chemin).corps, xml.corps)


class Options(unittest.TestCase):
    """The same dossier under a call whose file reads what the texts leave open in another way."""

    def solde(self, **options):
        with tempfile.TemporaryDirectory(prefix="grappe-appels-") as dossier:
            texte = (RACINE / "appels/NA-2024.toml").read_text()
            for nom, valeur in options.items():
                texte, combien = re.subn(rf'(\[option\.{nom}\]\n(?:.*\n)??.*choisie = )"[^"]*"', rf'\1"{valeur}"', texte)
                self.assertEqual(combien, 1, nom)
            pathlib.Path(dossier, "NA-2024.toml").write_text(texte)
            agence = Agence(gens=("ars", "collegue", "comptable"), options=("--appels", dossier))
            try:
                ((_, convention),) = agence.conventions(1)
                agence.valide(convention, objet="avance")
                agence.mesurer(convention, taux=80)  # two targets of five
                etat = agence.fait(agence.porteur.poster(convention + "/etat-depenses", logiciel="1.00"))
                agence.fait(agence.comptable.poster(f"/api/etats-depenses/{etat['id']}/visa"))
                lu = agence.ars.lire(convention + "/solde").json
                return lu, {un["regle"]: un["phrase"] for un in lu["constats"]}
            finally:
                agence.fermer()

    def test_another_reading_in_the_file_of_the_call_is_another_balance(self):
        ars, dit_ars = self.solde()
        self.assertEqual((ars["issue"], ars["a_apprecier"], ars["a_recouvrer"]), ("a_apprecier", ars["plein"], "0.00"))
        self.assertIn("l'ARS décide", dit_ars["AMB-24"])
        self.assertIn("dans son ensemble", dit_ars["AMB-21"])
        part, dit_part = self.solde(cibles_partiellement_atteintes="au_prorata", niveau_des_cibles="chaque_essms")
        self.assertEqual(Decimal(part["montant"]), Decimal(part["plein"]) * 2 / 5)
        self.assertIn("verse cette part", dit_part["AMB-24"])
        self.assertIn("jugé pour lui-même", dit_part["AMB-21"])
        repris, dit_repris = self.solde(cibles_partiellement_atteintes="tout_ou_rien", avance_si_echec="remboursement",
                                        depenses_sous_le_forfait="tout_est_limite")
        self.assertEqual((repris["issue"], repris["montant"], repris["a_recouvrer"]),
                         ("nul", "0.00", repris["avance"]))
        self.assertIn("l'appel les reprend", dit_repris["AMB-25"])
        self.assertIn("l'appel les limite", dit_repris["AMB-26"])


class Rapports(unittest.TestCase):
    """Reports and draws, with a DUI that signs."""

    @classmethod
    def setUpClass(cls):
        essai_convention.Conventions.setUpClass.__func__(cls)
        cls.autres = cls.deposes

    deposer = classmethod(essai_convention.Conventions.deposer.__func__)
    pousser, etablie, signe = (essai_convention.Conventions.__dict__[nom] for nom in ("pousser", "etablie", "signe"))
    fait, refuse, lue, solde = (essai_convention.Conventions.__dict__[nom] for nom in ("fait", "refuse", "lue", "solde"))
    tearDownClass = classmethod(essai_convention.Conventions.tearDownClass.__func__)

    def chiffres(self, convention):
        return [(un["numerateur"], un["denominateur"]) for un in self.solde(convention)["projet"]["cibles"]]

    def test_older_future_declared_and_replayed_reports_do_not_move_the_balance(self):
        convention = self.signe(self.pousser(self.avec_dui))
        envoyer = lambda octets, **entetes: self.porteur.demander("POST", convention + "/rapports-usage", octets,
                                                                  **(entetes or JSON))
        recu = self.fait(envoyer(self.organisme.signe))
        juste = self.chiffres(convention)
        ancien = self.organisme.rapport("2024-07-31")
        self.fait(envoyer(ancien))
        self.assertEqual(self.chiffres(convention), juste)
        self.assertEqual(self.fait(envoyer(self.organisme.signe))["id"], recu["id"])
        self.assertEqual(self.chiffres(convention), juste)
        refus = envoyer(self.organisme.csv().encode(), **{"Content-Type": "text/csv"})
        self.assertGreaterEqual(refus.statut, 400, refus.corps)
        self.assertEqual(envoyer(self.organisme.csv().encode()).statut, 422)
        # A day that is not over yet would be the last measure whatever is measured afterwards.
        self.refuse(envoyer(self.organisme.rapport("2025-03-31")), 422, "usages.mesure_a_venir")
        self.assertEqual(self.chiffres(convention), juste)
        self.assertEqual(len(self.lue(convention)["rapports"]), 2)
        # Draws: each stays, the same seed is the same draw, none takes the place of another.
        chemin = f"/api/rapports-usage/{recu['id']}"
        tirages = [self.fait(self.ars.poster(chemin + "/tirages", graine=graine, nombre=5, source=f"Loterie {graine}"))
                   for graine in ("aa01", "aa02", "aa03", "aa01")]
        self.assertEqual(tirages[3]["id"], tirages[0]["id"])
        for qui in (self.ars, self.porteur):
            lus = qui.lire(chemin).json["tirages"]
            self.assertEqual([(un["rang"], un["graine"]) for un in lus], [(1, "aa01"), (2, "aa02"), (3, "aa03")])
        ici = [f"{chemin}/tirages/{un['id']}" for un in tirages]
        preuves = self.organisme.ouvrir(self.organisme.signe, self.porteur.lire(ici[0]).corps)
        refusees = self.fait(self.porteur.demander("POST", ici[1] + "/preuves", preuves, **JSON))
        self.assertEqual(refusees["issue"], "refusees")
        justes = self.fait(self.porteur.demander("POST", ici[0] + "/preuves", preuves, **JSON))
        self.assertEqual(justes["issue"], "justes")
        page = self.ars.lire(f"/usages/{recu['id']}").corps
        for graine in ("aa01", "aa02", "aa03"):
            self.assertIn(graine, page)
        self.refuse(self.ars.demander("POST", ici[0] + "/preuves", preuves, **JSON), 403, "acces.refuse")


if __name__ == "__main__":
    unittest.main()
