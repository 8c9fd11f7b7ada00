-- What was written stays written: these tables take new rows and refuse that one be changed or
-- removed, whoever asks. A purge, once its own row says so, may empty the one column that it names.

-- sqlite only
CREATE TRIGGER journal_fixe BEFORE UPDATE ON journal
BEGIN SELECT RAISE(ABORT, 'ajout seul : journal'); END;
CREATE TRIGGER journal_garde BEFORE DELETE ON journal
BEGIN SELECT RAISE(ABORT, 'ajout seul : journal'); END;
CREATE TRIGGER dossier_version_fixe BEFORE UPDATE OF dossier, version,
    ecrit_par, ecrit_le ON dossier_version
BEGIN SELECT RAISE(ABORT, 'ajout seul : dossier_version'); END;
CREATE TRIGGER dossier_version_purge BEFORE UPDATE OF contenu ON dossier_version
WHEN NEW.contenu <> '{}' OR NOT EXISTS (SELECT 1 FROM purge WHERE dossier = OLD.dossier)
BEGIN SELECT RAISE(ABORT, 'ajout seul : dossier_version'); END;
CREATE TRIGGER dossier_version_garde BEFORE DELETE ON dossier_version
BEGIN SELECT RAISE(ABORT, 'ajout seul : dossier_version'); END;
CREATE TRIGGER dossier_passage_fixe BEFORE UPDATE OF dossier, numero, acte,
    avant, apres, par, fait_le ON dossier_passage
BEGIN SELECT RAISE(ABORT, 'ajout seul : dossier_passage'); END;
CREATE TRIGGER dossier_passage_purge BEFORE UPDATE OF motif ON dossier_passage
WHEN NEW.motif <> '' OR NOT EXISTS (SELECT 1 FROM purge WHERE dossier = OLD.dossier)
BEGIN SELECT RAISE(ABORT, 'ajout seul : dossier_passage'); END;
CREATE TRIGGER dossier_passage_garde BEFORE DELETE ON dossier_passage
BEGIN SELECT RAISE(ABORT, 'ajout seul : dossier_passage'); END;
CREATE TRIGGER depot_fixe BEFORE UPDATE OF dossier, rang, numero, version, depose_par, depose_le,
    niveau, financeur, ferme_le, regles, subvention, empreinte ON depot
BEGIN SELECT RAISE(ABORT, 'ajout seul : depot'); END;
CREATE TRIGGER depot_purge BEFORE UPDATE OF recepisse ON depot
WHEN NEW.recepisse <> '{}' OR NOT EXISTS (SELECT 1 FROM purge WHERE dossier = OLD.dossier)
BEGIN SELECT RAISE(ABORT, 'ajout seul : depot'); END;
CREATE TRIGGER depot_garde BEFORE DELETE ON depot
BEGIN SELECT RAISE(ABORT, 'ajout seul : depot'); END;
CREATE TRIGGER depot_piece_fixe BEFORE UPDATE ON depot_piece
BEGIN SELECT RAISE(ABORT, 'ajout seul : depot_piece'); END;
CREATE TRIGGER depot_piece_garde BEFORE DELETE ON depot_piece
BEGIN SELECT RAISE(ABORT, 'ajout seul : depot_piece'); END;
CREATE TRIGGER verdict_fixe BEFORE UPDATE OF dossier, numero, piece,
    verdict, motif, par, rendu_le ON verdict
BEGIN SELECT RAISE(ABORT, 'ajout seul : verdict'); END;
CREATE TRIGGER verdict_purge BEFORE UPDATE OF texte ON verdict
WHEN NEW.texte <> '' OR NOT EXISTS (SELECT 1 FROM purge WHERE dossier = OLD.dossier)
BEGIN SELECT RAISE(ABORT, 'ajout seul : verdict'); END;
CREATE TRIGGER verdict_garde BEFORE DELETE ON verdict
BEGIN SELECT RAISE(ABORT, 'ajout seul : verdict'); END;
CREATE TRIGGER appreciation_fixe BEFORE UPDATE OF dossier, numero, regle,
    objet, decision, par, rendue_le ON appreciation
