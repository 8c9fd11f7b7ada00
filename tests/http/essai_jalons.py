"""The milestones of an agreement by the API: computed, planned, declared, confirmed, asked about, extended, corrected;
who may say what; the calendar and the mails before a binding term."""

import time
import unittest

import essai_convention
from comptes import Atelier, Client, code_totp
from dossiers import GUICHET, OUVERT, Porteur, contenu
from essai_usages import APRES
from membres import AUTRE, UNE

IMPERATIF = "Échéance impérative\u00a0: Référencement du logiciel"


class Jalons(unittest.TestCase):
    aide = essai_convention.Conventions  # not a name of the module: its tests are its own suite's
    deposer = classmethod(aide.deposer.__func__)
    pousser, notifie, etablie, signe = aide.pousser, aide.notifie, aide.etablie, aide.signe
    fait, refuse, lue, courriels_qui_disent = aide.fait, aide.refuse, aide.lue, aide.courriels_qui_disent

    @classmethod
    def setUpClass(cls):
        cls.atelier = Atelier().demarrer("--horloge", OUVERT)
        cls.porteur, cls.voisin, cls.membre = (Porteur(cls.atelier, f"{nom}@exemple.fr")
                                               for nom in ("porteur", "voisin", "membre"))
        for nom, role, region in [("ars", "ars", "75"), ("corse", "ars", "94"), ("national", "national", None),
                                  ("comptable", "comptable", "75")]:
            secret = cls.atelier.guichet(role, f"{nom}@exemple.fr", region)
            client = Client(cls.atelier)
            assert client.connecter(f"{nom}@exemple.fr", code=code_totp(secret)).statut == 201
            setattr(cls, nom, client)
        cls.deposes = [cls.deposer([], 5 * rang) for rang in range(10)]
        cls.a_referencer = [cls.deposer_sans_reference(80 + 3 * rang) for rang in range(2)]
        cls.a(APRES)

    @classmethod
    def tearDownClass(cls):
        cls.atelier.fermer()

    @classmethod
    def deposer_sans_reference(cls, debut):
        """Three establishments, the first of another entity whose person agreed; a software that is not referenced
        yet, and its set-up planned for 1 November."""
        ecrit = contenu(100)
        ecrit["essms"] = ecrit["essms"][debut:debut + 3]
        for rang, essms in enumerate(ecrit["essms"]):
            essms["finess_ej"] = AUTRE if rang == 0 else UNE
        ecrit.pop("organismes", None)
        ecrit["solution"] = {"nom": "Logiciel fictif", "dsr": ["MS1"], "referencement_en_cours": True,
                             "debut_parametrage_le": "2024-11-01"}
        dossier = cls.porteur.commencer()
        assert cls.porteur.ecrire(dossier, ecrit, 1).statut == 200
        assert cls.porteur.poster(dossier + "/membres", finess_ej=AUTRE,
                                  courriel="membre@exemple.fr").statut == 201
        assert cls.membre.demander("POST", dossier + "/accords", {"finess_ej": AUTRE, "accord": True}).statut == 201
        depot = cls.porteur.deposer(dossier, GUICHET)
        assert depot.statut == 201, depot.corps
        return dossier

    @classmethod
    def a(cls, instant):
        cls.atelier.arreter()
        cls.atelier.demarrer("--horloge", instant)

    def jalons(self, convention, qui=None):
        return self.lue(convention + "/jalons", qui)

    def un(self, lue, jalon, finess=None):
        ou = lue["deploiements"] if finess else lue["jalons"]
        return next(un for un in ou if un["jalon"] == jalon and un["finess_et"] == finess)

    def dire(self, qui, convention, jalon, acte, **corps):
        """By the route of its role."""
        entetes = {cle: corps.pop(cle) for cle in list(corps) if "-" in cle}
        chemin = convention + ("/jalons/suites" if qui is self.ars else "/jalons")
        return qui.demander("POST", chemin, {"jalon": jalon, "acte": acte, **corps}, **entetes)

    def dit(self, *arguments, **corps):
        return self.fait(self.dire(*arguments, **corps))

    def courriels_attendus(self, mots, nombre):
        """How many say it, once that many came or none does any more."""
        for _ in range(200):
            if len(self.courriels_qui_disent(mots)) >= nombre:
                break
            time.sleep(0.05)
        return len(self.courriels_qui_disent(mots))

    # ---- read

    def test_the_milestones_of_a_signed_agreement_cite_their_texts(self):
        convention = self.signe()
        lue = self.jalons(convention)
        self.assertEqual([un["jalon"] for un in lue["jalons"]],
                         ["publication", "signature", "saisie", "demarrage", "choix", "referencement", "parametrage",
                          "deploiement", "demande_de_solde"])
        self.assertEqual(self.un(lue, "signature")["fait_le"], "2024-10-05")
        self.assertEqual(self.un(lue, "demarrage")["fait_le"], "2024-10-05")
        solde = self.un(lue, "demande_de_solde")
        self.assertEqual((solde["terme"], solde["nature"], solde["etat"]), ("2028-12-31", "imperative", "a_venir"))
        self.assertEqual(solde["source"]["document"], "FMIS, Caisse des dépôts")
        self.assertEqual(len(lue["deploiements"]), 3)
        for un in lue["deploiements"]:
            self.assertEqual(un["nature"], "indicative")
            self.assertIn(un["terme"], ("2025-07-05", "2026-04-05"))
            self.assertEqual(un["source"]["section"], "§4.5.2")
        self.assertEqual([une["choisie"] for une in lue["lectures"]],
                         ["signature_de_la_convention", "indicatifs", "appreciation_de_l_ars"])
        self.assertEqual((lue["version"], lue["faits"], lue["en_partie"]), (0, [], False))
        self.assertEqual(self.jalons(convention, self.porteur), lue)
        self.assertEqual(self.jalons(convention, self.national), lue)

    def test_before_both_have_signed_nothing_is_said(self):
        convention = self.etablie()
        lue = self.jalons(convention, self.porteur)
        self.assertIsNone(self.un(lue, "demande_de_solde")["terme"])
        self.refuse(self.dire(self.porteur, convention, "choix", "declarer", jour="2024-10-01"), 409, "dossier.etat")

    # ---- said

    def test_a_porteur_plans_then_declares_and_the_desk_confirms_or_asks(self):
        convention = self.signe()
        lue = self.dit(self.porteur, convention, "choix", "prevoir", jour="2024-10-15")
        choix = self.un(lue, "choix")
        self.assertEqual((choix["prevu_le"], choix["jours"], choix["nature"]), ("2024-10-15", 10, "prevue"))
        self.refuse(self.dire(self.porteur, convention, "choix", "declarer", jour="2024-10-06"), 422,
                    "jalon.jour_futur", "jour")
        lue = self.dit(self.porteur, convention, "choix", "declarer", jour="2024-10-01", motif="Marché notifié")
        self.assertEqual(self.un(lue, "choix")["suite"], "declare")
        self.refuse(self.dire(self.ars, convention, "choix", "demander"), 422, "jalon.motif", "motif")
        avant = len(self.courriels_qui_disent("précision est demandée"))
        lue = self.dit(self.ars, convention, "choix", "demander", motif="Quelle version du logiciel ?")
        self.assertEqual((self.un(lue, "choix")["suite"], self.un(lue, "choix")["question"]),
                         ("a_preciser", "Quelle version du logiciel ?"))
        self.assertEqual(self.courriels_attendus("précision est demandée", avant + 1), avant + 1)
        lue = self.dit(self.ars, convention, "choix", "confirmer")
        self.assertEqual(self.un(lue, "choix")["suite"], "confirme")
        self.assertEqual([un["acte"] for un in lue["faits"]], ["prevoir", "declarer", "demander", "confirmer"])

    def test_a_software_is_referenced_before_its_set_up_and_a_date_is_corrected_by_a_later_fact(self):
        convention = self.signe(self.pousser(self.a_referencer.pop()))
        reference = self.un(self.jalons(convention), "referencement")
        self.assertEqual((reference["terme"], reference["nature"], reference["jours"]),
                         ("2024-11-01", "imperative", 27))
        self.dit(self.porteur, convention, "parametrage", "declarer", jour="2024-09-01")
        lue = self.dit(self.porteur, convention, "referencement", "declarer", jour="2024-09-15")
        self.assertEqual(self.un(lue, "referencement")["etat"], "non_respecte")
        self.refuse(self.dire(self.porteur, convention, "parametrage", "declarer", jour="2024-09-20"), 422,
                    "jalon.motif", "motif")
        lue = self.dit(self.porteur, convention, "parametrage", "declarer", jour="2024-09-20", motif="Erreur de mois")
        self.assertEqual(self.un(lue, "referencement")["etat"], "fait")
        lignes = self.atelier.executer("SELECT COUNT(*) FROM jalon_fait WHERE convention = ?",
                                       convention.rsplit("/", 1)[1])
        self.assertEqual(lignes[0][0], 3)

    def test_a_software_referenced_at_the_deposit_is_not_declared(self):
        convention = self.signe()
        reference = self.un(self.jalons(convention), "referencement")
        self.assertEqual((reference["etat"], reference["fait_le"]), ("fait", "2023-03-01"))
        self.refuse(self.dire(self.porteur, convention, "referencement", "declarer", jour="2024-09-15"), 409,
                    "jalon.calcule")

    def test_several_establishments_are_deployed_at_once_and_all_or_none(self):
        convention = self.signe()
        finess = [un["finess_et"] for un in self.jalons(convention)["deploiements"]]
        self.refuse(self.dire(self.porteur, convention, "deploiement", "declarer", jour="2024-10-05"), 422,
                    "jalon.etablissement", "finess_et")
        self.refuse(self.dire(self.porteur, convention, "deploiement", "declarer", jour="2024-10-05",
                              finess_et=finess[0] + ", 999999999"), 422, "jalon.etablissement", "finess_et")
        self.assertEqual(self.jalons(convention)["version"], 0)
        lue = self.dit(self.porteur, convention, "deploiement", "declarer", jour="2024-10-05",
                       finess_et=", ".join(finess))
        self.assertEqual(self.un(lue, "deploiement")["etat"], "fait")
        self.assertEqual(len(lue["faits"]), 3)

    def test_the_desk_extends_an_indicative_delay_and_no_other(self):
        convention = self.signe()
        un = self.jalons(convention)["deploiements"][0]
        self.refuse(self.dire(self.ars, convention, "deploiement", "prolonger", jour=un["terme"], motif="Trop court",
                              finess_et=un["finess_et"]), 422, "jalon.prolongation", "jour")
        lue = self.dit(self.ars, convention, "deploiement", "prolonger", jour="2027-01-31", motif="Travaux",
                       finess_et=un["finess_et"])
        apres = self.un(lue, "deploiement", un["finess_et"])
        self.assertEqual((apres["terme"], apres["terme_du_texte"]), ("2027-01-31", un["terme"]))
        self.refuse(self.dire(self.ars, convention, "saisie", "prolonger", jour="2027-01-31", motif="Travaux"), 403,
                    "jalon.d_un_autre")

    def test_the_clock_of_the_agency_starts_at_the_publication_that_the_desk_declares(self):
        convention = self.signe()
        self.refuse(self.dire(self.porteur, convention, "publication", "declarer", jour="2024-02-29"), 403,
                    "jalon.d_un_autre")
        lue = self.dit(self.ars, convention, "publication", "declarer", jour="2024-02-29")
        self.assertEqual(self.un(lue, "saisie")["terme"], "2026-02-28")
        self.assertEqual(lue["prochain_imperatif"]["jalon"], "saisie")
        lue = self.dit(self.ars, convention, "saisie", "declarer", jour="2024-10-05")
        self.assertEqual(self.un(lue, "saisie")["etat"], "fait")

    def test_the_house_s_ways_of_a_request_sent_twice_and_of_a_stale_version(self):
        convention = self.signe()
        cle = {"Idempotency-Key": "jalon-" + convention}
        premier = self.dire(self.porteur, convention, "choix", "declarer", jour="2024-10-01", **cle)
        second = self.dire(self.porteur, convention, "choix", "declarer", jour="2024-10-01", **cle)
        self.assertEqual((premier.statut, premier.corps), (second.statut, second.corps))
        lue = self.porteur.lire(convention + "/jalons")
        self.assertEqual((lue.entetes["etag"], lue.json["version"]), ('"1"', 1))
        perimee = self.dire(self.porteur, convention, "choix", "retirer", motif="Non", **{"If-Match": '"0"'})
        self.refuse(perimee, 412, "jalon.version_perimee")
        self.assertEqual(perimee.entetes["etag"], '"1"')
        self.fait(self.dire(self.porteur, convention, "choix", "retirer", motif="Non", **{"If-Match": '"1"'}))
        for corps, champ in ((("voyage", "declarer"), "jalon"), (("choix", "rever"), "acte"),
                             (("choix", "declarer"), "jour")):
            refus = self.dire(self.porteur, convention, *corps, jour="2024-02-30")
            self.refuse(refus, 422, {"jalon": "jalon.nom", "acte": "jalon.acte", "jour": "jalon.jour"}[champ], champ)

    # ---- who

    def test_others_read_and_write_nothing(self):
        convention = self.signe()
        for qui in (self.voisin, self.corse):
            self.refuse(qui.lire(convention + "/jalons"), 404, "convention.inconnue")
        self.assertEqual(self.comptable.lire(convention + "/jalons").statut, 403)
        self.refuse(self.dire(self.voisin, convention, "choix", "declarer", jour="2024-10-01"), 404,
                    "convention.inconnue")
        self.assertEqual(self.national.poster(convention + "/jalons/suites", jalon="choix",
                                              acte="confirmer").statut, 403)
        self.assertEqual(self.porteur.poster(convention + "/jalons/suites", jalon="choix", acte="confirmer").statut,
                         403)
        self.assertEqual(self.ars.poster(convention + "/jalons", jalon="choix", acte="declarer").statut, 403)

    def test_a_member_speaks_of_its_own_establishments_and_a_binding_term_is_recalled_once(self):
        convention = self.signe(self.pousser(self.a_referencer.pop()))
        tous = [un["finess_et"] for un in self.jalons(convention)["deploiements"]]
        self.assertIn("/conventions/" + convention.rsplit("/", 1)[1] + "/jalons", self.membre.lire("/conventions").corps)
        lue = self.jalons(convention, self.membre)
        self.assertEqual((lue["en_partie"], [un["finess_et"] for un in lue["deploiements"]]), (True, tous[:1]))
        lue = self.dit(self.membre, convention, "deploiement", "prevoir", jour="2025-03-03", finess_et=tous[0])
        self.assertEqual([un["finess_et"] for un in lue["faits"]], tous[:1])
        for jalon, finess in (("deploiement", tous[1]), ("choix", "")):
            self.refuse(self.dire(self.membre, convention, jalon, "prevoir", jour="2025-03-03", finess_et=finess), 403,
                        "jalon.d_un_autre")
        self.dit(self.porteur, convention, "deploiement", "prevoir", jour="2025-03-03", finess_et=tous[1])
        self.assertEqual(len(self.jalons(convention, self.membre)["faits"]), 1)
        for attendu in ("1 rappel mis en file.", "0 rappel mis en file."):
            fait = self.atelier.commande("rappels", "envoyer", "--horloge", "2024-10-29T12:00:00Z")
            self.assertEqual((fait.returncode, fait.stdout.strip()), (0, attendu), fait.stderr)
        self.assertEqual(self.courriels_attendus(IMPERATIF, 1), 1)

    # ---- calendar, mails

    def test_terms_are_in_the_calendar_of_the_porteur_and_of_the_desk(self):
        convention = self.signe()
        self.dit(self.porteur, convention, "choix", "prevoir", jour="2024-12-24")
        for qui in (self.porteur, self.ars):
            adresse = qui.poster("/api/compte/calendrier").json["adresse"]
            flux = Client(self.atelier).lire("/calendrier/" + adresse.rsplit("/", 1)[1])
            self.assertEqual(flux.statut, 200)
            deplie = flux.corps.replace("\r\n ", "")
            self.assertIn("DTSTART;VALUE=DATE:20241224\r\nSUMMARY:Choix du logiciel (prévu par le porteur)", deplie)
            self.assertIn("DTSTART;VALUE=DATE:20281231\r\nSUMMARY:Demande de solde justifiée (impératif)", deplie)
            self.assertIn("/jalons\r\n", deplie)


if __name__ == "__main__":
    unittest.main()
