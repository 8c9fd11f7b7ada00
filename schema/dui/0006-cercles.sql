-- Who accompanies a person (elements of the genres cercle and membre). Derived: made again from the
-- last versions at will; asked at each opening of a record.
CREATE TABLE cercle_restreint (
    personne TEXT PRIMARY KEY
);
CREATE TABLE cercle_membre (
    personne TEXT NOT NULL,
    compte TEXT NOT NULL REFERENCES compte (id),
    PRIMARY KEY (personne, compte)
);

-- A record opened from outside its circle, with the reason that was given, until an instant; and
-- what somebody else found of it afterwards.
CREATE TABLE acces_exceptionnel (
    id TEXT PRIMARY KEY,
    finess_et TEXT NOT NULL,
    personne TEXT NOT NULL,
    compte TEXT NOT NULL REFERENCES compte (id),
    motif TEXT NOT NULL,
    ouvert_le TEXT NOT NULL,
    finit_le TEXT NOT NULL
);
CREATE INDEX acces_exceptionnel_personne ON acces_exceptionnel (personne, ouvert_le);
CREATE INDEX acces_exceptionnel_lieu ON acces_exceptionnel (finess_et, ouvert_le);
CREATE TABLE revue_d_acces (
    ouverture TEXT PRIMARY KEY REFERENCES acces_exceptionnel (id),
    revu_par TEXT NOT NULL REFERENCES compte (id),
    revu_le TEXT NOT NULL,
    avis TEXT NOT NULL,
    remarque TEXT NOT NULL
);

-- Who saw a record: the last lines about it, without reading every line of thirty years.
DROP INDEX journal_objet;
CREATE INDEX journal_objet ON journal (objet, numero);

-- sqlite only
CREATE TRIGGER acces_exceptionnel_fixe BEFORE UPDATE ON acces_exceptionnel
BEGIN SELECT RAISE(ABORT, 'ajout seul : acces_exceptionnel'); END;
CREATE TRIGGER acces_exceptionnel_garde BEFORE DELETE ON acces_exceptionnel
BEGIN SELECT RAISE(ABORT, 'ajout seul : acces_exceptionnel'); END;
CREATE TRIGGER revue_d_acces_fixe BEFORE UPDATE ON revue_d_acces
BEGIN SELECT RAISE(ABORT, 'ajout seul : revue_d_acces'); END;
CREATE TRIGGER revue_d_acces_garde BEFORE DELETE ON revue_d_acces
BEGIN SELECT RAISE(ABORT, 'ajout seul : revue_d_acces'); END;
-- postgresql only
CREATE TRIGGER acces_exceptionnel_fixe BEFORE UPDATE OR DELETE ON acces_exceptionnel
FOR EACH ROW EXECUTE FUNCTION ajout_seul();
CREATE TRIGGER acces_exceptionnel_garde BEFORE TRUNCATE ON acces_exceptionnel
EXECUTE FUNCTION ajout_seul();
CREATE TRIGGER revue_d_acces_fixe BEFORE UPDATE OR DELETE ON revue_d_acces
FOR EACH ROW EXECUTE FUNCTION ajout_seul();
CREATE TRIGGER revue_d_acces_garde BEFORE TRUNCATE ON revue_d_acces EXECUTE FUNCTION ajout_seul();
-- both
