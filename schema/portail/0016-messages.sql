-- Messages stay as they were written: rows come and are not changed. A purge, once its own row says
-- so, may empty the words of a message and forget its files.

-- sqlite only
CREATE TRIGGER message_fixe BEFORE UPDATE OF dossier, numero, cote, par, ecrit_le, guichet
ON message
BEGIN SELECT RAISE(ABORT, 'ajout seul : message'); END;
CREATE TRIGGER message_purge BEFORE UPDATE OF texte ON message
WHEN NEW.texte <> '' OR NOT EXISTS (SELECT 1 FROM purge WHERE dossier = OLD.dossier)
BEGIN SELECT RAISE(ABORT, 'ajout seul : message'); END;
CREATE TRIGGER message_garde BEFORE DELETE ON message
BEGIN SELECT RAISE(ABORT, 'ajout seul : message'); END;
CREATE TRIGGER message_fichier_fixe BEFORE UPDATE ON message_fichier
BEGIN SELECT RAISE(ABORT, 'ajout seul : message_fichier'); END;
CREATE TRIGGER message_fichier_garde BEFORE DELETE ON message_fichier
WHEN NOT EXISTS (SELECT 1 FROM purge WHERE dossier = OLD.dossier)
BEGIN SELECT RAISE(ABORT, 'ajout seul : message_fichier'); END;

-- postgresql only
CREATE FUNCTION ajout_ou_purge() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT 1 FROM purge WHERE dossier = OLD.dossier) THEN
        RETURN OLD;
    END IF;
    RAISE EXCEPTION 'ajout seul : %', TG_TABLE_NAME;
END $$;
CREATE TRIGGER message_fixe BEFORE UPDATE OR DELETE ON message
FOR EACH ROW EXECUTE FUNCTION ajout_seul('texte', '');
CREATE TRIGGER message_garde BEFORE TRUNCATE ON message EXECUTE FUNCTION ajout_seul();
CREATE TRIGGER message_fichier_fixe BEFORE UPDATE ON message_fichier
FOR EACH ROW EXECUTE FUNCTION ajout_seul();
CREATE TRIGGER message_fichier_efface BEFORE DELETE ON message_fichier
FOR EACH ROW EXECUTE FUNCTION ajout_ou_purge();
CREATE TRIGGER message_fichier_garde BEFORE TRUNCATE ON message_fichier
EXECUTE FUNCTION ajout_seul();

-- both
