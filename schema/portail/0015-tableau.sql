-- Lists are answered from memory: a version, which every write of a row of `fiche` moves in its
-- transaction, tells whether the memory is up to date, and which rows are to be read again.

ALTER TABLE fiche ADD COLUMN version BIGINT NOT NULL DEFAULT 0;
CREATE INDEX fiche_changee ON fiche (version);

CREATE TABLE fiche_version (
    cle BIGINT PRIMARY KEY CHECK (cle = 1),
    version BIGINT NOT NULL
);
INSERT INTO fiche_version (cle, version) VALUES (1, 0);

-- Their orders are in memory.
DROP INDEX fiche_arrivee;
DROP INDEX fiche_statut;
DROP INDEX fiche_porteur;
DROP INDEX fiche_depot;

CREATE INDEX compte_role ON compte (role);
