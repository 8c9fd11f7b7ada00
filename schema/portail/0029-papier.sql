-- Scans of papers that were signed, each for the signature of a party that it proves. The last one counts,
-- those before stay. Rows come and are never changed.

-- `avenant`: the rank of the amendment, 0: the agreement itself. `provenance`: where its code was read
-- (saisi, texte, carre). `sha256`: of the file, in the store of pieces. The name that it came with is not kept.
CREATE TABLE papier_signe (
    id TEXT PRIMARY KEY,
    convention TEXT NOT NULL REFERENCES convention (id),
    avenant BIGINT NOT NULL,
    partie TEXT NOT NULL,
    rang BIGINT NOT NULL,
    provenance TEXT NOT NULL,
    format TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    taille BIGINT NOT NULL,
    par TEXT NOT NULL REFERENCES compte (id),
    depose_le TEXT NOT NULL,
    UNIQUE (convention, avenant, partie, rang)
);
CREATE INDEX papier_signe_sha256 ON papier_signe (sha256);

-- sqlite only
CREATE TRIGGER papier_signe_fixe BEFORE UPDATE ON papier_signe
BEGIN SELECT RAISE(ABORT, 'ajout seul : papier_signe'); END;
CREATE TRIGGER papier_signe_garde BEFORE DELETE ON papier_signe
BEGIN SELECT RAISE(ABORT, 'ajout seul : papier_signe'); END;

-- postgresql only
CREATE TRIGGER papier_signe_fixe BEFORE UPDATE OR DELETE ON papier_signe
FOR EACH ROW EXECUTE FUNCTION ajout_seul();
CREATE TRIGGER papier_signe_garde BEFORE TRUNCATE ON papier_signe EXECUTE FUNCTION ajout_seul();

-- both
