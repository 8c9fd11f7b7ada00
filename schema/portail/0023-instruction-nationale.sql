-- DESK-03: the desk of the deposit asks that the national level examines the dossier, which accepts
-- or refuses, or hands it back. The last act counts; each stays with its reason.
CREATE TABLE instruction_nationale (
    dossier TEXT NOT NULL REFERENCES dossier (id),
    numero BIGINT NOT NULL,
    acte TEXT NOT NULL,
    motif TEXT NOT NULL,
    par TEXT NOT NULL,
    fait_le TEXT NOT NULL,
    PRIMARY KEY (dossier, numero)
);

-- sqlite only
CREATE TRIGGER instruction_nationale_fixe BEFORE UPDATE OF dossier, numero, acte, par, fait_le
    ON instruction_nationale
BEGIN SELECT RAISE(ABORT, 'ajout seul : instruction_nationale'); END;
CREATE TRIGGER instruction_nationale_purge BEFORE UPDATE OF motif ON instruction_nationale
WHEN NEW.motif <> '' OR NOT EXISTS (SELECT 1 FROM purge WHERE dossier = OLD.dossier)
BEGIN SELECT RAISE(ABORT, 'ajout seul : instruction_nationale'); END;
CREATE TRIGGER instruction_nationale_garde BEFORE DELETE ON instruction_nationale
BEGIN SELECT RAISE(ABORT, 'ajout seul : instruction_nationale'); END;

-- postgresql only
CREATE TRIGGER instruction_nationale_fixe BEFORE UPDATE OR DELETE ON instruction_nationale
FOR EACH ROW EXECUTE FUNCTION ajout_seul_ou_vide('{"motif": ""}');
CREATE TRIGGER instruction_nationale_garde BEFORE TRUNCATE ON instruction_nationale
EXECUTE FUNCTION ajout_seul();

-- both
