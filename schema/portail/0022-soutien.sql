-- Who supports a porteur (GRADeS, Collectif SI) is invited as members are: a row of the same table,
-- without a legal entity.

ALTER TABLE membre ADD COLUMN role TEXT NOT NULL DEFAULT 'membre';
DROP INDEX membre_dossier;
CREATE UNIQUE INDEX membre_dossier ON membre (dossier, finess_ej)
    WHERE retire_le IS NULL AND role = 'membre';
CREATE INDEX membre_par_dossier ON membre (dossier);
