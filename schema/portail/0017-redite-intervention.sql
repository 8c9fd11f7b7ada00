-- What was asked by who has no account yet, with an Idempotency-Key: two digests that need the
-- vault's key. Nothing of what was sent is kept, for it may hold a password.
CREATE TABLE redite (
    cle TEXT PRIMARY KEY,
    empreinte TEXT NOT NULL,
    cree_le TEXT NOT NULL
);
CREATE INDEX redite_cree_le ON redite (cree_le);

-- What an administrator did stays written, as decisions do: a purge may empty its words.
-- sqlite only
CREATE TRIGGER intervention_fixe BEFORE UPDATE OF dossier, numero, genre, objet, jusqu_au, version,
    par, faite_le ON intervention
BEGIN SELECT RAISE(ABORT, 'ajout seul : intervention'); END;
CREATE TRIGGER intervention_purge BEFORE UPDATE OF avant, apres, motif ON intervention
WHEN NEW.avant <> '' OR NEW.apres <> '' OR NEW.motif <> ''
    OR NOT EXISTS (SELECT 1 FROM purge WHERE dossier = OLD.dossier)
BEGIN SELECT RAISE(ABORT, 'ajout seul : intervention'); END;
CREATE TRIGGER intervention_garde BEFORE DELETE ON intervention
BEGIN SELECT RAISE(ABORT, 'ajout seul : intervention'); END;

-- postgresql only
CREATE FUNCTION ajout_seul_ou_vide() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'UPDATE' THEN
        IF to_jsonb(NEW) = to_jsonb(OLD) || TG_ARGV[0]::jsonb
           AND EXISTS (SELECT 1 FROM purge WHERE dossier = OLD.dossier) THEN
            RETURN NEW;
        END IF;
    END IF;
    RAISE EXCEPTION 'ajout seul : %', TG_TABLE_NAME;
END $$;
CREATE TRIGGER intervention_fixe BEFORE UPDATE OR DELETE ON intervention
FOR EACH ROW EXECUTE FUNCTION ajout_seul_ou_vide('{"avant": "", "apres": "", "motif": ""}');
CREATE TRIGGER intervention_garde BEFORE TRUNCATE ON intervention
EXECUTE FUNCTION ajout_seul();

-- both
