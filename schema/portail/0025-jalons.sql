-- What was said of the milestones of an agreement: planned, done, taken back, confirmed, asked
-- about, extended. The last word counts, each stays with its author. `finess_et`: empty for the
-- project. `jour`: null where the act has none. A purge empties `motif`.
CREATE TABLE jalon_fait (
    convention TEXT NOT NULL REFERENCES convention (id),
    numero BIGINT NOT NULL,
    dossier TEXT NOT NULL REFERENCES dossier (id),
    jalon TEXT NOT NULL,
    finess_et TEXT NOT NULL,
    acte TEXT NOT NULL,
    jour TEXT,
    motif TEXT NOT NULL,
    par TEXT NOT NULL REFERENCES compte (id),
    fait_le TEXT NOT NULL,
    PRIMARY KEY (convention, numero)
);

-- sqlite only
CREATE TRIGGER jalon_fait_fixe BEFORE UPDATE OF convention, numero, dossier, jalon, finess_et, acte,
    jour, par, fait_le ON jalon_fait
BEGIN SELECT RAISE(ABORT, 'ajout seul : jalon_fait'); END;
CREATE TRIGGER jalon_fait_purge BEFORE UPDATE OF motif ON jalon_fait
WHEN NEW.motif <> '' OR NOT EXISTS (SELECT 1 FROM purge WHERE dossier = OLD.dossier)
BEGIN SELECT RAISE(ABORT, 'ajout seul : jalon_fait'); END;
CREATE TRIGGER jalon_fait_garde BEFORE DELETE ON jalon_fait
BEGIN SELECT RAISE(ABORT, 'ajout seul : jalon_fait'); END;

-- postgresql only
CREATE TRIGGER jalon_fait_fixe BEFORE UPDATE OR DELETE ON jalon_fait
FOR EACH ROW EXECUTE FUNCTION ajout_seul('motif', '');
CREATE TRIGGER jalon_fait_garde BEFORE TRUNCATE ON jalon_fait EXECUTE FUNCTION ajout_seul();

-- both