BEGIN SELECT RAISE(ABORT, 'ajout seul : appreciation'); END;
CREATE TRIGGER appreciation_purge BEFORE UPDATE OF motif ON appreciation
WHEN NEW.motif <> '' OR NOT EXISTS (SELECT 1 FROM purge WHERE dossier = OLD.dossier)
BEGIN SELECT RAISE(ABORT, 'ajout seul : appreciation'); END;
CREATE TRIGGER appreciation_garde BEFORE DELETE ON appreciation
BEGIN SELECT RAISE(ABORT, 'ajout seul : appreciation'); END;
CREATE TRIGGER recevabilite_fixe BEFORE UPDATE OF dossier, numero,
    issue, par, decidee_le ON recevabilite
BEGIN SELECT RAISE(ABORT, 'ajout seul : recevabilite'); END;
CREATE TRIGGER recevabilite_purge BEFORE UPDATE OF motif ON recevabilite
WHEN NEW.motif <> '' OR NOT EXISTS (SELECT 1 FROM purge WHERE dossier = OLD.dossier)
BEGIN SELECT RAISE(ABORT, 'ajout seul : recevabilite'); END;
CREATE TRIGGER recevabilite_garde BEFORE DELETE ON recevabilite
BEGIN SELECT RAISE(ABORT, 'ajout seul : recevabilite'); END;
CREATE TRIGGER affectation_fixe BEFORE UPDATE ON affectation
BEGIN SELECT RAISE(ABORT, 'ajout seul : affectation'); END;
CREATE TRIGGER affectation_garde BEFORE DELETE ON affectation
BEGIN SELECT RAISE(ABORT, 'ajout seul : affectation'); END;
CREATE TRIGGER reponse_fixe BEFORE UPDATE OF dossier, numero, version, par, faite_le ON reponse
BEGIN SELECT RAISE(ABORT, 'ajout seul : reponse'); END;
CREATE TRIGGER reponse_purge BEFORE UPDATE OF texte ON reponse
WHEN NEW.texte <> '' OR NOT EXISTS (SELECT 1 FROM purge WHERE dossier = OLD.dossier)
BEGIN SELECT RAISE(ABORT, 'ajout seul : reponse'); END;
CREATE TRIGGER reponse_garde BEFORE DELETE ON reponse
BEGIN SELECT RAISE(ABORT, 'ajout seul : reponse'); END;
CREATE TRIGGER lettre_fixe BEFORE UPDATE OF dossier, numero, genre, objet, par, ecrite_le ON lettre
BEGIN SELECT RAISE(ABORT, 'ajout seul : lettre'); END;
CREATE TRIGGER lettre_purge BEFORE UPDATE OF corps ON lettre
WHEN NEW.corps <> '' OR NOT EXISTS (SELECT 1 FROM purge WHERE dossier = OLD.dossier)
BEGIN SELECT RAISE(ABORT, 'ajout seul : lettre'); END;
CREATE TRIGGER lettre_garde BEFORE DELETE ON lettre
BEGIN SELECT RAISE(ABORT, 'ajout seul : lettre'); END;
CREATE TRIGGER purge_fixe BEFORE UPDATE ON purge
BEGIN SELECT RAISE(ABORT, 'ajout seul : purge'); END;
CREATE TRIGGER purge_garde BEFORE DELETE ON purge
BEGIN SELECT RAISE(ABORT, 'ajout seul : purge'); END;

-- postgresql only
CREATE FUNCTION ajout_seul() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'UPDATE' AND TG_NARGS = 2 THEN
        IF to_jsonb(NEW) = to_jsonb(OLD) || jsonb_build_object(TG_ARGV[0], TG_ARGV[1])
           AND EXISTS (SELECT 1 FROM purge WHERE dossier = OLD.dossier) THEN
            RETURN NEW;
        END IF;
    END IF;
    RAISE EXCEPTION 'ajout seul : %', TG_TABLE_NAME;
