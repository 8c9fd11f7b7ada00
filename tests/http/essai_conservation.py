"""Retention by the command: a list first, its notice, holds, and a purge that leaves the journal."""

import datetime
import unittest

from client import attendre
from comptes import Atelier
from dossiers import OUVERT, Porteur, contenu
from paiements import Agence


class Conservation(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.atelier = Atelier().demarrer("--horloge", OUVERT)
        cls.porteur = Porteur(cls.atelier, "porteur@exemple.fr")
        cls.brouillon, cls.depose, cls.retenu = (cls.porteur.commencer() for _ in range(3))
        for dossier in (cls.brouillon, cls.depose, cls.retenu):
            assert cls.porteur.ecrire(dossier, contenu(15), 1).statut == 200
        cls.porteur.joindre(cls.brouillon)
        assert cls.porteur.deposer(cls.depose).statut == 201

    @classmethod
    def tearDownClass(cls):
        cls.atelier.fermer()

    def conservation(self, *mots, code=0):
        fait = self.atelier.commande("conservation", *mots)
        self.assertEqual(fait.returncode, code, fait.stderr)
        return fait.stdout + fait.stderr

    def prevenu(self, dossier):
        return [" ".join(m.get_content().split()) for m in self.atelier.courriels(0)
                if "sera effacé à partir du" in str(m["Subject"])
                and "/dossiers/" + dossier in m.get_content()]

    def test_a_list_then_its_notice_then_the_purge(self):
        brouillon, depose, retenu = (d.rsplit("/", 1)[1]
                                     for d in (self.brouillon, self.depose, self.retenu))
        self.conservation("retenir", retenu, "--motif", "contrôle en cours")
        liste = self.conservation("lister")
        self.assertIn(brouillon, liste)
        self.assertIn("contrôle en cours", liste)
        self.assertNotIn(depose, liste)
        self.conservation("lister")  # its porteur is told once
        for dossier in (brouillon, retenu):
            self.assertTrue(attendre(lambda: self.prevenu(dossier), 20), "no notice came")
        self.assertEqual([len(self.prevenu(d)) for d in (brouillon, retenu, depose)], [1, 1, 0])
        self.assertIn("enregistrez-le de nouveau", self.prevenu(brouillon)[0])
        self.assertIn("0 dossier", self.conservation("purger"))
        avant = (datetime.datetime.now(datetime.timezone.utc)
                 - datetime.timedelta(days=15)).strftime("%Y-%m-%dT%H:%M:%SZ")
        self.atelier.executer("UPDATE purge_annonce SET annonce_le = ?", avant)
        self.assertIn("1 dossier", self.conservation("purger"))
        self.assertEqual(self.porteur.lire(self.brouillon).json["contenu"], {})
        self.assertNotEqual(self.porteur.lire(self.retenu).json["contenu"], {})
        self.conservation("lever", retenu)
        self.assertIn("1 dossier", self.conservation("purger"))
        self.conservation("lever", retenu, code=2)
        self.assertEqual(self.atelier.commande("journal", "verifier").returncode, 0)
        # Their files go at the next start: no row names them any more.
        self.atelier.arreter()
        self.atelier.demarrer("--horloge", OUVERT)
        self.assertEqual(list(self.atelier.chemin.glob("fichiers/??/*")), [])
        self.assertEqual(self.porteur.lire(self.depose).json["statut"], "depose")


class Recouvrement(unittest.TestCase):
    def test_an_open_recovery_holds_its_dossier_and_a_closed_one_does_not(self):
        agence = Agence()
        self.addCleanup(agence.fermer)
        atelier = agence.atelier
        (atelier.chemin / "conservation.txt").write_text("clos | * | 1 | Essai.\n", encoding="utf-8")
        dossier, convention, trop = agence.trop_verser()
        ouvert = agence.fait(agence.ars.poster(convention + "/recouvrements", motif="Deux départs."))
        adresse = f"/api/recouvrements/{ouvert['id']}"
        agence.fait(agence.collegue.poster(adresse + "/validation"))
        atelier.executer("UPDATE dossier SET statut = 'clos' WHERE id = ?", dossier)
        conserver = lambda mot: atelier.commande("conservation", mot).stdout
        self.assertIn("une somme reste à recouvrer", conserver("lister"))
        avant = (datetime.datetime.now(datetime.timezone.utc) - datetime.timedelta(days=15))
        atelier.executer("UPDATE purge_annonce SET annonce_le = ?", avant.strftime("%Y-%m-%dT%H:%M:%SZ"))
        self.assertIn("0 dossier", conserver("purger"))
        self.assertEqual(atelier.commande("conservation", "lever", dossier).returncode, 2)
        agence.fait(agence.ars.poster(adresse + "/retours", montant=str(trop), recu_le="2024-02-29", reference="V1"))
        self.assertNotIn("reste à recouvrer", conserver("lister"))
        self.assertIn("1 dossier", conserver("purger"))


if __name__ == "__main__":
    unittest.main()
