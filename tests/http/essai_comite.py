"""A committee by its API, from deposits to results: who may do what, and what is public when."""

import threading
import unittest
from decimal import Decimal

from client import attendre
from comites import ENVELOPPE, Guichets
from comptes import Client
from dossiers import contenu
from essai_documents import octets, texte_du_pdf


class Comite(Guichets):
    def publier(self, comite):
        version = self.ars.lire(comite).json["version"]
        publie = self.ars.demander("POST", comite + "/notification", {}, **{"If-Match": f'"{version}"'})
        self.assertEqual(publie.statut, 201, publie.corps)
        return {r["dossier"]: r for r in publie.json["resultats"]}

    def livre(self):
        soldes = self.ars.lire("/api/enveloppes/NA-2024").json["soldes"]
        return {compte: Decimal(soldes[compte]) for compte in ("disponible", "reserve", "engage", "verse")}

    def bouge(self, avant, **de_combien):
        """The ledger now: these accounts moved by so much, the others by nothing."""
        apres = self.livre()
        self.assertEqual({c: apres[c] - avant[c] for c in apres if apres[c] != avant[c]}, de_combien)
        return apres

    def fait(self, client, chemin, **corps):
        reponse = client.poster(chemin, **corps)
        self.assertEqual(reponse.statut, 201, reponse.corps)
        return reponse.json

    def test_the_money_follows_the_agreement(self):
        collegue = self.guichet("ars", "collegue75@exemple.fr", "75")
        retenu = self.recevable()
        comite = self.convoquer()
        self.avis(comite, retenu, "favorable")
        self.clore(comite, sauf=[retenu])
        livre = self.livre()
        montant = Decimal(self.publier(comite)[retenu]["montant"])
        livre = self.bouge(livre, disponible=-montant, reserve=montant)
        convention = "/api/conventions/" + self.fait(self.ars, f"/api/dossiers/{retenu}/convention")["id"]
        self.fait(self.porteur, convention + "/signatures", partie="porteur", mode="electronique")
        self.bouge(livre)
        self.fait(self.ars, convention + "/signatures", partie="ars", mode="electronique")
        livre = self.bouge(livre, reserve=-montant, engage=montant)
        avance = self.fait(self.ars, convention + "/versements", objet="avance")
        self.bouge(livre)
        self.fait(collegue, f"/api/versements/{avance['id']}/validation")
        paye = Decimal(avance["montant"])
        self.assertEqual(paye, montant / 2)
        self.bouge(livre, engage=-paye, verse=paye)

    def test_from_the_deposit_to_the_letters(self):
        retenu, reserve, refuse = (self.recevable() for _ in range(3))
        comite = self.convoquer()
        avant = self.ars.lire("/api/enveloppes/NA-2024").json["soldes"]
        self.avis(comite, retenu, "favorable_avec_recommandations",
                  recommandations=["Décrire l'usage de la MSS."])
        self.avis(comite, reserve, "reserve", motif="Le pilotage reste à décrire.")
        manque = self.probleme(self.ars.poster(comite + "/notification"), 409, "comite.empeche")
        self.assertIn(("comite.avis_manquant", refuse),
                      [(f["code"], f["chemin"]) for f in manque["fautes"]])
        # Nothing is public yet, neither the state nor the opinion.
        vu = self.porteur.lire("/api/dossiers/" + retenu)
        self.assertEqual((vu.json["statut"], vu.json["resultats"]), ("recevable", []))
        self.assertNotIn("Décrire l'usage", vu.corps)
        self.avis(comite, refuse, "defavorable", motif="Enveloppe insuffisante.")
        self.clore(comite)
        apercu = self.ars.lire(comite + "/notification").json
        self.assertEqual(apercu["empechements"], [])
        version = self.ars.lire(comite).json["version"]
        perime = self.ars.demander("POST", comite + "/notification", {}, **{"If-Match": '"1"'})
        self.probleme(perime, 412, "comite.version_perimee")
        publie = self.ars.demander("POST", comite + "/notification", {},
                                   **{"If-Match": f'"{version}"', "Idempotency-Key": "publier"})
        self.assertEqual(publie.statut, 201, publie.corps)
        encore = self.ars.demander("POST", comite + "/notification", {},
                                   **{"If-Match": f'"{version}"', "Idempotency-Key": "publier"})
        self.assertEqual(encore.corps, publie.corps)
        self.assertEqual(len({r["notifie_le"] for r in publie.json["resultats"]}), 1)
        self.assertEqual([self.statut(d) for d in (retenu, reserve, refuse)],
                         ["notifie", "reserve", "defavorable"])
        vu = self.porteur.lire("/api/dossiers/" + retenu).json["resultats"]
        self.assertEqual([(r["avis"], r["recommandations"]) for r in vu],
                         [("favorable_avec_recommandations", "Décrire l'usage de la MSS.")])
        apres = self.ars.lire("/api/enveloppes/NA-2024").json["soldes"]
        montant = float(vu[0]["montant"])
        self.assertAlmostEqual(float(avant["disponible"]) - montant, float(apres["disponible"]))
        self.assertAlmostEqual(float(avant["reserve"]) + montant, float(apres["reserve"]))
        self.probleme(self.ars.poster(comite + "/avis", dossier=retenu, avis="favorable"), 409,
                      "comite.notifie")
        self.probleme(self.ars.poster(comite + "/notification"), 409, "comite.notifie")
        passages = self.porteur.lire(f"/api/dossiers/{retenu}/historique").json["passages"]
        self.assertEqual([p["apres"] for p in passages][-2:],
                         ["favorable_avec_recommandations", "notifie"])
        numero = self.ars.lire("/api/dossiers/" + retenu).json["recepisse"]["numero"]
        attendre(lambda: any(numero in str(m["Subject"]) and "retenu" in str(m["Subject"])
                             for m in self.atelier.courriels(0)), 15)
        self.assertEqual(self.atelier.commande("journal", "verifier").returncode, 0)
        dit = " ".join(self.ars.lire(comite + "/proces-verbal").json["paragraphes"])
        self.assertIn("Enveloppe insuffisante.", dit)
        self.assertIn("publiés tous ensemble", dit)
        papiers = [octets(self.ars, debut + comite.removeprefix("/api") + "/proces-verbal.pdf") for debut in ("/api", "/bureau")]
        self.assertEqual([papier[:2] for papier in papiers], [(200, "application/pdf")] * 2)
        self.assertEqual(papiers[0][2], papiers[1][2])
        self.assertIn("Enveloppe insuffisante.", texte_du_pdf(papiers[0][2]))
        # The next window looks at what was reserved, and at nothing that was decided.
        suite = self.ars.lire(self.convoquer(fenetre="2")).json["dossiers"]
        self.assertIn((reserve, 1), [(d["dossier"], d["reserves"]) for d in suite])
        self.assertFalse({retenu, refuse} & {d["dossier"] for d in suite})
        # Its porteur gives up: the money is free again.
        self.assertEqual(self.porteur.poster(f"/api/dossiers/{retenu}/retrait",
                                             motif="Abandon.").statut, 201)
        self.assertEqual(self.ars.lire("/api/enveloppes/NA-2024").json["soldes"]["reserve"],
                         avant["reserve"])

    def test_what_a_convocation_has_to_say(self):
        bon = {"appel": "NA-2024", "fenetre": "1", "tenu_le": "2024-06-04",
               "enveloppe": "1000.00"}
        for champ, faux, code in [("appel", "NA-1900", "comite.appel"),
                                  ("fenetre", "9", "comite.fenetre"),
                                  ("tenu_le", "demain", "comite.tenu_le"),
                                  ("enveloppe", "0", "comite.enveloppe"),
                                  ("enveloppe", "beaucoup", "comite.enveloppe"),
                                  ("quorum", 0, "comite.quorum_dit"),
                                  ("enveloppe", {}, "comite.forme")]:
            self.probleme(self.ars.poster("/api/comites", **{**bon, champ: faux}), 422, code,
                          champ)
        cles = {"Idempotency-Key": "convoquer"}
        faits = [self.ars.demander("POST", "/api/comites", bon, **cles) for _ in range(2)]
        self.assertEqual(faits[0].corps, faits[1].corps)
        self.assertEqual(self.ars.demander("POST", "/api/comites", "[", **cles).statut, 400)
        # A window may be written as a number.
        self.assertEqual(self.ars.poster("/api/comites", **{**bon, "fenetre": 1}).statut, 201)

    def test_each_act_is_of_its_desk_only(self):
        dossier = self.recevable()
        comite = self.convoquer()
        lus = ("", "/notification", "/proces-verbal", "/proces-verbal.pdf")
        actes = {"/scenarios": {"nom": "A", "retenus": [dossier]},
                 "/proposition": {"contraintes": {}},
                 "/avis": {"dossier": dossier, "avis": "favorable"},
                 "/interets": {"organisme": "339800005", "motif": "J'y siège."},
                 "/points": {"dossier": dossier, "critere": "ror", "constat": "oui"},
                 "/notification": {}}
        for client, statut in ((Client(self.atelier), 401), (self.porteur, 403),
                               (self.corse, 404), (self.national, 404)):
            for acte, corps in actes.items():
                self.assertEqual(client.poster(comite + acte, **corps).statut, statut, acte)
            for fin in lus:
                self.assertEqual(client.lire(comite + fin).statut, statut)
        self.assertEqual(self.corse.lire("/api/comites").json["comites"], [])
        # Its members read it and speak; they neither draw nor publish.
        self.assertEqual(self.membre.lire(comite).statut, 200)
        for acte in ("/scenarios", "/proposition", "/notification"):
            self.probleme(self.membre.poster(comite + acte, **actes[acte]), 403, "acces.refuse")
        refus = self.atelier.executer("SELECT acte FROM journal WHERE issue = 'refuse' "
                                      "AND objet = ?", "comite:" + comite.rsplit("/", 1)[1])
        self.assertIn(("comite.avis",), refus)

    def test_scenarios_side_by_side(self):
        un, autre = self.recevable(), self.recevable()
        comite = self.convoquer(enveloppe="100000.00")
        petit = self.ars.poster(comite + "/scenarios", nom="Prudent", retenus=[un])
        self.assertEqual(petit.statut, 201, petit.corps)
        tout = self.ars.poster(comite + "/scenarios", nom="Large", retenus=[un, autre, un],
                               choisi=True)
        self.assertEqual(sorted(tout.json["retenus"]), sorted([un, autre]))
        # Over the envelope it is told, not refused.
        self.assertGreater(float(tout.json["depassement"]), 0)
        vu = self.ars.lire(comite).json
        self.assertEqual([s["nom"] for s in vu["scenarios"]], ["Prudent", "Large"])
        dites = " ".join(vu["differences"][0]["phrases"])
        self.assertIn("«\u00a0Large\u00a0» retient en plus de «\u00a0Prudent\u00a0»", dites)
        self.assertIn("dépasse", dites)
        axes = {(e["axe"], e["critere"]) for e in vu["equilibres"]}
        self.assertTrue({("secteur", ""), ("departement", ""), ("statut", ""),
                         ("critere", "evolutions_de_l_offre")} <= axes)
        self.probleme(self.ars.poster(comite + "/avis", dossier=autre, avis="defavorable",
                                      motif=""), 422, "comite.motif", "motif")
        self.probleme(self.ars.poster(comite + "/scenarios", nom="", retenus=[]), 422,
                      "comite.scenario_nom", "nom")
        self.probleme(self.ars.poster(comite + "/scenarios", nom="X", retenus=["y"]), 422,
                      "comite.scenario_dossier", "retenus")
        self.ars.poster(comite + "/scenarios", nom="Prudent", retenus=[un], choisi=True)
        self.probleme(self.ars.poster(comite + "/avis", dossier=autre, avis="favorable"), 422,
                      "comite.ecart_sans_motif", "motif")
        self.avis(comite, autre, "favorable", motif="Territoire sans autre projet.")
        self.avis(comite, un, "favorable")
        self.clore(comite, sauf=(un, autre))
        trop = self.probleme(self.ars.poster(comite + "/notification"), 409, "comite.empeche")
        self.assertEqual([f["code"] for f in trop["fautes"]], ["comite.enveloppe_depassee"])
        self.assertEqual(self.statut(un), "recevable")

    def test_a_proposal_with_its_proof(self):
        dossiers = [self.recevable() for _ in range(3)]
        comite = self.convoquer(enveloppe="1.00")
        autres = [d["dossier"] for d in self.ars.lire(comite).json["dossiers"]
                  if d["dossier"] not in dossiers]
        contraintes = {"enveloppe": ENVELOPPE, "points": {dossiers[0]: 3, dossiers[1]: 2},
                       "exclus": autres + [dossiers[2]],
                       "parts_minimales": [{"attribut": "secteur", "valeur": "PA", "part": "0 %"}]}
        calculee = self.ars.poster(comite + "/proposition", contraintes=contraintes)
        self.assertEqual(calculee.statut, 201, calculee.corps)
        dite = calculee.json
        self.assertEqual((dite["etat"], dite["points"], sorted(dite["retenus"])),
                         ("proposee", 5, sorted(dossiers[:2])))
        self.assertTrue(dite["departagee"] and dite["phrase"] and dite["effets"])
        scenarios = self.ars.lire(comite).json["scenarios"]
        self.assertEqual([s["origine"] for s in scenarios], ["proposition"])
        # Asked again with its key, it is neither computed nor kept a second time.
        lus, faits = [self.ars.lire(comite).json["version"]], []
        une_fois = {"If-Match": f'"{lus[0]}"', "Idempotency-Key": "la mienne"}
        for _ in range(2):
            faits.append(self.ars.demander("POST", comite + "/proposition", {"contraintes": contraintes},
                                           **une_fois))
            lus.append(self.ars.lire(comite).json["version"])
        self.assertEqual([f.statut for f in faits], [201, 201], faits[1].corps)
        self.assertEqual(faits[0].corps, faits[1].corps)
        self.assertLess(lus[0], lus[1])
        self.assertEqual(lus[1], lus[2])
        # It decides nothing: where the committee departs from it, it says why.
        self.probleme(self.ars.poster(comite + "/avis", dossier=dossiers[2], avis="favorable"), 422,
                      "comite.ecart_sans_motif", "motif")
        self.avis(comite, dossiers[2], "favorable", motif="Territoire sans autre projet.")
        rien = self.ars.poster(comite + "/proposition",
                               contraintes={"enveloppe": "1.00", "imposes": [dossiers[0]]})
        self.assertEqual((rien.statut, rien.json["etat"], rien.json["scenario"]),
                         (201, "impossible", 0))
        self.assertTrue(rien.json["impossibilite"])
        for faux, champ in (({"enveloppe": "beaucoup"}, "enveloppe"), ({"couleur": 1}, "couleur"),
                            ({"points": {dossiers[0]: "peu"}}, "points")):
            self.probleme(self.ars.poster(comite + "/proposition", contraintes=faux), 422,
                          "comite.forme", champ)

    def test_each_fault_of_what_is_stated_has_its_place(self):
        dossier = self.recevable()
        comite = self.convoquer()
        numero = next(d["numero"] for d in self.ars.lire(comite).json["dossiers"] if d["dossier"] == dossier)

        def fautes(**contraintes):
            refus = self.ars.poster(comite + "/proposition", contraintes=contraintes)
            self.assertEqual(refus.statut, 422, refus.corps)
            return [(f["code"], f["chemin"]) for f in refus.json["fautes"]]

        part = {"attribut": "secteur", "valeur": "PA", "part": "10"}
        for faux, code, fin in (({"attribut": "couleur"}, "comite.part_attribut", ".attribut"),
                                ({"valeur": "ZZ"}, "comite.part_valeur", ".valeur"),
                                ({"attribut": "departement", "valeur": "00"}, "comite.part_valeur", ".valeur"),
                                ({"attribut": "statut", "valeur": "mixte"}, "comite.part_valeur", ".valeur"),
                                ({"attribut": "ror", "valeur": "bof"}, "comite.part_valeur", ".valeur"),
                                ({"part": "150"}, "proposition.minimum", "")):
            self.assertEqual(fautes(parts_minimales=[part, {**part, **faux}]), [(code, "parts_minimales[1]" + fin)])
        self.assertEqual(fautes(parts_minimales=[part, 3]), [("comite.forme", "parts_minimales[1]")])
        self.assertEqual(
            fautes(imposes=[dossier, "x"], exclus=["y", numero], points={"z": 1, dossier: 10**10},
                   poids=[{"critere": "couleur", "constat": "oui", "points": -1}], par_essms=-1),
            [("comite.scenario_dossier", "imposes[1]"), ("comite.scenario_dossier", "exclus[0]"),
             ("proposition.deux_fois", "exclus[1]"),
             *sorted([("proposition.points", "points." + dossier), ("comite.scenario_dossier", "points.z")],
                     key=lambda faute: faute[1]),
             ("proposition.points", "par_essms"), ("comite.critere", "poids[0].critere"),
             ("proposition.points", "poids[0].points")])
        # A department where nobody is: no fault, the rules clash.
        ailleurs = self.ars.poster(comite + "/proposition", contraintes={"parts_minimales": [
            {"attribut": "departement", "valeur": "2A", "nombre": 1}]})
        self.assertEqual((ailleurs.statut, ailleurs.json["etat"]), (201, "impossible"), ailleurs.corps)

    def test_a_dossier_is_named_a_state_is_said_in_french_and_an_amount_is_a_text(self):
        comite = self.convoquer()
        for acte, corps in (("avis", {"avis": "favorable"}), ("avis", {"dossier": "", "avis": "favorable"}),
                            ("points", {"critere": "ror", "constat": "oui"})):
            self.probleme(self.ars.poster(f"{comite}/{acte}", **corps), 422, "comite.dossier", "dossier")
        refuse = self.recevable()
        self.avis(comite, refuse, "defavorable", motif="Essai.")
        self.clore(comite)
        self.assertEqual(self.ars.poster(comite + "/notification").statut, 201)
        apres = self.convoquer()
        dit = self.probleme(self.ars.poster(apres + "/avis", dossier=refuse, avis="favorable"), 409,
                            "comite.non_recevable")
        self.assertIn("Avis défavorable", dit["title"])
        convention = self.probleme(self.ars.poster(f"/api/dossiers/{refuse}/convention"), 409,
                                   "convention.sans_avis_favorable")
        self.assertNotIn("notifier", convention["title"])
        bon = {"appel": "NA-2024", "fenetre": "1", "tenu_le": "2024-06-04", "enveloppe": 1000}
        self.probleme(self.ars.poster("/api/comites", **bon), 422, "comite.montant_texte", "enveloppe")
        self.probleme(self.ars.poster("/api/enveloppes/NA-2024/mouvements", genre="ouvrir", montant=1000.5,
                                      motif="Essai."), 422, "comite.montant_texte", "montant")
        for contraintes, champ in (({"enveloppe": 1000}, "enveloppe"),
                                   ({"parts_minimales": [{"attribut": "secteur", "valeur": "PA", "montant": 5}]},
                                    "parts_minimales[0]")):
            self.probleme(self.ars.poster(apres + "/proposition", contraintes=contraintes), 422,
                          "comite.forme", champ)
        self.probleme(self.ars.poster("/api/portefeuille", source="X", lignes=[
            {"secteur": "PA", "departement": "33", "statut": "public", "essms": 1, "montant": 5}]), 422,
            "comite.portefeuille", "lignes")

    def test_who_has_an_interest_neither_reads_nor_votes(self):
        dossier = self.recevable()
        siret = contenu(1)["porteur"]["siret"]
        comite = self.convoquer(quorum=50)
        vote = {"dossier": dossier, "avis": "favorable"}
        self.probleme(self.ars.poster(comite + "/avis", dossier=dossier, avis="favorable"), 409,
                      "comite.quorum")
        self.probleme(self.ars.poster(comite + "/votes", **vote), 403, "comite.pas_membre")
        self.assertEqual(self.membre.poster(comite + "/votes", **vote).statut, 201)
        releve = self.membre.poster(comite + "/points", dossier=dossier, critere="ror",
                                    constat="en_partie", texte="Calendrier annoncé.")
        self.assertEqual(releve.statut, 201, releve.corps)
        self.probleme(self.membre.poster(comite + "/points", dossier=dossier, critere="taille",
                                         constat="oui"), 422, "comite.critere", "critere")
        declare = self.second.poster(comite + "/interets", organisme=siret, motif="J'y siège.")
        self.assertEqual(declare.statut, 201, declare.corps)
        for acte, corps in (("/votes", vote), ("/avis", vote),
                            ("/points", {"dossier": dossier, "critere": "ror", "constat": "non"})):
            self.probleme(self.second.poster(comite + acte, **corps), 403, "comite.interet")
        self.avis(comite, dossier, "favorable")
        vu = {d["dossier"]: d for d in self.second.lire(comite).json["dossiers"]}[dossier]
        self.assertEqual((vu["ecarte"], vu["avis"], vu["votes"], vu["points"]),
                         (True, None, [], []))
        vu = {d["dossier"]: d for d in self.membre.lire(comite).json["dossiers"]}[dossier]
        self.assertEqual(vu["avis"]["presence"],
                         {"membres": 2, "ecartes": 1, "votants": 1, "requis": 1})
        self.assertEqual(vu["points"][0]["critere"], "ror")

    def test_two_who_publish_at_once_publish_once(self):
        dossier = self.recevable()
        comite = self.convoquer()
        self.avis(comite, dossier, "favorable")
        self.clore(comite, sauf=(dossier,))
        faits = []
        fils = [threading.Thread(target=lambda: faits.append(
            self.ars.poster(comite + "/notification").statut)) for _ in range(4)]
        for fil in fils:
            fil.start()
        for fil in fils:
            fil.join()
        self.assertEqual(faits.count(201), 1, faits)
        reserves = self.atelier.executer("SELECT COUNT(*) FROM mouvement WHERE genre = 'reserver' "
                                         "AND dossier = ?", dossier)
        self.assertEqual(reserves, [(1,)])

    def test_the_envelope_moves_with_a_reason(self):
        self.convoquer()
        adresse = "/api/enveloppes/NA-2024"
        avant = self.ars.lire(adresse).json
        ouvert = self.ars.poster(adresse + "/mouvements", genre="ouvrir", montant="1000.00",
                                 motif="Dotation complémentaire.")
        self.assertEqual(ouvert.statut, 201, ouvert.corps)
        cede = self.ars.poster(adresse + "/mouvements", genre="ceder", montant="400.50", vers="94",
                               motif="Redistribution entre agences.")
        self.assertEqual(cede.statut, 201, cede.corps)
        apres = self.ars.lire(adresse).json
        self.assertAlmostEqual(float(apres["soldes"]["disponible"]),
                               float(avant["soldes"]["disponible"]) + 599.50)
        self.assertEqual(self.corse.lire(adresse).json["soldes"]["disponible"], "400.50")
        for corps, code in (({"genre": "ceder", "montant": "99999999.00", "vers": "94"},
                             "enveloppe.depassee"),
                            ({"genre": "verser", "montant": "1.00"}, "enveloppe.genre"),
                            ({"genre": "ceder", "montant": "1.00", "vers": "75"},
                             "enveloppe.vers"),
                            ({"genre": "ouvrir", "montant": "0"}, "enveloppe.montant")):
            refus = self.ars.poster(adresse + "/mouvements", motif="Essai.", **corps)
            self.assertEqual(refus.json["code"], code, refus.corps)
        self.probleme(self.ars.lire("/api/enveloppes/KIT-2024"), 404, "enveloppe.appel")

    def test_what_was_funded_before_counts(self):
        lignes = [{"secteur": "PA", "departement": "33", "statut": "public", "essms": 12,
                   "montant": "252000.00"}]
        gardees = self.ars.poster("/api/portefeuille", source="Amorçage 2021", lignes=lignes)
        self.assertEqual((gardees.statut, gardees.json), (201, {"lignes": 1}))
        self.probleme(self.ars.poster("/api/portefeuille", source="X", lignes=[{"essms": 0}]), 422,
                      "comite.portefeuille", "lignes")
        for faux in ({"departement": "99"}, {"secteur": "ZZZ"}, {"statut": "n'importe"}):
            self.probleme(self.ars.poster("/api/portefeuille", source="X", lignes=[lignes[0] | faux]), 422,
                          "comite.portefeuille", "lignes")
        self.probleme(self.ars.poster("/api/portefeuille", source="é" * 201, lignes=lignes), 422, "portefeuille.source",
                      "source")
        vu = self.ars.lire(self.convoquer()).json
        self.assertIn("Amorçage 2021", vu["portefeuille_sources"])
        secteurs = next(e for e in vu["equilibres"] if e["axe"] == "secteur")["portefeuille"]
        self.assertGreaterEqual(secteurs["essms"], 12)


if __name__ == "__main__":
    unittest.main()
