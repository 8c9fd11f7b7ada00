-- Calls as they were published, by the digest of each of their versions: what was deposited keeps the
-- rules that its receipt names, whatever the files say since.
CREATE TABLE regles_publiees (
    empreinte TEXT PRIMARY KEY,
    appel TEXT NOT NULL,
    texte TEXT NOT NULL,
    socle TEXT NOT NULL,
    publie_le TEXT NOT NULL
);

-- sqlite only
CREATE TRIGGER regles_publiees_fixe BEFORE UPDATE ON regles_publiees
BEGIN SELECT RAISE(ABORT, 'ajout seul : regles_publiees'); END;
CREATE TRIGGER regles_publiees_garde BEFORE DELETE ON regles_publiees
BEGIN SELECT RAISE(ABORT, 'ajout seul : regles_publiees'); END;

-- postgresql only
CREATE TRIGGER regles_publiees_fixe BEFORE UPDATE OR DELETE ON regles_publiees
FOR EACH ROW EXECUTE FUNCTION ajout_seul();
CREATE TRIGGER regles_publiees_garde BEFORE TRUNCATE ON regles_publiees
EXECUTE FUNCTION ajout_seul();

-- both
