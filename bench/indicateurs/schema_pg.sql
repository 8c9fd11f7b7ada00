-- The facts of the import contract in plain PostgreSQL tables: last versions only, small keys.
CREATE TABLE etablissement (etablissement int PRIMARY KEY, finess_et text NOT NULL);
CREATE UNLOGGED TABLE sejour (id text, etablissement int, personne int, entree date, sortie date,
    modalite text, projet_possible boolean);
CREATE UNLOGGED TABLE modification (id text, etablissement int, personne int, le timestamptz,
    auteur text, automatique boolean);
CREATE UNLOGGED TABLE projet (id text, etablissement int, personne int, statut text, du date,
    au date);
CREATE UNLOGGED TABLE evenement (id text, etablissement int, personne int, debut timestamptz,
    fin timestamptz, statut text);      -- one row a person of the event
CREATE UNLOGGED TABLE envoi_mss (id text, etablissement int, personne int, le timestamptz,
    destinataires int, echec boolean);
CREATE UNLOGGED TABLE alimentation_dmp (id text, etablissement int, personne int, le timestamptz,
    document text, issue text);
CREATE UNLOGGED TABLE import_eprescription (id text, etablissement int, personne int,
    le timestamptz);
CREATE UNLOGGED TABLE echange_eparcours (id text, etablissement int, personne int, le timestamptz);
