"""Amendments by the API: previewed, prepared, signed by two people, in force or given up; the amounts that follow,
from the first departure to the last payment; the paper of each."""

import json
import os
import pathlib
import re
import subprocess
import tempfile
import unittest
from decimal import Decimal

import essai_convention
from client import attendre
from comptes import PORTAIL, Client
from essai_documents import octets, texte_du_pdf
from essai_portail import RACINE


class Avenants(essai_convention.Conventions):
    def lignes(self, convention):
        return self.lue(convention)["lignes"]

    def depart(self, convention, combien=1):
        return [{"genre": "retrait", "finess": ligne["finess_et"]} for ligne in self.lignes(convention)[:combien]]

    def demander(self, convention, changements, qui=None, motif="Un membre quitte le projet.", **entetes):
        entetes.setdefault("If-Match", f'"{self.lue(convention)["version"]}"')
        return (qui or self.ars).demander("POST", convention + "/avenants",
                                          {"motif": motif, "changements": changements}, **entetes)

    def prepare(self, convention, changements, **options):
        avenant = self.fait(self.demander(convention, changements, **options))
        return "/api/avenants/" + avenant["id"], avenant

    def en_vigueur(self, convention, changements):
        chemin, _ = self.prepare(convention, changements)
        self.fait(self.porteur.poster(chemin + "/signatures", partie="porteur", mode="electronique"))
        return self.fait(self.collegue.poster(chemin + "/signatures", partie="ars", mode="electronique"))

    def test_a_preview_writes_nothing_and_says_what_the_amendment_will(self):
        convention = self.signe()
        avant = self.lue(convention)
        corps = {"motif": "Un membre quitte le projet.", "changements": self.depart(convention)}
        apercu = self.ars.demander("POST", convention + "/avenants/apercu", corps)
        self.assertEqual(apercu.statut, 200, apercu.corps)
        self.assertEqual(self.lue(convention), avant)
        self.assertEqual(self.ars.lire(convention + "/avenants").json, {"avenants": []})
        self.assertEqual(apercu.json["accorde_avant"], avant["accorde"])
        self.assertIsNone(apercu.json["manque_a_l_enveloppe"])
        cle = {"Idempotency-Key": "avenant-" + convention}
        chemin, prepare = self.prepare(convention, corps["changements"], **cle)
        encore = self.demander(convention, corps["changements"], **{**cle, "If-Match": '"3"'})
        self.assertEqual(encore.json, prepare)
        for nom in ("accorde", "avance", "phrases", "lignes", "changements", "rang"):
            self.assertEqual(prepare[nom], apercu.json[nom])
        self.assertEqual((prepare["etat"], prepare["signatures"]), ("attend", []))
        self.assertEqual(self.lue(chemin, self.porteur), prepare)
        self.assertTrue(any("quitte le projet" in phrase for phrase in prepare["phrases"]), prepare["phrases"])
        self.assertTrue(attendre(lambda: self.courriels_qui_disent("avenant"), 10))
        # It changes nothing yet.
        self.assertEqual((self.lue(convention)["accorde"], self.lue(convention)["avenant"]), (avant["accorde"], 0))

    def test_every_fault_is_said_at_once_and_versions_are_held(self):
        convention = self.signe()
        premier = self.lignes(convention)[0]["finess_et"]
        demandes = [{"genre": "retrait", "finess": "339999999"}, {"genre": "regime", "finess": premier, "valeur": "x"},
                    {"genre": "devis_amoa", "valeur": "mille"}, {"genre": "fin_deploiement", "valeur": "demain"}]
        refus = self.refuse(self.demander(convention, demandes), 422, "avenant.refuse")
        self.assertEqual([(f["chemin"], f["code"]) for f in refus["fautes"]],
                         [("changements[0]", "avenant.finess_inconnu"), ("changements[1]", "avenant.regime"),
                          ("changements[2]", "avenant.montant"), ("changements[3]", "avenant.date")])
        self.assertIn("339999999", refus["fautes"][0]["message"])
        mal = self.refuse(self.demander(convention, [{"genre": "prime"}, {"finess": 3}, "rien"]), 422, "avenant.refuse")
        self.assertEqual([f["code"] for f in mal["fautes"]], ["avenant.genre", "avenant.forme", "avenant.forme"])
        self.refuse(self.demander(convention, []), 422, "avenant.vide", "changements")
        self.refuse(self.demander(convention, self.depart(convention), motif="  "), 422, "avenant.motif", "motif")
        corps = {"motif": "Sans version.", "changements": self.depart(convention)}
        self.refuse(self.ars.demander("POST", convention + "/avenants", corps), 428, "http.version_requise")
        perime = self.demander(convention, self.depart(convention), **{"If-Match": '"1"'})
        self.assertEqual(self.refuse(perime, 412, "convention.version_perimee")["version"], 3)
        self.refuse(self.demander(convention, self.depart(convention, 3)), 422, "avenant.refuse")
        self.assertEqual(self.ars.lire(convention + "/avenants").json, {"avenants": []})

    def test_an_agreement_that_is_not_signed_is_not_amended(self):
        convention = self.etablie()
        self.refuse(self.demander(convention, self.depart(convention)), 409, "dossier.etat")

    def test_who_prepares_signs_reads_and_who_does_not(self):
        convention = self.signe()
        self.refuse(self.demander(convention, self.depart(convention), qui=self.porteur), 403, "acces.refuse")
        for qui, statut, code in [(self.corse, 404, "convention.inconnue"), (self.national, 403, "convention.interdite"),
                                  (self.comite, 403, "acces.refuse"), (self.comptable, 403, "acces.refuse")]:
            self.refuse(self.demander(convention, self.depart(convention), qui=qui), statut, code)
        chemin, avenant = self.prepare(convention, self.depart(convention))
        pdf = f"/api/avenants/{avenant['id']}/avenant.pdf"
        for qui, statut, code in [(self.corse, 404, "avenant.inconnu"), (self.voisin, 404, "avenant.inconnu"),
                                  (self.comptable, 403, "acces.refuse"), (self.admin, 403, "acces.refuse")]:
            self.refuse(qui.lire(chemin), statut, code)
            self.assertEqual(octets(qui, pdf)[0], statut)
            self.refuse(qui.poster(chemin + "/signatures", partie="ars", mode="papier"), statut, code)
        self.assertEqual(Client(self.atelier).lire(chemin).statut, 401)
        self.assertEqual(self.lue(chemin, self.national)["id"], avenant["id"])
        self.refuse(self.porteur.poster(chemin + "/abandon", motif="Non."), 403, "acces.refuse")
        lignes = self.atelier.executer("SELECT acte, detail FROM journal WHERE issue = 'refuse' AND objet = ?",
                                       "avenant:" + avenant["id"])
        self.assertIn(("avenant.signer", "avenant.inconnu"), lignes)

    def test_two_people_sign_then_only_the_amounts_follow(self):
        convention = self.signe()
        avant = self.lue(convention)
        chemin, avenant = self.prepare(convention, self.depart(convention))
        self.refuse(self.demander(convention, self.depart(convention)), 409, "avenant.deja_en_attente")
        self.refuse(self.ars.poster(convention + "/versements", objet="avance"), 409, "versement.avenant_en_attente")
        signer = chemin + "/signatures"
        self.refuse(self.porteur.poster(signer, partie="ars", mode="electronique"), 403, "signature.d_un_autre")
        self.fait(self.ars.poster(signer, partie="porteur", mode="papier"))
        self.refuse(self.ars.poster(signer, partie="ars", mode="electronique"), 409, "signature.meme_personne")
        perimee = self.collegue.demander("POST", signer, {"partie": "ars", "mode": "electronique"},
                                         **{"If-Match": '"3"'})
        self.refuse(perimee, 412, "convention.version_perimee")
        self.assertEqual(self.lue(convention)["avenant"], 0)
        signe = self.fait(self.collegue.poster(signer, partie="ars", mode="electronique"))
        self.assertEqual((signe["etat"], len(signe["signatures"])), ("signe", 2))
        self.refuse(self.porteur.poster(signer, partie="porteur", mode="electronique"), 409, "avenant.clos")
        apres = self.lue(convention)
        self.assertEqual((apres["avenant"], apres["accorde"], apres["version"]), (1, avenant["accorde"], 6))
        self.assertEqual(len(apres["lignes"]), len(avant["lignes"]) - 1)
        self.assertEqual(Decimal(apres["avance"]["montant"]) + Decimal(apres["solde_plein"]),
                         Decimal(apres["accorde"]))
        self.assertEqual(apres["empreinte"], avant["empreinte"])
        # Who left is of no live dossier any more: another may take it.
        id_ = avant["dossier"]
        restent = {finess for finess, in self.atelier.executer(
            "SELECT finess_et FROM depot_essms WHERE dossier = ?", id_)}
        self.assertEqual(restent, {ligne["finess_et"] for ligne in apres["lignes"]})
        actes = [acte for acte, in self.atelier.executer(
            "SELECT acte FROM journal WHERE objet = ? AND issue = 'fait' ORDER BY numero",
            "convention:" + avant["id"])]
        self.assertEqual(actes[3:], ["avenant.preparer", "avenant.signer", "avenant.signer", "avenant.effet"])
        self.assertTrue(attendre(lambda: self.courriels_qui_disent("avenant en vigueur"), 10))

    def test_the_paper_of_an_amendment_and_that_of_the_agreement_stay_apart(self):
        convention = self.signe()
        dossier = self.lue(convention)["dossier"]
        de_la_convention = lambda: octets(self.ars, f"/api/dossiers/{dossier}/convention.pdf")[2]
        avant = de_la_convention()
        chemin, avenant = self.prepare(convention, self.depart(convention))
        pdf = lambda qui, debut="/api": octets(qui, f"{debut}/avenants/{avenant['id']}/avenant.pdf")
        statut, genre, papier = pdf(self.porteur)
        self.assertEqual((statut, genre), (200, "application/pdf"))
        self.assertEqual(pdf(self.ars, "")[2], papier)
        texte = texte_du_pdf(papier)
        self.assertIn("quitte le projet", texte)
        code = re.search(r"NA-2024(?:-[0-9A-Z]{4}){3}-A1-[0-9A-F]{4}\b", texte)[0]
        mene = self.ars.lire("/conventions/" + code.lower())
        self.assertEqual((mene.statut, mene.entetes["location"]), (303, f"/dossiers/{dossier}/convention"))
        self.assertEqual(self.corse.lire("/conventions/" + code).statut, 404)
        self.fait(self.porteur.poster(chemin + "/signatures", partie="porteur", mode="electronique"))
        self.fait(self.ars.poster(chemin + "/signatures", partie="ars", mode="electronique"))
        self.assertNotEqual(pdf(self.porteur)[2], papier)
        self.assertEqual(de_la_convention(), avant)

    def test_an_amendment_that_is_given_up_changes_nothing_and_stays(self):
        convention = self.signe()
        avant = self.lue(convention)
        chemin, _ = self.prepare(convention, self.depart(convention))
        self.refuse(self.ars.poster(chemin + "/abandon", motif=" "), 422, "avenant.motif", "motif")
        laisse = self.fait(self.collegue.poster(chemin + "/abandon", motif="Une erreur."))
        self.assertEqual((laisse["etat"], laisse["motif_d_abandon"]), ("abandonne", "Une erreur."))
        self.assertEqual(self.lue(convention)["accorde"], avant["accorde"])
        suivant = self.en_vigueur(convention, self.depart(convention))
        self.assertEqual(suivant["rang"], 2)
        versions = self.ars.lire(convention + "/avenants").json["avenants"]
        self.assertEqual([(un["rang"], un["etat"]) for un in versions], [(1, "abandonne"), (2, "signe")])

    def test_an_advance_that_was_paid_stands_and_what_exceeds_is_given_back(self):
        convention = self.signe()
        verse = Decimal(self.verse(convention, objet="avance")["montant"])
        # One of three leaves: the balance carries it. Then one more: less is granted than was paid.
        premier = self.en_vigueur(convention, self.depart(convention))
        self.assertEqual((Decimal(premier["verse"]), Decimal(premier["avance"])), (verse, verse))
        self.assertEqual(verse + Decimal(premier["solde_plein"]), Decimal(premier["accorde"]))
        second = self.en_vigueur(convention, self.depart(convention))
        trop = verse - Decimal(second["accorde"])
        self.assertEqual(Decimal(second["a_recouvrer"]), max(trop, Decimal(0)))
        self.mesurer(convention)
        self.vise(convention)
        solde = self.solde(convention)
        self.assertEqual(verse + Decimal(solde["montant"]) - Decimal(solde["a_recouvrer"]), Decimal(solde["accorde"]))
        if trop > 0:
            self.assertIn("AMB-29", [un["regle"] for un in solde["constats"]])
        fini = self.verse(convention, objet="solde")
        self.assertEqual((fini["montant"], fini["a_recouvrer"]), (solde["montant"], solde["a_recouvrer"]))
        self.refuse(self.demander(convention, self.depart(convention)), 409, "dossier.etat")

    def test_an_amended_advance_is_paid_once_and_the_balance_is_the_rest(self):
        convention = self.signe()
        avenant = self.en_vigueur(convention, self.depart(convention))
        avance = self.verse(convention, objet="avance")
        self.assertEqual(avance["montant"], avenant["avance"])
        self.mesurer(convention)
        self.vise(convention)
        solde = self.verse(convention, objet="solde")
        self.assertEqual(Decimal(avance["montant"]) + Decimal(solde["montant"]), Decimal(avenant["accorde"]))

    def test_a_delay_is_extended_and_a_fact_corrected(self):
        convention = self.signe()
        premier = self.lignes(convention)[0]
        regime = "acquisition" if premier["equipement"] == "0.00" else "montee_de_version"
        avenant = self.en_vigueur(convention, [{"genre": "fin_deploiement", "valeur": "2026-12-31"},
                                               {"genre": "regime", "finess": premier["finess_et"], "valeur": regime}])
        self.assertEqual((avenant["fin_deploiement_avant"], avenant["fin_deploiement"]), (None, "2026-12-31"))
        self.assertNotEqual(avenant["accorde"], avenant["accorde_avant"])
        self.assertEqual(self.lue(convention)["fin_deploiement"], "2026-12-31")
        refus = self.demander(convention, [{"genre": "fin_deploiement", "valeur": "2026-12-30"}])
        self.assertEqual(self.refuse(refus, 422, "avenant.refuse")["fautes"][0]["code"], "avenant.delai_raccourci")

    def test_an_establishment_joins_and_one_that_is_taken_does_not(self):
        convention, autre = self.signe(), self.signe()
        connus = self.ars.lire("/api/etablissements?q=ehpad").json["resultats"]
        finess = [un["finess_et"] for un in connus if un["ouvert"] and un["secteur"] == "PA"][0]
        ajout = [{"genre": "ajout", "finess": finess, "valeur": "acquisition"}]
        avenant = self.en_vigueur(autre, ajout)
        self.assertEqual([ligne["avant"] for ligne in avenant["lignes"] if ligne["finess_et"] == finess], [None])
        self.assertTrue(any("rejoint le projet" in phrase for phrase in avenant["phrases"]), avenant["phrases"])
        refus = self.refuse(self.demander(convention, ajout), 422, "avenant.refuse")
        self.assertEqual([f["code"] for f in refus["fautes"]], ["avenant.essms_ailleurs"])
        inconnu = [{"genre": "ajout", "finess": "339999997", "valeur": "acquisition"}]
        refus = self.refuse(self.demander(convention, inconnu), 422, "avenant.refuse")
        self.assertEqual([f["code"] for f in refus["fautes"]], ["avenant.essms_ecarte"])
        self.en_vigueur(autre, [{"genre": "retrait", "finess": finess}])
        self.en_vigueur(convention, ajout)
        self.assertIn(finess, [ligne["finess_et"] for ligne in self.lignes(convention)])


    def confronter(self, certificat):
        with tempfile.TemporaryDirectory() as ailleurs:
            fichier = pathlib.Path(ailleurs, "certificat.json")
            fichier.write_text(certificat, encoding="utf-8")
            env = {"PATH": os.environ["PATH"], "HOME": ailleurs, "GRAPPE_RACINE": str(RACINE)}
            return subprocess.run([PORTAIL, "check", fichier, "--json"], cwd=ailleurs, env=env, capture_output=True,
                                  check=False)

    def test_what_an_amended_agreement_grants_is_certified_too(self):
        """Signed, then amended: the same bytes elsewhere, and the amount is the one in force."""
        convention = self.signe()
        connus = self.ars.lire("/api/etablissements?q=saad").json["resultats"]
        saad = [un["finess_et"] for un in connus if un["ouvert"]][-1]
        self.refuse(self.demander(convention, [{"genre": "ajout", "finess": saad, "valeur": "acquisition"}]), 422,
                    "avenant.refuse", "changements[0]")
        heures = [{"genre": "heures_" + nom, "finess": saad, "valeur": valeur}
                  for nom, valeur in [("apa", "150"), ("pch", "50"), ("autres", "0"), ("total", "1000.50")]]
        for changements in ([], [*self.depart(convention), *heures,
                                 {"genre": "ajout", "finess": saad, "valeur": "acquisition"}]):
            if changements:
                # An addition comes before what is said of it.
                self.en_vigueur(convention, sorted(changements, key=lambda un: un["genre"]))
            lu = self.porteur.lire(convention + "/certificat")
            self.assertEqual(lu.statut, 200, lu.corps)
            certificat = json.loads(lu.corps)
            refait = self.confronter(lu.corps)
            self.assertEqual((refait.returncode, refait.stderr), (0, b""))
            self.assertEqual(refait.stdout.decode(), certificat["sortie"]["texte"])
            dite = self.lue(convention)
            subvention = json.loads(refait.stdout)["subvention"]
            self.assertEqual(subvention["total"], dite["accorde"])
            self.assertEqual({un["finess_et"]: un["total"] for un in subvention["lignes"]},
                             {un["finess_et"]: un["total"] for un in dite["lignes"]})
        avenant = self.ars.lire(convention + "/avenants").json["avenants"][-1]
        self.assertEqual(certificat["dossier"]["recepisse"], avenant["empreinte"])
        self.assertIn("-A1-", certificat["dossier"]["numero"])
        for qui, statut in [(self.corse, 404), (self.voisin, 404), (self.comptable, 403)]:
            self.assertEqual(qui.lire(convention + "/certificat").statut, statut)


# Those of the agreement are tried in their own suite.
for nom in dir(essai_convention.Conventions):
    if nom.startswith("test_") and nom not in vars(Avenants):
        setattr(Avenants, nom, None)

if __name__ == "__main__":
    unittest.main()
