"""The agreement and its money by the API: prepared, signed by two people, followed by signed reports and stamped
expenses, its balance explained, its payments asked for by one person and validated by another."""

import email
import email.policy
import json
import re
import threading
import unittest
import urllib.parse
from decimal import Decimal

from client import attendre
from comptes import BON, Atelier, Client, code_totp
from dossiers import GUICHET, OUVERT, Porteur, contenu
from essai_documents import octets, texte_du_pdf
from essai_usages import APRES, JSON, Organisme

CIBLES = ["dossiers_actifs", "projet_personnalise", "evenement_agenda", "mssante", "dmp"]
SUFFISANTES = {"ressources_internes": "105000.00", "logiciel": "210000.00"}


class Conventions(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.organisme = Organisme()
        cls.atelier = Atelier().demarrer("--horloge", OUVERT)
        cls.porteur = Porteur(cls.atelier, "porteur@exemple.fr")
        cls.voisin = Porteur(cls.atelier, "voisin@exemple.fr")
        for nom, role, region in [("ars", "ars", "75"), ("collegue", "ars", "75"), ("corse", "ars", "94"),
                                  ("national", "national", None), ("comptable", "comptable", "75"),
                                  ("comptable94", "comptable", "94"), ("comite", "comite", "75"),
                                  ("admin", "admin", None)]:
            secret = cls.atelier.guichet(role, f"{nom}@exemple.fr", region)
            client = Client(cls.atelier)
            assert client.connecter(f"{nom}@exemple.fr", code=code_totp(secret)).statut == 201
            setattr(cls, nom, client)
        cls.avec_dui = cls.deposer(cls.organisme.finess, 0)
        cls.deposes = [cls.deposer([], 20 + 5 * rang) for rang in range(16)]
        # What is measured comes months after the deposit.
        cls.atelier.arreter()
        cls.atelier.demarrer("--horloge", APRES)
        posee = cls.porteur.poster("/api/cles-usage", dui="DUI du siège", cle_publique=cls.organisme.publique,
                                   mot_de_passe=BON)
        assert posee.statut == 201, posee.corps

    @classmethod
    def tearDownClass(cls):
        cls.atelier.fermer()
        cls.organisme.dossier.cleanup()

    @classmethod
    def deposer(cls, finess, debut, nombre=3):
        """Three establishments of its own: 3 x 21 000 or 5 000 euros, by regime."""
        ecrit = contenu(100)
        ecrit["essms"] = ecrit["essms"][debut:debut + nombre]
        for ligne, numero in zip(ecrit["essms"], finess):
            ligne["finess_et"] = numero
        dossier = cls.porteur.commencer()
        assert cls.porteur.ecrire(dossier, ecrit, 1).statut == 200
        depot = cls.porteur.deposer(dossier, GUICHET)
        assert depot.statut == 201, depot.corps
        return dossier

    def pousser(self, dossier, avant="favorable"):
        """Notified with a favourable opinion, straight in the database: committees have their own suite."""
        id_ = dossier.rsplit("/", 1)[1]
        with self.atelier.sienne as base:
            base.executer("UPDATE dossier SET statut = 'notifie' WHERE id = ?", id_)
            base.executer("UPDATE fiche SET statut = 'notifie' WHERE dossier = ?", id_)
            (numero,), = base.executer("SELECT COALESCE(MAX(numero), 0) + 1 FROM dossier_passage WHERE dossier = ?",
                                       id_)
            base.executer("INSERT INTO dossier_passage VALUES (?, ?, 'recevoir', ?, 'notifie', '', ?, '')",
                          id_, numero, avant, APRES)
        return dossier

    def notifie(self):
        return self.pousser(self.deposes.pop())

    def etablie(self, dossier=None):
        faite = self.ars.poster((dossier or self.notifie()) + "/convention")
        self.assertEqual(faite.statut, 201, faite.corps)
        return "/api/conventions/" + faite.json["id"]

    def signe(self, dossier=None):
        convention = self.etablie(dossier)
        self.fait(self.porteur.poster(convention + "/signatures", partie="porteur", mode="electronique"))
        self.fait(self.ars.poster(convention + "/signatures", partie="ars", mode="electronique"))
        return convention

    def verse(self, convention, **corps):
        demande = self.fait(self.ars.poster(convention + "/versements", **corps))
        return self.fait(self.collegue.poster(f"/api/versements/{demande['id']}/validation"))

    def fait(self, reponse):
        self.assertEqual(reponse.statut, 201, reponse.corps)
        return reponse.json

    def refuse(self, reponse, statut, code, chemin=None):
        self.assertEqual((reponse.statut, reponse.json["code"]), (statut, code), reponse.corps)
        self.assertTrue(reponse.json["title"].endswith("."), reponse.corps)
        if chemin:
            self.assertEqual([f["chemin"] for f in reponse.json["fautes"]], [chemin])
        return reponse.json

    def lue(self, convention, qui=None):
        lue = (qui or self.ars).lire(convention)
        self.assertEqual(lue.statut, 200, lue.corps)
        return lue.json

    def solde(self, convention):
        return self.lue(convention + "/solde")

    def mesurer(self, convention, taux=100, sauf=None):
        """A report of every establishment, straight in the database: real ones are in the test that has a DUI."""
        lue = self.lue(convention)
        numero = self.atelier.executer("SELECT COALESCE(MAX(numero), 0) + 1 FROM usage_rapport")[0][0]
        rapport = f"{numero:032x}"
        with self.atelier.sienne as base:
            (compte,), = base.executer("SELECT compte FROM dossier WHERE id = ?", lue["dossier"])
            base.executer("INSERT INTO usage_fichier VALUES (?, 2, '{}')", rapport)
            base.executer("INSERT INTO usage_rapport VALUES (?, ?, ?, ?, 'signe', ?, '', '2024-06-30', '2024-09-30', "
                          "?, 'fenetre', 1, '', '', '', '', '', '')", rapport, numero, compte, APRES, rapport, APRES)
            for ligne in lue["lignes"]:
                base.executer("INSERT INTO usage_ligne VALUES (?, ?, ?, 1)", rapport, ligne["finess_et"],
                              lue["dossier"])
                for nom in CIBLES:
                    base.executer("INSERT INTO usage_mesure VALUES (?, ?, ?, ?, 100)", rapport, ligne["finess_et"],
                                  nom, 0 if nom == sauf else taux)
            base.executer("INSERT INTO convention_rapport VALUES (?, ?, ?)", lue["id"], rapport, APRES)

    def vise(self, convention, depenses=None):
        etat = self.fait(self.porteur.poster(convention + "/etat-depenses", **(depenses or SUFFISANTES)))
        return self.fait(self.comptable.poster(f"/api/etats-depenses/{etat['id']}/visa"))

    def courriels_qui_disent(self, mots):
        lus = [email.message_from_bytes(pli.read_bytes(), policy=email.policy.default)
               for pli in self.atelier.chemin.glob("courrier/*.eml")]
        return [lu for lu in lus if mots in lu["Subject"]]

    # ---- the agreement

    def test_an_agreement_is_prepared_once_from_a_favourable_notified_dossier(self):
        depose = self.deposes.pop()
        self.refuse(self.ars.poster(depose + "/convention"), 409, "dossier.etat")
        self.refuse(self.ars.poster(self.pousser(depose, "defavorable") + "/convention"), 409,
                    "convention.sans_avis_favorable")
        dossier = self.notifie()
        self.refuse(self.ars.poster(dossier + "/convention", forme="tacite"), 422, "convention.forme", "forme")
        cle = {"Idempotency-Key": "convention-" + dossier}
        faite = self.ars.demander("POST", dossier + "/convention", {"forme": "avenant_cpom"}, **cle)
        self.assertEqual(faite.statut, 201, faite.corps)
        self.assertEqual((faite.json["version"], faite.json["statut"], faite.json["forme"]),
                         (1, "notifie", "avenant_cpom"))
        encore = self.ars.demander("POST", dossier + "/convention", {"forme": "avenant_cpom"}, **cle)
        self.assertEqual(encore.corps, faite.corps)
        self.refuse(self.ars.poster(dossier + "/convention"), 409, "convention.deja")
        lue = self.lue("/api/conventions/" + faite.json["id"], self.porteur)
        self.assertEqual(lue, self.lue(dossier + "/convention"))
        total = sum(Decimal(ligne["total"]) for ligne in lue["lignes"])
        self.assertEqual(Decimal(lue["accorde"]), total)
        self.assertEqual(Decimal(lue["avance"]["montant"]) + Decimal(lue["solde_plein"]), total)
        self.assertEqual(lue["avance"]["due_le"], None)
        (subvention,), = self.atelier.executer("SELECT subvention FROM depot WHERE dossier = ?",
                                               dossier.rsplit("/", 1)[1])
        self.assertEqual(total * 100, subvention)

    def test_who_prepares_signs_reads_and_who_does_not(self):
        convention = self.etablie()
        signature = {"partie": "ars", "mode": "papier"}
        for qui, statut, code in [(self.corse, 404, "convention.inconnue"), (self.voisin, 404, "convention.inconnue"),
                                  (self.comite, 403, "acces.refuse"), (self.admin, 403, "acces.refuse"),
                                  (self.national, 403, "convention.interdite")]:
            self.refuse(qui.poster(convention + "/signatures", **signature), statut, code)
            if qui is not self.national:
                self.refuse(qui.lire(convention), statut, code)
        self.assertEqual(Client(self.atelier).lire(convention).statut, 401)
        self.refuse(self.comptable.lire(convention), 403, "acces.refuse")
        self.assertEqual(self.lue(convention, self.national)["id"], convention.rsplit("/", 1)[1])
        self.refuse(self.porteur.lire(convention + "/solde"), 403, "acces.refuse")
        self.refuse(self.porteur.poster(self.deposes[0] + "/convention"), 403, "acces.refuse")
        lignes = self.atelier.executer("SELECT acte, objet, detail FROM journal WHERE issue = 'refuse'")
        self.assertIn(("convention.signer", "convention:" + convention.rsplit("/", 1)[1], "convention.inconnue"),
                      lignes)

    def test_two_parties_are_two_people_and_the_second_signature_agrees(self):
        dossier = self.notifie()
        convention = self.etablie(dossier)
        signer = convention + "/signatures"
        self.refuse(self.porteur.poster(signer, partie="ars", mode="electronique"), 403, "signature.d_un_autre")
        self.refuse(self.ars.poster(signer, partie="porteur", mode="electronique"), 403, "signature.d_un_autre")
        self.refuse(self.ars.poster(signer, partie="témoin", mode="papier"), 422, "signature.partie", "partie")
        self.refuse(self.ars.poster(signer, partie="ars", mode="oral"), 422, "signature.mode", "mode")
        perimee = self.ars.demander("POST", signer, {"partie": "ars", "mode": "papier"}, **{"If-Match": '"7"'})
        self.assertEqual(self.refuse(perimee, 412, "convention.version_perimee")["version"], 1)
        # The paper that the porteur signed, kept by one person of the desk; another signs for the agency.
        papier = self.fait(self.ars.poster(signer, partie="porteur", mode="papier"))
        self.assertEqual((papier["version"], papier["statut"], papier["signee_le"]), (2, "notifie", None))
        self.refuse(self.ars.poster(signer, partie="ars", mode="electronique"), 409, "signature.meme_personne")
        self.refuse(self.porteur.poster(signer, partie="porteur", mode="electronique"), 409, "signature.deja")
        fini = self.fait(self.collegue.demander("POST", signer, {"partie": "ars", "mode": "electronique"},
                                                **{"If-Match": '"2"'}))
        self.assertEqual((fini["version"], fini["statut"]), (3, "conventionne"))
        self.assertEqual(fini["avance"]["due_le"], fini["signee_le"])
        self.assertEqual(self.ars.lire(dossier).json["statut"], "conventionne")
        self.refuse(self.collegue.poster(signer, partie="ars", mode="papier"), 409, "dossier.etat")
        self.assertTrue(attendre(lambda: self.courriels_qui_disent("convention sign"), 10))
        passages = self.porteur.lire(dossier + "/historique").json["passages"]
        self.assertEqual([un["apres"] for un in passages][-1], "conventionne")

    def test_two_who_sign_at_once_are_told_apart(self):
        convention = self.etablie()
        reponses = []
        fils = [threading.Thread(target=lambda un=un: reponses.append(
            un.poster(convention + "/signatures", partie="ars", mode="electronique").statut))
            for un in (self.ars, self.collegue)]
        for fil in fils:
            fil.start()
        for fil in fils:
            fil.join()
        self.assertEqual(sorted(reponses), [201, 409])
        self.assertEqual(len(self.lue(convention)["signatures"]), 1)

    def test_the_paper_is_the_same_until_it_is_signed_and_its_code_finds_it(self):
        dossier = self.notifie()
        convention = self.etablie(dossier)
        id_ = dossier.rsplit("/", 1)[1]
        pdf = lambda qui, debut="/api": octets(qui, f"{debut}/dossiers/{id_}/convention.pdf")
        statut, genre, avant = pdf(self.porteur)
        self.assertEqual((statut, genre), (200, "application/pdf"))
        self.assertEqual([pdf(self.ars)[2], pdf(self.national, "")[2]], [avant] * 2)
        self.assertRegex(texte_du_pdf(avant), r"\n\s*1\s+AAP ESMS numérique 2024")  # where the amounts come from
        code = re.search(r"NA-2024(?:-[0-9A-Z]{4}){4}\b", texte_du_pdf(avant))[0]
        for qui, refuse in [(self.corse, 404), (self.voisin, 404), (self.comptable, 403), (self.comite, 403)]:
            self.assertEqual(pdf(qui)[0], refuse)
        self.fait(self.porteur.poster(convention + "/signatures", partie="porteur", mode="electronique"))
        self.assertNotEqual(pdf(self.porteur)[2], avant)
        for lu in (code, code.lower(), " " + code):
            mene = self.ars.lire("/conventions?" + urllib.parse.urlencode({"code": lu}))
            self.assertEqual((mene.statut, mene.entetes["location"]), (303, f"/dossiers/{id_}/convention"))
        autre = code[:-1] + ("0" if code[-1] != "0" else "1")
        for qui, lu in [(self.ars, autre), (self.corse, code), (self.ars, "-")]:
            self.assertEqual(qui.lire("/conventions/" + lu).statut, 404)

    def test_every_agreement_is_on_a_page_of_the_list(self):
        convention = self.etablie()
        lue = self.lue(convention)
        with self.atelier.sienne as base:
            for rang in range(103):
                copie = f"{rang:032x}"
                base.executer("INSERT INTO dossier (id, compte, appel, statut, version, cree_le, modifie_le, guichet) "
                              "SELECT ?, compte, appel, statut, version, cree_le, modifie_le, guichet "
                              "FROM dossier WHERE id = ?", copie, lue["dossier"])
                base.executer("INSERT INTO fiche (dossier, guichet, statut, appel, numero, porteur, recherche, siret, "
                              "essms, depose_le, change_le) SELECT ?, guichet, statut, appel, ?, porteur, recherche, "
                              "siret, essms, depose_le, change_le FROM fiche WHERE dossier = ?",
                              copie, f"COPIE-{rang:03}", lue["dossier"])
                base.executer("INSERT INTO convention (id, dossier, depot, regles, forme, avance, empreinte, version, "
                              "preparee_par, preparee_le) SELECT ?, ?, depot, regles, forme, avance, empreinte, "
                              "version, preparee_par, '2023-01-01T00:00:00Z' FROM convention WHERE id = ?",
                              copie, copie, lue["id"])
        for tri in ("", "tri=echeance&"):
            vues = [re.findall(r"COPIE-\d{3}", self.ars.lire(f"/conventions?{tri}page={page}").corps)
                    for page in (1, 2)]
            self.assertEqual(sorted(vues[0] + vues[1]), [f"COPIE-{rang:03}" for rang in range(103)])
            self.assertTrue(vues[0] and vues[1])
            # There is no third page; a page that cannot be read is the first.
            for page, attendue in [("3", 1), ("-1", 0), ("x", 0)]:
                self.assertEqual(re.findall(r"COPIE-\d{3}",
                                            self.ars.lire(f"/conventions?{tri}page={page}").corps), vues[attendue])
        self.assertIn("Page 2 sur 2", self.ars.lire("/conventions?page=2").corps)

    # ---- reports and expenses

    def test_a_real_signed_report_counts_and_a_wrong_one_is_refused(self):
        convention = self.signe(self.pousser(self.avec_dui))
        envoyer = lambda octets: self.porteur.demander("POST", convention + "/rapports-usage", octets, **JSON)
        signe = self.organisme.signe
        self.assertEqual(self.solde(convention)["projet"]["etat"], "sans_mesure")
        for octets, code in [(signe.replace(b'"grappe-dui"', b'"grappe-dux"'), "usages.signature"),
                             (signe.replace(b'"fenetre":', b'"fenetre":1', 1), "usages.contenu_change"),
                             (b"rien", "usages.illisible")]:
            self.refuse(envoyer(octets), 422, code)
        recu = self.fait(envoyer(signe))
        self.assertEqual(recu["nature"], "signe")
        self.assertEqual(self.fait(envoyer(signe))["id"], recu["id"])
        self.assertEqual(self.lue(convention)["rapports"], [recu["id"]])
        # The same report is of no other agreement.
        autre = self.signe()
        refus = self.porteur.demander("POST", autre + "/rapports-usage", signe, **JSON)
        self.refuse(refus, 422, "usages.etablissement_d_ailleurs")
        self.vise(convention)
        solde = self.solde(convention)
        self.assertEqual((solde["complet"], len(solde["projet"]["cibles"])), (True, 5))
        lu = json.loads(signe)
        for rang, nom in enumerate(CIBLES):
            n, d = map(sum, zip(*[ligne["indicateurs"][nom]["fenetre"] for ligne in lu["etablissements"]]))
            cible = solde["projet"]["cibles"][rang]
            self.assertEqual((cible["numerateur"], cible["denominateur"]), (n, d))
            self.assertEqual(cible["etat"] == "atteinte", 100 * n >= (90 if rang < 3 else 70) * d)

    def test_a_report_needs_both_signatures(self):
        convention = self.etablie()
        refus = self.porteur.demander("POST", convention + "/rapports-usage", self.organisme.signe, **JSON)
        self.refuse(refus, 409, "dossier.etat")
        self.refuse(self.porteur.poster(convention + "/etat-depenses", **SUFFISANTES), 409, "dossier.etat")

    def test_every_fault_of_a_statement_is_said_and_the_last_one_counts(self):
        convention = self.signe()
        declarer = convention + "/etat-depenses"
        fautes = self.refuse(self.porteur.poster(declarer, materiel="mille", buffet="12.00", amoa=3), 422,
                             "depenses.illisibles")["fautes"]
        self.assertEqual(sorted((f["chemin"], f["code"]) for f in fautes),
                         [("amoa", "depenses.montant"), ("buffet", "depenses.categorie"),
                          ("materiel", "depenses.montant")])
        # Each sentence quotes what stands there, not where it stands.
        dites = {f["chemin"]: f["message"] for f in fautes}
        self.assertIn("«\u00a03\u00a0»", dites["amoa"])
        self.assertIn("«\u00a0mille\u00a0»", dites["materiel"])
        for faux in ("-1.00", "1e3", "1.001", "1 000.00", "", 1.5, ["1.00"]):
            faute, = self.refuse(self.porteur.poster(declarer, materiel=faux), 422, "depenses.illisibles")["fautes"]
            self.assertEqual((faute["chemin"], faute["code"]), ("materiel", "depenses.montant"), faux)
        self.refuse(self.porteur.poster(declarer), 422, "depenses.vides")
        self.refuse(self.ars.poster(declarer, **SUFFISANTES), 403, "acces.refuse")
        premier = self.fait(self.porteur.poster(declarer, materiel="0.10", logiciel="0.20"))
        self.assertEqual((premier["total"], premier["vise_le"]), ("0.30", None))
        viser = f"/api/etats-depenses/{premier['id']}/visa"
        self.refuse(self.porteur.poster(viser), 403, "acces.refuse")
        self.refuse(self.comptable94.poster(viser), 404, "depenses.inconnues")
        second = self.fait(self.porteur.poster(declarer, materiel="1.10"))
        self.refuse(self.comptable.poster(viser), 409, "depenses.remplacees")
        viser = f"/api/etats-depenses/{second['id']}/visa"
        self.assertIsNotNone(self.fait(self.comptable.poster(viser))["vise_le"])
        self.refuse(self.comptable.poster(viser), 409, "depenses.deja_visees")
        lu = self.comptable.lire(f"/api/etats-depenses/{second['id']}")
        self.assertEqual((lu.statut, lu.json["depenses"]), (200, {"materiel": "1.10"}))
        self.assertEqual(self.lue(convention)["etat_depenses"]["id"], second["id"])

    def test_bank_details_need_the_password_again_and_stay_sealed(self):
        convention = self.signe()
        poser = convention + "/coordonnees-bancaires"
        iban = "FR76 3000 6000 0112 3456 7890 189"
        self.refuse(self.ars.poster(poser, titulaire="Agence", iban=iban, mot_de_passe=BON), 403,
                    "coordonnees.d_un_autre")
        for corps, code in [({"titulaire": " "}, "coordonnees.titulaire"), ({"iban": iban[:-1] + "8"}, "iban.cle")]:
            refus = self.porteur.poster(poser, **{"titulaire": "Association", "iban": iban, "mot_de_passe": BON,
                                                  **corps})
            self.refuse(refus, 422, code)
        faux = self.porteur.poster(poser, titulaire="Association", iban=iban, mot_de_passe="un autre mot de passe")
        self.assertEqual(faux.json["code"], "mot_de_passe.faux", faux.corps)
        self.assertIsNone(self.lue(convention)["coordonnees_bancaires"])
        posees = self.fait(self.porteur.poster(poser, titulaire="Association", iban=iban, mot_de_passe=BON))
        self.assertEqual((posees["rang"], posees["fin"]), (1, "0189"))
        self.assertEqual(self.lue(convention)["coordonnees_bancaires"], posees)
        (scelle,), = self.atelier.executer("SELECT scelle FROM convention_coordonnees")
        self.assertNotIn("30006000", scelle)

    # ---- the money

    def test_what_is_missing_is_said_and_nothing_is_paid(self):
        convention = self.signe()
        solde = self.solde(convention)
        self.assertEqual((solde["issue"], solde["complet"], solde["montant"], solde["a_recouvrer"]),
                         ("nul", False, "0.00", "0.00"))
        manques = {un["regle"] for un in solde["constats"] if un["issue"] == "MANQUE"}
        self.assertEqual(manques, {"PAY-02", "IND-01", "IND-02", "IND-03", "IND-04", "IND-05"})
        self.assertTrue(all(un["source"]["document"] for un in solde["constats"]))
        self.verse(convention, objet="avance")
        self.refuse(self.ars.poster(convention + "/versements", objet="solde"), 409, "versement.solde_incomplet")
        self.mesurer(convention)
        self.refuse(self.ars.poster(convention + "/versements", objet="solde"), 409, "versement.solde_incomplet")

    def test_from_the_signature_to_the_last_euro(self):
        dossier = self.notifie()
        convention = self.etablie(dossier)
        self.refuse(self.ars.poster(convention + "/versements", objet="avance"), 409, "dossier.etat")
        self.fait(self.porteur.poster(convention + "/signatures", partie="porteur", mode="electronique"))
        self.fait(self.ars.poster(convention + "/signatures", partie="ars", mode="electronique"))
        self.refuse(self.ars.poster(convention + "/versements", objet="solde"), 409, "versement.avance_due")
        self.refuse(self.ars.poster(convention + "/versements", objet="prime"), 422, "versement.objet", "objet")
        # The agreement says what the advance is: another amount is a mistake, told in French.
        for faux in ("1.00", "mille", "0.00"):
            refus = self.refuse(self.ars.poster(convention + "/versements", objet="avance", montant=faux), 422,
                                "versement.montant", "montant")
            self.assertRegex(refus["title"], r"\d,\d\d\u00a0€\.$")
            self.assertNotRegex(refus["title"], r"\d\.\d")
        self.refuse(self.porteur.poster(convention + "/versements", objet="avance"), 403, "acces.refuse")
        cle = {"Idempotency-Key": "avance-" + convention}
        avance = self.fait(self.ars.demander("POST", convention + "/versements", {"objet": "avance"}, **cle))
        self.assertEqual(self.ars.demander("POST", convention + "/versements", {"objet": "avance"}, **cle).json, avance)
        self.assertEqual((avance["etat"], avance["issue"]), ("demande", None))
        self.refuse(self.collegue.poster(convention + "/versements", objet="avance"), 409, "versement.deja")
        valider = f"/api/versements/{avance['id']}/validation"
        self.refuse(self.ars.poster(valider), 403, "versement.meme_personne")
        self.refuse(self.corse.poster(valider), 404, "versement.inconnu")
        self.refuse(self.collegue.poster(valider, decision="peut-être"), 422, "versement.decision", "decision")
        valide = self.fait(self.collegue.poster(valider))
        self.assertEqual((valide["etat"], valide["montant"]), ("valide", self.lue(convention)["avance"]["montant"]))
        self.refuse(self.collegue.poster(valider), 409, "versement.deja_decide")
        self.assertEqual(self.porteur.lire(dossier).json["statut"], "en_cours")
        self.mesurer(convention)
        self.vise(convention)
        solde = self.solde(convention)
        self.assertEqual((solde["issue"], solde["montant"]), ("integral", solde["plein"]))
        self.assertEqual({ligne["atteinte"] for ligne in solde["lignes"]}, {True})
        self.refuse(self.ars.poster(convention + "/versements", objet="solde", montant="1.00"), 422,
                    "versement.montant", "montant")
        verse = self.verse(convention, objet="solde")
        self.assertEqual(verse["montant"], solde["montant"])
        self.assertEqual(Decimal(verse["montant"]) + Decimal(valide["montant"]), Decimal(solde["accorde"]))
        self.assertEqual(self.porteur.lire(dossier).json["statut"], "solde")
        self.assertEqual(self.atelier.commande("journal", "verifier").returncode, 0)
        actes = [acte for acte, in self.atelier.executer(
            "SELECT acte FROM journal WHERE objet = ? AND issue = 'fait' ORDER BY numero",
            "convention:" + convention.rsplit("/", 1)[1])]
        self.assertEqual(actes, ["convention.preparer", "convention.signer", "convention.signer",
                                 "versement.demander", "versement.valider", "depenses.declarer", "depenses.viser",
                                 "versement.demander", "versement.valider"])
        self.assertTrue(attendre(lambda: self.courriels_qui_disent("solde valid"), 10))

    def test_a_target_missed_leaves_the_balance_to_the_agency_with_its_reason(self):
        convention = self.signe()
        self.verse(convention, objet="avance")
        self.mesurer(convention, sauf="dmp")
        self.vise(convention)
        solde = self.solde(convention)
        self.assertEqual((solde["issue"], solde["montant"], solde["a_apprecier"]),
                         ("a_apprecier", "0.00", solde["plein"]))
        self.assertIn(("AMB-24", "A_APPRECIER"), [(un["regle"], un["issue"]) for un in solde["constats"]])
        demander = convention + "/versements"
        self.refuse(self.ars.poster(demander, objet="solde"), 422, "versement.a_decider", "montant")
        self.refuse(self.ars.poster(demander, objet="solde", montant="1.00"), 422, "versement.a_decider")
        trop = str(Decimal(solde["plein"]) + Decimal("0.01"))
        self.refuse(self.ars.poster(demander, objet="solde", montant=trop, motif="Généreux."), 422, "versement.montant")
        demande = self.fait(self.ars.poster(demander, objet="solde", montant="1000.00", motif="Une panne établie."))
        self.assertEqual((demande["montant"], demande["issue"]), ("1000.00", "a_apprecier"))
        # What it was computed from does not change any more, until it is rejected.
        self.refuse(self.porteur.poster(convention + "/etat-depenses", **SUFFISANTES), 409, "convention.solde_demande")
        rejet = self.fait(self.collegue.poster(f"/api/versements/{demande['id']}/validation", decision="rejete"))
        self.assertEqual(rejet["etat"], "rejete")
        self.vise(convention)
        encore = self.fait(self.collegue.poster(demander, objet="solde", montant="2000.00", motif="Deux pannes."))
        self.fait(self.ars.poster(f"/api/versements/{encore['id']}/validation"))
        self.assertEqual([(un["objet"], un["etat"]) for un in self.lue(convention)["versements"]],
                         [("avance", "valide"), ("solde", "rejete"), ("solde", "valide")])

    def test_two_who_ask_at_once_make_one_payment(self):
        convention = self.signe()
        reponses = []
        fils = [threading.Thread(target=lambda un=un: reponses.append(
            un.poster(convention + "/versements", objet="avance").statut)) for un in (self.ars, self.collegue)]
        for fil in fils:
            fil.start()
        for fil in fils:
            fil.join()
        self.assertEqual(sorted(reponses), [201, 409])
        self.assertEqual(len(self.lue(convention)["versements"]), 1)


if __name__ == "__main__":
    unittest.main()
