"""Who a person is: a record opened once, after a comparison; her identity; a matricule that never leaves unless qualified."""

import html
import json
import re
import unittest

from comptes import BON
from essai_dui import AtelierDui, Navigateur

MATRICULE = "240013306300124"


class Usager(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.atelier = AtelierDui()
        cls.ici, cls.ailleurs = cls.atelier.etablissements[:2]
        cls.importer()
        cls.atelier.demarrer()
        cls.numero = 0
        cls.secretaire = cls.entrer("secretaire", "secretariat")

    @classmethod
    def tearDownClass(cls):
        cls.atelier.fermer()

    @classmethod
    def importer(cls):
        """A person in each state; the two that may have one have the same matricule."""
        lignes = []
        for etat in ("provisoire", "recuperee", "validee", "qualifiee"):
            une = {"type": "personne", "id": f"etat-{etat}", "finess_et": cls.ici, "nom_naissance": f"ZUT{etat.upper()}",
                   "prenoms": ["ANNE"], "date_naissance": "1940-01-01", "sexe": "F", "lieu_naissance": "33063",
                   "statut_identite": etat}
            if etat in ("recuperee", "qualifiee"):
                une["matricule_ins"] = MATRICULE
            lignes += [une, {"type": "sejour", "id": f"s-{etat}", "personne": une["id"], "finess_et": cls.ici,
                             "entree": "2024-01-02", "modalite": "permanent"}]
        fichier = cls.atelier.chemin / "etats.ndjson"
        fichier.write_text("".join(json.dumps(une) + "\n" for une in lignes))
        fait = cls.atelier.commande("import", str(fichier), sans_cle=True)
        assert fait.returncode == 0, fait.stderr
        # INSi answers nothing here: by command only, as its retrieval will do.
        fait = cls.atelier.commande("identite", "changer", "etat-qualifiee", "--vers", "qualifiee", "--matricule", MATRICULE,
                                    "--oid", "1.2.250.1.213.1.4.8", "--auteur", "essai", sans_cle=True)
        assert fait.returncode == 0, fait.stderr

    @classmethod
    def entrer(cls, profession, role="professionnel", finess=None):
        cls.numero += 1
        courriel = f"u{cls.numero}@exemple.fr"
        mots = ["--profession", profession] if profession else []
        fait = cls.atelier.commande("compte", "creer", "--role", role, "--courriel", courriel, "--finess",
                                    finess or cls.ici, *mots, "--mot-de-passe-stdin", entree=BON + "\n")
        assert fait.returncode == 0, fait.stderr
        navigateur = Navigateur(cls.atelier)
        assert navigateur.connecter(courriel).statut == 303
        return navigateur

    def formulaire(self, navigateur=None, **champs):
        page = (navigateur or self.secretaire).lire("/personnes/nouvelle")
        self.assertEqual(page.statut, 200, page.corps)
        dits = {"id": re.search(r'name="id" value="(\w{32})"', page.corps)[1], "nom_naissance": "Quillévéré",
                "prenoms": "Maël", "naissance": "1951-03-12", "sexe": "M", "lieu": "29019", "finess": self.ici,
                "entree": "2024-09-30", "modalite": "permanent"}
        return {**dits, **champs}

    def inscrire(self, champs, navigateur=None):
        return (navigateur or self.secretaire).envoyer("/personnes/nouvelle", **champs)

    def dites(self, reponse):
        return html.unescape(" ".join(re.findall(r'role="alert">(.*?)</div>', reponse.corps, re.S)))

    def personnes(self):
        return self.atelier.executer("SELECT COUNT(*) FROM fait WHERE type = 'personne'")[0][0]

    def ouvrir(self, **champs):
        reponse = self.inscrire(self.formulaire(**champs))
        self.assertEqual(reponse.statut, 303, reponse.corps)
        return reponse.entetes["location"].removeprefix("/personnes/")

    def test_a_record_opened_is_seen_where_one_works_and_counts(self):
        personne = self.ouvrir(nom_naissance="Ouvrard", nom_utilise="Petit")
        self.assertRegex(personne, rf"^3{self.ici}/\w{{32}}$")
        page = html.unescape(self.secretaire.lire(f"/personnes/{personne}").corps)
        for dit in ("Petit MAEL", "OUVRARD", "provisoire", "permanent, depuis le"):
            self.assertIn(dit, page)
        self.assertIn("Petit MAEL", html.unescape(self.secretaire.lire(f"/equipe?finess={self.ici}").corps))
        self.assertEqual(self.entrer("infirmier", finess=self.ailleurs).lire(f"/personnes/{personne}").statut, 404)
        actes = self.atelier.executer("SELECT acte FROM journal WHERE objet = ? ORDER BY numero", f"personne:{personne}")
        self.assertEqual(actes[0][0], "personne.inscrire")

    def test_faults_come_all_at_once_and_nothing_typed_is_lost(self):
        avant = self.personnes()
        reponse = self.inscrire(self.formulaire(nom_naissance="X<12", prenoms="", naissance="2031-01-01", lieu="Paris",
                                                modalite="", nom_utilise="Gardé <b>", vu_le="2024-09-30"))
        self.assertEqual(reponse.statut, 422)
        dites = self.dites(reponse)
        for dit in ("lettres de A à Z", "Remplissez ce champ", "n'est pas encore venu", "code officiel",
                    "comment elle est accueillie", "quel document"):
            self.assertIn(dit, dites)
        for tape in ('value="X&lt;12"', 'value="Gardé &lt;b&gt;"', 'value="2031-01-01"', 'value="Paris"'):
            self.assertIn(tape, reponse.corps)
        self.assertEqual(self.personnes(), avant)

    def test_who_may_be_known_is_shown_before_anything_is_written(self):
        connue = self.ouvrir(nom_naissance="Kervoal", prenoms="Yann Loïc", naissance="1962-07-04")
        avant = self.personnes()
        champs = self.formulaire(nom_naissance="Yann", prenoms="Kervoal", naissance="1962-04-07")
        arretee = self.inscrire(champs)
        self.assertEqual(arretee.statut, 409)
        lue = html.unescape(arretee.corps)
        for dit in ("est peut-être déjà connue", "Nom et prénom intervertis", "Jour et mois de naissance intervertis", "KERVOAL",
                    f'href="/personnes/{connue}"', f'name="ecartee" value="{connue}"', 'value="1962-04-07"'):
            self.assertIn(dit, lue)
        self.assertEqual(self.personnes(), avant)
        self.assertEqual(self.inscrire(champs).statut, 409)
        self.assertEqual(self.inscrire({**champs, "ecartee": "quelqu'un"}).statut, 409)
        self.assertEqual(self.inscrire({**champs, "ecartee": connue}).statut, 303)
        self.assertEqual(self.personnes(), avant + 1)
        nouvelle = f"3{self.ici}/{champs['id']}"
        detail = self.atelier.executer("SELECT detail FROM journal WHERE acte = 'personne.inscrire' AND objet = ?",
                                       f"personne:{nouvelle}")
        self.assertEqual(detail[0][0], connue)

    def test_whom_one_may_not_read_is_not_told_by_the_comparison(self):
        la_bas = self.entrer("secretaire", "secretariat", self.ailleurs)
        champs = self.formulaire(la_bas, finess=self.ailleurs, nom_naissance="Secretou", naissance="1977-01-01")
        self.assertEqual(self.inscrire(champs, la_bas).statut, 303)
        self.assertEqual(self.inscrire(self.formulaire(nom_naissance="Secretou", naissance="1977-01-01")).statut, 303)

    def test_a_form_sent_twice_opens_one_record(self):
        champs, avant = self.formulaire(nom_naissance="Doubledent", naissance="1933-01-01"), self.personnes()
        ou = {self.inscrire(champs).entetes["location"] for _ in range(3)}
        self.assertEqual(len(ou), 1)
        self.assertEqual(self.personnes(), avant + 1)

    def test_who_may_open_a_record(self):
        avant = self.personnes()
        infirmier = self.entrer("infirmier")
        self.assertEqual(infirmier.lire("/personnes/nouvelle").statut, 403)
        champs = self.formulaire(nom_naissance="Interdit", naissance="1934-01-01")
        self.assertEqual(self.inscrire(champs, infirmier).statut, 403)
        self.assertEqual(self.inscrire({**champs, "finess": self.ailleurs}).statut, 403)
        self.assertEqual(self.inscrire(champs, self.entrer(None, "secretariat")).statut, 403)
        self.assertEqual(self.personnes(), avant)

    def test_the_matricule_is_told_for_a_qualified_identity_only(self):
        for etat in ("provisoire", "recuperee", "validee", "qualifiee"):
            personne = f"etat-{etat}"
            vues = [self.secretaire.lire(chemin).corps for chemin in
                    (f"/identites/{personne}", f"/personnes/{personne}", f"/dossiers/{personne}", f"/personnes?q={personne}",
                     f"/api/personnes?q={personne}")]
            json_lu = self.secretaire.lire(f"/api/identite?personne={personne}").json
            self.assertEqual(json_lu["statut"], etat)
            if etat == "qualifiee":
                self.assertIn(MATRICULE, vues[0])
                self.assertEqual(json_lu["matricule"], {"numero": MATRICULE, "oid": "1.2.250.1.213.1.4.8"})
            else:
                self.assertIsNone(json_lu["matricule"])
                self.assertNotIn(MATRICULE, json.dumps(json_lu))
                for vue in vues:
                    self.assertNotIn(MATRICULE, vue, etat)

    def etat(self, personne):
        lu = self.secretaire.lire(f"/api/identite?personne={personne}").json
        return lu["statut"], lu["attributs"]

    def agir(self, page, personne, qui=None, **champs):
        return (qui or self.secretaire).envoyer(f"/identites/{page}", personne=personne, **champs)

    def test_acts_on_an_identity_from_its_page(self):
        personne = self.ouvrir(nom_naissance="Trescool", naissance="1948-02-02")
        fautive = self.agir("passage", personne, vers="validee", dispositif="", vu_le="2024-09-29")
        self.assertEqual(fautive.statut, 422)
        self.assertIn('value="2024-09-29"', fautive.corps)
        vu = {"vers": "validee", "dispositif": "passeport", "vu_le": "2024-09-29"}
        self.assertEqual(self.agir("passage", personne, **{**vu, "vu_le": "2024-10-01"}).statut, 422)
        self.assertEqual(self.agir("passage", personne, **vu).statut, 303)
        self.assertEqual(self.etat(personne), ("validee", []))
        page = html.unescape(self.secretaire.lire(f"/identites/{personne}").corps)
        self.assertIn("passeport, vu le", page)
        self.assertIn("n'interroge pas encore INSi", page)
        self.assertEqual(self.agir("passage", personne, vers="qualifiee").statut, 422)
        self.assertEqual(self.agir("attribut", personne, attribut="homonyme", acte="poser").statut, 303)
        self.assertEqual(self.agir("attribut", personne, attribut="douteuse", acte="poser").statut, 303)
        self.assertEqual(self.etat(personne), ("provisoire", ["homonyme", "douteuse"]))
        self.assertEqual(self.agir("attribut", personne, attribut="fictive", acte="poser").statut, 422)
        self.assertEqual(self.agir("attribut", personne, attribut="douteuse", acte="lever").statut, 303)
        self.assertEqual(self.agir("attribut", personne, attribut="rien", acte="lever").statut, 422)
        self.assertEqual(self.etat(personne), ("provisoire", ["homonyme"]))
        for qui, statut in ((self.entrer("infirmier"), 403), (self.entrer("secretaire", "secretariat", self.ailleurs), 404)):
            self.assertEqual(self.agir("attribut", personne, qui, attribut="fictive", acte="poser").statut, statut)
        self.assertEqual(self.agir("passage", "etat-qualifiee", vers="provisoire:doute").statut, 303)
        self.assertNotIn(MATRICULE, self.secretaire.lire("/identites/etat-qualifiee").corps)
        fait = self.atelier.commande("identite", "changer", "etat-qualifiee", "--vers", "qualifiee", "--matricule", MATRICULE,
                                     "--oid", "1.2.250.1.213.1.4.8", "--dispositif", "passeport", "--vu-le", "2024-09-30",
                                     "--auteur", "essai", sans_cle=True)
        self.assertEqual(fait.returncode, 0, fait.stderr)

    def test_a_corrected_strict_trait_lowers_the_identity_and_a_late_correction_is_refused(self):
        personne = self.ouvrir(nom_naissance="Corrigeux", naissance="1949-02-02", dispositif="passeport", vu_le="2024-09-30")
        self.assertEqual(self.etat(personne), ("validee", []))
        traits = {"version": "1", "nom_naissance": "CORRIGEUX", "prenoms": "MAEL", "naissance": "1949-02-02", "sexe": "M",
                  "lieu": "29019", "nom_utilise": "Le Grand", "prenom_utilise": ""}
        self.assertEqual(self.agir("traits", personne, **traits).statut, 303)
        self.assertEqual(self.etat(personne)[0], "validee")
        fautive = self.agir("traits", personne, **{**traits, "version": "2", "lieu": "ici", "naissance": ""})
        self.assertEqual(fautive.statut, 422)
        self.assertIn('value="Le Grand"', fautive.corps)
        self.assertEqual(self.agir("traits", personne, **{**traits, "lieu": "29232"}).statut, 409)
        self.assertEqual(self.agir("traits", personne, **{**traits, "version": "2", "lieu": "29232"}).statut, 303)
        self.assertEqual(self.etat(personne)[0], "provisoire")
        self.assertIn("un trait strict a changé", html.unescape(self.secretaire.lire(f"/identites/{personne}").corps))


if __name__ == "__main__":
    unittest.main()
