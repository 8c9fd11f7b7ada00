"""Proposals by pages without scripts: what is stated, refused, computed, taken up again, kept."""

import html
import re
import threading
import unittest

from comites import Guichets
from espace import envoyer_un_formulaire


class Propositions(Guichets):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.page = cls.guichet("ars", "page75@exemple.fr", "75", Accept="text/html")
        cls.voisine = cls.guichet("ars", "page94@exemple.fr", "94", Accept="text/html")
        cls.siege = cls.guichet("comite", "siege@exemple.fr", "75", Accept="text/html")

    def comite(self, dossiers=3, **autres):
        """A committee of its own dossiers, the others left out at once; its page, and their ids."""
        siens = [self.recevable() for _ in range(dossiers)]
        comite = self.convoquer(**autres).removeprefix("/api")
        autres = [d["dossier"] for d in self.ars.lire("/api" + comite).json["dossiers"]
                  if d["dossier"] not in siens]
        return "/bureau" + comite, siens, {"place-" + d: "exclu" for d in autres}

    def proposer(self, comite, **champs):
        return envoyer_un_formulaire(self.page, comite + "/propositions", champs)

    def calculer(self, comite, **champs):
        fait = self.proposer(comite, **champs)
        self.assertEqual(fait.statut, 303, fait.corps)
        return fait.entetes["location"]

    def test_from_what_is_stated_to_a_scenario(self):
        comite, (a, b, c), exclus = self.comite()
        vide = self.page.lire(comite + "/propositions")
        self.assertEqual(vide.statut, 200)
        self.assertIn(f'name="points-{a}"', vide.corps)
        self.assertNotIn("Propositions déjà calculées", vide.corps)
        adresse = self.calculer(comite, **exclus, enveloppe="450 000,00", **{
            f"points-{a}": "2", f"points-{b}": "1", f"points-{c}": "7",
            "part-0-quoi": "statut:prive_non_lucratif", "part-0-combien": "12,5", "part-0-unite": "part"})
        vue = self.page.lire(adresse)
        self.assertEqual(vue.statut, 200, vue.corps)
        for dit in ("Optimale, prouvée", "Règle de départage", "Ce que coûte chaque règle", "2 énoncés",
                    "la part d&#39;au moins 12,5", "Privé non lucratif", "entrerait à coup sûr"):
            self.assertIn(dit.replace("&#39;", "'"), vue.corps.replace("&#39;", "'").replace("&apos;", "'"))
        # Taken up again, the form says what was stated.
        reprise = self.page.lire(comite + "/propositions?depuis=" + adresse.rsplit("/", 1)[1]).corps
        self.assertIn("Propositions déjà calculées", reprise)
        self.assertRegex(reprise, rf'name="points-{c}" value="7"')
        self.assertRegex(reprise, r'value="statut:prive_non_lucratif" selected')
        self.assertRegex(reprise, r'name="part-0-combien" value="12,5"')
        # Kept under a name, it is a scenario; another computation leaves it as it is.
        sans_nom = envoyer_un_formulaire(self.page, adresse, {"nom": " "})
        self.assertEqual(sans_nom.statut, 422)
        garde = envoyer_un_formulaire(self.page, adresse, {"nom": "Priorités du 4 juin", "choisi": "oui"})
        self.assertEqual(garde.statut, 303, garde.corps)
        scenarios = self.ars.lire(comite.replace("/bureau", "/api")).json["scenarios"]
        self.assertEqual([(s["nom"], s["origine"], s["choisi"], sorted(s["retenus"])) for s in scenarios],
                         [("Priorités du 4 juin", "proposition", True, sorted([a, c]))])
        # An opinion that departs from it says why, and the minutes keep it.
        api = comite.replace("/bureau", "/api")
        self.probleme(self.ars.poster(api + "/avis", dossier=b, avis="favorable"), 422,
                      "comite.ecart_sans_motif", "motif")
        self.avis(api, b, "favorable", motif="Territoire sans autre projet.")
        dit = " ".join(self.ars.lire(api + "/proces-verbal").json["paragraphes"])
        self.assertIn("s'écarte de\u00a0: Priorités du 4 juin", dit)
        self.assertIn("Territoire sans autre projet.", dit)

    def test_every_fault_at_once_and_nothing_typed_is_lost(self):
        comite, (a, *_), exclus = self.comite(1)
        refus = self.proposer(comite, **exclus, enveloppe="beaucoup", lignes="4", **{
            f"points-{a}": "peu", "part-1-quoi": "secteur:PA", "part-1-combien": "",
            "part-2-combien": "50", "part-3-quoi": "secteur:PA", "part-3-combien": "150"})
        self.assertEqual(refus.statut, 422)
        for champ in ("enveloppe", f"points-{a}", "part-1-combien", "part-2-quoi", "part-3-combien"):
            self.assertIn(f'href="#{champ}"', refus.corps)
            self.assertIn(f'id="f-{champ}"', refus.corps)
        self.assertIn('value="beaucoup"', refus.corps)
        self.assertIn('value="peu"', refus.corps)
        self.assertEqual(self.page.lire(comite + "/propositions/1").statut, 404)
        # More lines of shares: nothing is computed, nothing is lost.
        plus = self.proposer(comite, enveloppe="12", lignes="4", plus="oui")
        self.assertEqual(plus.statut, 200)
        self.assertIn('name="part-6-quoi"', plus.corps)
        self.assertIn('name="enveloppe" value="12"', plus.corps)
        deux = self.proposer(comite, **exclus, **{"place-" + a: "impose", "points-" + a: "1000000001"})
        self.assertEqual(deux.statut, 422)

    def test_what_clashes_can_give_way_in_one_step(self):
        comite, (a, _), exclus = self.comite(2)
        adresse = self.calculer(comite, **exclus, enveloppe="1000", **{"place-" + a: "impose"})
        vue = self.page.lire(adresse).corps
        self.assertIn("Règles incompatibles", vue)
        self.assertIn("ne peuvent pas être respectées toutes ensemble", vue)
        # No form keeps it; sent all the same, it writes no empty scenario.
        self.assertNotIn('name="nom"', vue)
        garde = envoyer_un_formulaire(self.page, adresse, {"nom": "Aucun"})
        self.assertEqual(garde.statut, 409)
        self.assertIn("aucun ensemble de dossiers", garde.corps)
        self.assertEqual(self.ars.lire(comite.replace("/bureau", "/api")).json["scenarios"], [])
        liens = re.findall(r'href="([^"#]*ceder=\d+)[^"]*"', vue)
        self.assertEqual(len(liens), 2)  # more money, or the dossier no longer imposed
        for lien in liens:
            forme = self.page.lire(lien.replace("&amp;", "&")).corps
            enveloppe = re.search(r'name="enveloppe" value="([^"]*)"', forme)[1]
            impose = re.search(rf'name="place-{a}".*?</select>', forme, re.S)[0]
            place = {"place-" + a: "impose"} if 'value="impose" selected' in impose else {}
            encore = self.calculer(comite, **exclus, enveloppe=enveloppe, **place)
            self.assertIn("Optimale, prouvée", self.page.lire(encore).corps)

    def test_a_purge_leaves_a_number_and_no_name(self):
        comite, (a, *_), exclus = self.comite(1)
        adresse = self.calculer(comite, **exclus)
        api = comite.replace("/bureau", "/api")
        vu = next(d for d in self.ars.lire(api).json["dossiers"] if d["dossier"] == a)
        nomme = vu["numero"] + " " + (vu["porteur"] or vu["siret"])
        self.assertIn(nomme, html.unescape(self.page.lire(adresse).corps))
        gardees = self.atelier.executer("SELECT cle, valeur, nom, texte FROM comite_proposition_ligne"
                                        " WHERE comite = ?", comite.rsplit("/", 1)[1])
        for nom in {vu["porteur"], vu["siret"]} - {""}:
            self.assertNotIn(nom, str(gardees))
        # What a purge empties: nobody names the dossier any more.
        self.atelier.executer("INSERT INTO purge (dossier, cas, par, purge_le) VALUES (?, ?, ?, ?)",
                              a, "refuse", "commande", "2030-01-01T00:00:00Z")
        self.atelier.executer("UPDATE dossier_version SET contenu = ? WHERE dossier = ?", "{}", a)
        apres = html.unescape(self.page.lire(adresse).corps)
        self.assertIn(vu["numero"], apres)
        self.assertNotIn(nomme, apres)

    def test_who_reads_and_who_asks(self):
        comite, (a, *_), exclus = self.comite(1)
        adresse = self.calculer(comite, **exclus)
        for page in (comite + "/propositions", adresse):
            self.assertEqual(self.siege.lire(page).statut, 200, page)
            self.assertNotIn("<form method=\"post\" action=\"/bureau/comites", self.siege.lire(page).corps)
            self.assertEqual(self.voisine.lire(page).statut, 404, page)
        # The path of a member does not lead where it may not go.
        self.assertNotIn('href="/bureau"', re.search(r'<nav[^>]*fil.*?</nav>|class="fil".*?</ol>',
                                                     self.siege.lire(adresse).corps, re.S)[0])
        refus = envoyer_un_formulaire(self.siege, comite + "/propositions", {"enveloppe": "1"})
        self.assertEqual(refus.statut, 403)
        # Points and sums would tell whoever has an interest what is thought of the dossier.
        api = comite.replace("/bureau", "/api")
        siret = next(d["siret"] for d in self.ars.lire(api).json["dossiers"] if d["dossier"] == a)
        concerne = self.guichet("ars", "concernee@exemple.fr", "75", Accept="text/html")
        self.assertEqual(concerne.poster(api + "/interets", organisme=siret, motif="J'y siège.").statut, 201)
        for page in (comite + "/propositions", adresse):
            self.assertEqual(concerne.lire(page).statut, 403, page)
        self.assertEqual(envoyer_un_formulaire(concerne, comite + "/propositions", {}).statut, 403)
        self.probleme(concerne.poster(api + "/proposition", contraintes={}), 403, "comite.interet")

    def test_several_who_ask_at_once(self):
        comite, _, exclus = self.comite(2)
        collegues = [self.guichet("ars", f"collegue{n}@exemple.fr", "75", Accept="text/html") for n in range(4)]
        statuts = []
        fils = [threading.Thread(target=lambda qui: statuts.append(
            envoyer_un_formulaire(qui, comite + "/propositions", exclus).statut), args=[qui]) for qui in collegues]
        for fil in fils:
            fil.start()
        for fil in fils:
            fil.join()
        self.assertTrue(set(statuts) <= {303, 503}, statuts)
        faites = statuts.count(303)
        self.assertGreaterEqual(faites, 1)
        numeros = self.atelier.executer("SELECT numero FROM comite_proposition WHERE comite = ? ORDER BY numero",
                                        comite.rsplit("/", 1)[1])
        self.assertEqual([n for (n,) in numeros], list(range(1, faites + 1)))


if __name__ == "__main__":
    unittest.main()