END $$;
CREATE TRIGGER journal_fixe BEFORE UPDATE OR DELETE ON journal
FOR EACH ROW EXECUTE FUNCTION ajout_seul();
CREATE TRIGGER journal_garde BEFORE TRUNCATE ON journal EXECUTE FUNCTION ajout_seul();
CREATE TRIGGER dossier_version_fixe BEFORE UPDATE OR DELETE ON dossier_version
FOR EACH ROW EXECUTE FUNCTION ajout_seul('contenu', '{}');
CREATE TRIGGER dossier_version_garde BEFORE TRUNCATE ON dossier_version EXECUTE FUNCTION ajout_seul();
CREATE TRIGGER dossier_passage_fixe BEFORE UPDATE OR DELETE ON dossier_passage
FOR EACH ROW EXECUTE FUNCTION ajout_seul('motif', '');
CREATE TRIGGER dossier_passage_garde BEFORE TRUNCATE ON dossier_passage EXECUTE FUNCTION ajout_seul();
CREATE TRIGGER depot_fixe BEFORE UPDATE OR DELETE ON depot
FOR EACH ROW EXECUTE FUNCTION ajout_seul('recepisse', '{}');
CREATE TRIGGER depot_garde BEFORE TRUNCATE ON depot EXECUTE FUNCTION ajout_seul();
CREATE TRIGGER depot_piece_fixe BEFORE UPDATE OR DELETE ON depot_piece
FOR EACH ROW EXECUTE FUNCTION ajout_seul();
CREATE TRIGGER depot_piece_garde BEFORE TRUNCATE ON depot_piece EXECUTE FUNCTION ajout_seul();
CREATE TRIGGER verdict_fixe BEFORE UPDATE OR DELETE ON verdict
FOR EACH ROW EXECUTE FUNCTION ajout_seul('texte', '');
CREATE TRIGGER verdict_garde BEFORE TRUNCATE ON verdict EXECUTE FUNCTION ajout_seul();
CREATE TRIGGER appreciation_fixe BEFORE UPDATE OR DELETE ON appreciation
FOR EACH ROW EXECUTE FUNCTION ajout_seul('motif', '');
CREATE TRIGGER appreciation_garde BEFORE TRUNCATE ON appreciation EXECUTE FUNCTION ajout_seul();
CREATE TRIGGER recevabilite_fixe BEFORE UPDATE OR DELETE ON recevabilite
FOR EACH ROW EXECUTE FUNCTION ajout_seul('motif', '');
CREATE TRIGGER recevabilite_garde BEFORE TRUNCATE ON recevabilite EXECUTE FUNCTION ajout_seul();
CREATE TRIGGER affectation_fixe BEFORE UPDATE OR DELETE ON affectation
FOR EACH ROW EXECUTE FUNCTION ajout_seul();
CREATE TRIGGER affectation_garde BEFORE TRUNCATE ON affectation EXECUTE FUNCTION ajout_seul();
CREATE TRIGGER reponse_fixe BEFORE UPDATE OR DELETE ON reponse
FOR EACH ROW EXECUTE FUNCTION ajout_seul('texte', '');
CREATE TRIGGER reponse_garde BEFORE TRUNCATE ON reponse EXECUTE FUNCTION ajout_seul();
CREATE TRIGGER lettre_fixe BEFORE UPDATE OR DELETE ON lettre
FOR EACH ROW EXECUTE FUNCTION ajout_seul('corps', '');
CREATE TRIGGER lettre_garde BEFORE TRUNCATE ON lettre EXECUTE FUNCTION ajout_seul();
CREATE TRIGGER purge_fixe BEFORE UPDATE OR DELETE ON purge
FOR EACH ROW EXECUTE FUNCTION ajout_seul();
CREATE TRIGGER purge_garde BEFORE TRUNCATE ON purge EXECUTE FUNCTION ajout_seul();

-- both
