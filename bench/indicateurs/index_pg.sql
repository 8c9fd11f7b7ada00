-- Covering indexes, one for each question of indicateurs_pg.sql, then statistics and visibility.
SET maintenance_work_mem = '1GB';
SET max_parallel_maintenance_workers = 2;
CREATE INDEX ON modification (etablissement, personne, le) WHERE NOT automatique;
CREATE INDEX ON evenement (etablissement, personne, fin) INCLUDE (debut) WHERE statut <> 'ANNULE';
CREATE INDEX ON projet (etablissement, personne, du) INCLUDE (au)
    WHERE statut IN ('ENPREPARATION', 'ENCOURS');
CREATE INDEX ON sejour (etablissement, personne) INCLUDE (entree, sortie, projet_possible);
CREATE INDEX ON envoi_mss (le, etablissement) WHERE NOT echec;
CREATE INDEX ON alimentation_dmp (etablissement, personne, le) WHERE issue = 'acceptee';
CREATE INDEX ON import_eprescription (le, etablissement);
CREATE INDEX ON echange_eparcours (le, etablissement);
VACUUM (ANALYZE);
