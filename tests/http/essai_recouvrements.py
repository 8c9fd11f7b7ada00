"""Recoveries by the API: opened by one person, validated by another, what comes back noted once; mails of accounts that
change and of payments that the bank rejects; a series of acts drawn at random loses no cent."""

import email
import email.policy
import random
import re
import unittest
from decimal import Decimal

from client import attendre
from paiements import AUTRE_IBAN, IBAN, Agence


class Recouvrements(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.agence = Agence(gens=("ars", "collegue", "corse", "comptable"))
        cls.ars, cls.collegue, cls.porteur = cls.agence.ars, cls.agence.collegue, cls.agence.porteur

    @classmethod
    def tearDownClass(cls):
        cls.agence.fermer()

    def refuse(self, reponse, statut, code):
        self.assertEqual((reponse.statut, reponse.json["code"]), (statut, code), reponse.corps)
        self.assertTrue(reponse.json["title"].endswith("."), reponse.corps)

    def courriels(self, mots, attendus=1):
        def lus():
            tous = [email.message_from_bytes(pli.read_bytes(), policy=email.policy.default)
                    for pli in self.agence.atelier.chemin.glob("courrier/*.eml")]
            return [lu for lu in tous if mots in lu["Subject"]]
        self.assertTrue(attendre(lambda: len(lus()) >= attendus, 10), mots)
        return lus()

    def test_from_its_reason_to_the_last_cent(self):
        dossier, convention, trop = self.agence.trop_verser()
        self.refuse(self.ars.poster(convention + "/recouvrements", motif=""), 422, "recouvrement.motif")
        self.assertEqual(self.porteur.poster(convention + "/recouvrements", motif="Non.").statut, 403)
        self.refuse(self.agence.corse.poster(convention + "/recouvrements", motif="Non."), 404, "convention.inconnue")
        ouvert = self.agence.fait(self.ars.demander("POST", convention + "/recouvrements", {"motif": "Deux départs."},
                                                    **{"Idempotency-Key": "recouvrer"}))
        self.assertEqual((Decimal(ouvert["montant"]), ouvert["etat"], ouvert["rendu"]), (trop, "demande", "0.00"))
        encore = self.ars.demander("POST", convention + "/recouvrements", {"motif": "Deux départs."},
                                   **{"Idempotency-Key": "recouvrer"})
        self.assertEqual(encore.json, ouvert)
        self.refuse(self.collegue.poster(convention + "/recouvrements", motif="Encore."), 409, "recouvrement.rien")
        adresse = f"/api/recouvrements/{ouvert['id']}"
        rendre = lambda montant, reference, jour="2024-02-29": self.ars.poster(
            adresse + "/retours", montant=montant, recu_le=jour, reference=reference)
        self.refuse(rendre("1.00", "V1"), 409, "recouvrement.pas_valide")
        self.refuse(self.ars.poster(adresse + "/validation"), 403, "recouvrement.meme_personne")
        self.refuse(self.agence.corse.poster(adresse + "/validation"), 404, "recouvrement.inconnu")
        # A slip in "decision" is no decision.
        self.refuse(self.collegue.poster(adresse + "/validation", decison="rejete"), 422, "api.membre_inconnu")
        self.agence.fait(self.collegue.poster(adresse + "/validation"))
        ((numero,),) = self.agence.atelier.executer("SELECT numero FROM depot WHERE dossier = ?", dossier)
        lus = self.courriels(f"Dossier {numero}\u00a0: une somme est à rendre")
        self.assertEqual([lu["To"] for lu in lus], ["porteur@exemple.fr"])
        avant = self.agence.soldes(dossier)
        self.refuse(rendre(f"{trop + Decimal('0.01')}", "V1"), 422, "recouvrement.montant")
        self.refuse(rendre("1.00", "V1", "2031-01-01"), 422, "recouvrement.jour")
        tout = rendre("beaucoup", " ", "hier")
        self.refuse(tout, 422, "recouvrement.montant")
        self.assertEqual([(une["chemin"], une["code"]) for une in tout.json["fautes"]],
                         [("montant", "recouvrement.montant"), ("recu_le", "recouvrement.jour"),
                          ("reference", "recouvrement.reference")])
        self.assertIn(f"{trop}", tout.json["fautes"][0]["message"])
        premier = self.agence.fait(rendre("0.01", "V1"))
        self.assertEqual((premier["rendu"], Decimal(premier["reste"])), ("0.01", trop - Decimal("0.01")))
        self.refuse(rendre("0.01", "V1"), 409, "recouvrement.reference_deja")
        fini = self.agence.fait(rendre(premier["reste"], "V2"))
        self.assertEqual((fini["reste"], len(fini["retours"])), ("0.00", 2))
        self.refuse(rendre("0.01", "V3"), 422, "recouvrement.montant")
        apres, cents = self.agence.soldes(dossier), int(trop * 100)
        self.assertEqual((apres["verse"], apres["libre"]), (avant["verse"] - cents, avant["libre"] + cents))
        self.assertEqual(self.porteur.lire(convention).json["recouvrements"], [fini])
        genres = [une[1] for une in self.agence.livre() if une[4] == dossier]
        self.assertEqual(genres.count("recouvrer"), 2)
        self.assertEqual(self.agence.atelier.commande("journal", "verifier").returncode, 0)

    def test_nothing_is_recovered_while_a_payment_is_under_way_by_the_api_or_the_page(self):
        dossier, convention, _ = self.agence.trop_verser()
        recouvrements = convention + "/recouvrements"

        def offre():
            page = self.ars.lire(f"/dossiers/{dossier}/convention")
            self.assertEqual(page.statut, 200)
            return f'action="/dossiers/{dossier}/convention/recouvrements"' in page.corps
        ordre = self.agence.fait(self.agence.emettre())
        avance = next(un["id"] for un in self.ars.lire(convention).json["versements"] if un["objet"] == "avance")
        self.assertTrue(offre())
        self.agence.fait(self.ars.poster(f"/api/ordres-paiement/{ordre['id']}/reponses", versement=avance,
                                         sort="rejete", motif="Compte clos."))
        self.assertFalse(offre())
        self.refuse(self.ars.poster(recouvrements, motif="Trop."), 409, "recouvrement.versement_renvoye")
        reprise = self.agence.fait(self.ars.poster(convention + "/versements", objet="avance"))
        self.assertFalse(offre())
        self.refuse(self.ars.poster(recouvrements, motif="Trop."), 409, "recouvrement.versement_en_cours")
        self.agence.fait(self.collegue.poster(f"/api/versements/{reprise['id']}/validation"))
        self.assertTrue(offre())
        self.agence.fait(self.ars.poster(recouvrements, motif="Trop."))
        self.assertFalse(offre())

    def test_an_account_that_changes_and_a_rejected_payment_are_told_once(self):
        ((_, convention),) = self.agence.conventions(1)
        avance = self.agence.valide(convention, objet="avance")
        ordre = self.agence.fait(self.agence.emettre(avance["id"]))
        self.agence.fait(self.ars.demander(
            "POST", f"/api/ordres-paiement/{ordre['id']}/reponses",
            {"versement": avance["id"], "sort": "rejete", "motif": f"Compte {IBAN} clos."},
            **{"Idempotency-Key": "rejet"}))
        self.ars.demander("POST", f"/api/ordres-paiement/{ordre['id']}/reponses",
                          {"versement": avance["id"], "sort": "rejete", "motif": f"Compte {IBAN} clos."},
                          **{"Idempotency-Key": "rejet"})
        # The porteur, and the desk but who noted it.
        lus = self.courriels("un paiement est rejeté par la banque", 2)
        self.assertEqual(sorted(lu["To"] for lu in lus), ["collegue@exemple.fr", "porteur@exemple.fr"])
        self.agence.donner_le_compte(convention, AUTRE_IBAN)
        changes = self.courriels("le compte bancaire a changé", 3)
        self.assertEqual(sorted(lu["To"] for lu in changes),
                         ["ars@exemple.fr", "collegue@exemple.fr", "porteur@exemple.fr"])
        for lu in lus + changes + self.courriels("un compte bancaire est donné"):
            texte = lu.get_content()
            self.assertIsNone(re.search(r"FR\d|\d{5}", texte.replace(" ", "").split("http")[0].split("NA-2024")[0]))
            self.assertNotIn(IBAN[:-4], texte)
            self.assertNotIn(AUTRE_IBAN[:-4], texte)
        self.assertIn(AUTRE_IBAN[-4:], changes[0].get_content())

    def test_acts_drawn_at_random_lose_no_cent(self):
        hasard = random.Random(20240524)
        dossier, convention, trop = self.agence.trop_verser()
        accorde = int(Decimal(self.ars.lire(convention).json["accorde"]) * 100)
        total = sum(self.agence.soldes(dossier).values())
        quelqu_un = lambda: hasard.choice([self.ars, self.collegue])
        faits = {"ouvrir": 0, "decider": 0, "rendre": 0}
        for pas in range(60):
            lus = self.ars.lire(convention).json["recouvrements"]
            acte = hasard.choice(list(faits))
            if acte == "ouvrir":
                reponse = quelqu_un().poster(convention + "/recouvrements", motif="Trop versé.")
            elif not lus:
                continue
            elif acte == "decider":
                reponse = quelqu_un().poster(f"/api/recouvrements/{hasard.choice(lus)['id']}/validation",
                                             decision=hasard.choice(["valide", "valide", "rejete"]))
            else:
                cents = hasard.randint(0, int(trop * 100) // 3)
                reponse = quelqu_un().poster(f"/api/recouvrements/{hasard.choice(lus)['id']}/retours",
                                             montant=f"{cents // 100}.{cents % 100:02}", recu_le="2024-02-29",
                                             reference=f"V{hasard.randint(0, pas)}")
            self.assertIn(reponse.statut, (201, 403, 409, 422), reponse.corps)
            faits[acte] += reponse.statut == 201
            soldes = self.agence.soldes(dossier)
            self.assertEqual(sum(soldes.values()), total)
            self.assertTrue(all(montant >= 0 for montant in soldes.values()), soldes)
            # Paid less recovered: never below what is granted, and the ledger says the same as the rows.
            self.assertGreaterEqual(soldes["verse"], accorde)
            rendus = sum(Decimal(un["rendu"]) for un in self.ars.lire(convention).json["recouvrements"])
            self.assertEqual(soldes["verse"], accorde + int((trop - rendus) * 100))
        self.assertTrue(all(faits.values()), faits)


if __name__ == "__main__":
    unittest.main()
