-- The register of establishments: its imports, its present state, and what each change replaced.

CREATE TABLE registre_import (
    numero BIGINT PRIMARY KEY,
    date_registre TEXT NOT NULL,
    format TEXT NOT NULL,
    fichier TEXT NOT NULL,
    importe_le TEXT NOT NULL,
    lus BIGINT NOT NULL,
    nouveaux BIGINT NOT NULL,
    modifies BIGINT NOT NULL,
    fermes BIGINT NOT NULL,
    rejetes BIGINT NOT NULL,
    doublons BIGINT NOT NULL,
    avertissements BIGINT NOT NULL
);

-- Places of life (category 462) are sometimes private homes: where they are is never stored.
CREATE TABLE etablissement (
    finess_et TEXT PRIMARY KEY,
    finess_ej TEXT NOT NULL,
    raison_sociale TEXT NOT NULL,
    adresse TEXT NOT NULL,
    code_postal TEXT NOT NULL,
    commune TEXT NOT NULL,
    categorie TEXT NOT NULL,
    libelle_categorie TEXT NOT NULL,
    agregat TEXT NOT NULL,
    siret TEXT NOT NULL,
    departement TEXT NOT NULL,
    region TEXT NOT NULL,
    ouvert_le TEXT,
    ferme_le TEXT,
    latitude_e6 BIGINT,
    longitude_e6 BIGINT,
    CHECK (categorie <> '462' OR (adresse = '' AND code_postal = '' AND latitude_e6 IS NULL
                                  AND longitude_e6 IS NULL))
);
CREATE INDEX etablissement_finess_ej ON etablissement (finess_ej);

-- The line that the import `remplacee_par` replaced; it was right until that register's date.
CREATE TABLE etablissement_ancien (
    remplacee_par BIGINT NOT NULL REFERENCES registre_import (numero),
    finess_et TEXT NOT NULL,
    finess_ej TEXT NOT NULL,
    raison_sociale TEXT NOT NULL,
    adresse TEXT NOT NULL,
    code_postal TEXT NOT NULL,
    commune TEXT NOT NULL,
    categorie TEXT NOT NULL,
    libelle_categorie TEXT NOT NULL,
    agregat TEXT NOT NULL,
    siret TEXT NOT NULL,
    departement TEXT NOT NULL,
    region TEXT NOT NULL,
    ouvert_le TEXT,
    ferme_le TEXT,
    latitude_e6 BIGINT,
    longitude_e6 BIGINT,
    PRIMARY KEY (finess_et, remplacee_par)
);

-- What an administrator decided about a category; the files of donnees/ give the first state.
CREATE TABLE changement_secteur (
    numero BIGINT PRIMARY KEY,
    categorie TEXT NOT NULL,
    a_compter_du TEXT NOT NULL,
    secteur TEXT,
    eligibilite TEXT NOT NULL,
    ancien_secteur TEXT,
    ancienne_eligibilite TEXT NOT NULL,
    par TEXT NOT NULL,
    motif TEXT NOT NULL,
    fait_le TEXT NOT NULL
);
CREATE INDEX changement_secteur_categorie ON changement_secteur (categorie);

-- Accounts, sessions, the chained journal and the outgoing mail.

CREATE TABLE compte (
    id TEXT PRIMARY KEY,
    courriel TEXT NOT NULL,
    courriel_cle TEXT NOT NULL UNIQUE,
    nom TEXT NOT NULL,
    prenom TEXT NOT NULL,
    mot_de_passe TEXT NOT NULL,
    role TEXT NOT NULL,
    region TEXT,
    cree_le TEXT NOT NULL,
    ferme_le TEXT,
    version BIGINT NOT NULL
);
CREATE INDEX compte_role ON compte (role);

-- What somebody asked for; the account exists once the link sent by mail was followed.
CREATE TABLE inscription (
    empreinte TEXT PRIMARY KEY,
    courriel TEXT NOT NULL,
    courriel_cle TEXT NOT NULL,
    nom TEXT NOT NULL,
    prenom TEXT NOT NULL,
    mot_de_passe TEXT NOT NULL,
    expire_le TEXT NOT NULL,
    utilisee_le TEXT
);
CREATE INDEX inscription_courriel_cle ON inscription (courriel_cle);

-- Links sent by mail to an account: only the digest of the token is kept.
CREATE TABLE jeton (
    empreinte TEXT PRIMARY KEY,
    objet TEXT NOT NULL,
    compte TEXT NOT NULL REFERENCES compte (id),
    courriel TEXT,
    expire_le TEXT NOT NULL,
    utilise_le TEXT
);
CREATE INDEX jeton_compte ON jeton (compte);

-- The secret is sealed by a key that is not in the database.
CREATE TABLE second_facteur (
    compte TEXT PRIMARY KEY REFERENCES compte (id),
    secret TEXT NOT NULL,
    etat TEXT NOT NULL,
    dernier_pas BIGINT NOT NULL,
    ajoute_le TEXT NOT NULL
);

-- One line a database: tells that the key at hand is the one that sealed what it holds.
CREATE TABLE coffre (
    numero BIGINT PRIMARY KEY CHECK (numero = 1),
    marque TEXT NOT NULL
);

CREATE TABLE session_ouverte (
    empreinte TEXT PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    compte TEXT NOT NULL REFERENCES compte (id),
    appareil TEXT NOT NULL,
    ouverte_le TEXT NOT NULL,
    vue_le TEXT NOT NULL,
    expire_le TEXT NOT NULL
);
CREATE INDEX session_ouverte_compte ON session_ouverte (compte);

-- What is counted to slow guesses down: a keyed digest of an account or an address, no name.
CREATE TABLE tentative (
    cle TEXT NOT NULL,
    instant TEXT NOT NULL
);
CREATE INDEX tentative_cle ON tentative (cle, instant);

-- The outbox: a message is queued in the transaction that gives its reason, and sent afterwards.
CREATE TABLE courrier (
    id TEXT PRIMARY KEY,
    destinataire TEXT NOT NULL,
    objet TEXT NOT NULL,
    corps TEXT NOT NULL,
    cree_le TEXT NOT NULL,
    etat TEXT NOT NULL,
    essais BIGINT NOT NULL,
    prochain_essai TEXT NOT NULL,
    envoye_le TEXT,
    faute TEXT NOT NULL
);
CREATE INDEX courrier_etat ON courrier (etat, prochain_essai);

-- Who did what, when, on what, refusals included. Each line's digest covers all its fields and the
-- digest of the line before it.
CREATE TABLE journal (
    numero BIGINT PRIMARY KEY,
    instant TEXT NOT NULL,
    acteur TEXT NOT NULL,
    acte TEXT NOT NULL,
    objet TEXT NOT NULL,
    issue TEXT NOT NULL,
    detail TEXT NOT NULL,
    empreinte TEXT NOT NULL
);
CREATE INDEX journal_objet ON journal (objet);

CREATE TABLE journal_tete (
    cle BIGINT PRIMARY KEY CHECK (cle = 1),
    numero BIGINT NOT NULL,
    empreinte TEXT NOT NULL
);
INSERT INTO journal_tete (cle, numero, empreinte) VALUES (1, 0, '');

-- Dossiers: what was written, version after version, their pieces, their deposits.

CREATE TABLE dossier (
    id TEXT PRIMARY KEY,
    compte TEXT NOT NULL REFERENCES compte (id),
    appel TEXT NOT NULL,
    statut TEXT NOT NULL,
    version BIGINT NOT NULL,
    cree_le TEXT NOT NULL,
    modifie_le TEXT NOT NULL,
    guichet TEXT
);
CREATE INDEX dossier_compte ON dossier (compte);
CREATE INDEX dossier_guichet ON dossier (guichet, statut);

-- The text as it came, byte for byte; a version is never changed.
CREATE TABLE dossier_version (
    dossier TEXT NOT NULL REFERENCES dossier (id),
    version BIGINT NOT NULL,
    contenu TEXT NOT NULL,
    ecrit_par TEXT NOT NULL,
    ecrit_le TEXT NOT NULL,
    PRIMARY KEY (dossier, version)
);

-- Each change of state is a row: who, when, from where to where.
CREATE TABLE dossier_passage (
    dossier TEXT NOT NULL REFERENCES dossier (id),
    numero BIGINT NOT NULL,
    acte TEXT NOT NULL,
    avant TEXT NOT NULL,
    apres TEXT NOT NULL,
    par TEXT NOT NULL,
    fait_le TEXT NOT NULL,
    motif TEXT NOT NULL,
    PRIMARY KEY (dossier, numero)
);

-- A file is named by its digest and lies beside the database before its row is written.
CREATE TABLE piece (
    dossier TEXT NOT NULL REFERENCES dossier (id),
    id TEXT NOT NULL,
    type TEXT NOT NULL,
    organisme TEXT,
    nom TEXT NOT NULL,
    format TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    taille BIGINT NOT NULL,
    etat TEXT NOT NULL,
    depose_par TEXT NOT NULL,
    depose_le TEXT NOT NULL,
    retire_le TEXT,
    PRIMARY KEY (dossier, id)
);
CREATE INDEX piece_sha256 ON piece (sha256);

-- A deposit freezes a version, its pieces and what was computed; `recepisse` is the answer given.
CREATE TABLE depot (
    dossier TEXT NOT NULL REFERENCES dossier (id),
    rang BIGINT NOT NULL,
    numero TEXT NOT NULL UNIQUE,
    version BIGINT NOT NULL,
    depose_par TEXT NOT NULL,
    depose_le TEXT NOT NULL,
    niveau TEXT NOT NULL,
    financeur TEXT NOT NULL,
    ferme_le TEXT,
    regles TEXT NOT NULL,
    subvention BIGINT,
    empreinte TEXT NOT NULL,
    recepisse TEXT NOT NULL,
    PRIMARY KEY (dossier, rang)
);

CREATE TABLE depot_piece (
    dossier TEXT NOT NULL,
    rang BIGINT NOT NULL,
    piece TEXT NOT NULL,
    PRIMARY KEY (dossier, rang, piece)
);

-- The establishments of the last deposit of each dossier.
CREATE TABLE depot_essms (
    finess_et TEXT NOT NULL,
    dossier TEXT NOT NULL REFERENCES dossier (id),
    siret TEXT NOT NULL,
    PRIMARY KEY (finess_et, dossier)
);
CREATE INDEX depot_essms_dossier ON depot_essms (dossier);

-- What a request with an Idempotency-Key was answered.
CREATE TABLE rejeu (
    compte TEXT NOT NULL REFERENCES compte (id),
    cle TEXT NOT NULL,
    empreinte TEXT NOT NULL,
    statut BIGINT NOT NULL,
    corps TEXT NOT NULL,
    cree_le TEXT NOT NULL,
    PRIMARY KEY (compte, cle)
);
CREATE INDEX rejeu_cree_le ON rejeu (cree_le);

-- What was asked by who has no account yet, with an Idempotency-Key: digests only.
CREATE TABLE redite (
    cle TEXT PRIMARY KEY,
    empreinte TEXT NOT NULL,
    cree_le TEXT NOT NULL
);
CREATE INDEX redite_cree_le ON redite (cree_le);

CREATE TABLE planning (
    dossier TEXT PRIMARY KEY REFERENCES dossier (id),
    version BIGINT NOT NULL,
    ecrit_par TEXT NOT NULL,
    ecrit_le TEXT NOT NULL
);

CREATE TABLE planning_phase (
    dossier TEXT NOT NULL REFERENCES planning (dossier),
    rang BIGINT NOT NULL,
    volet TEXT NOT NULL,
    libelle TEXT NOT NULL,
    debut TEXT,
    fin TEXT,
    PRIMARY KEY (dossier, rang)
);

-- A file that an account asked for; it is hers alone, for some days.
CREATE TABLE exportation (
    id TEXT PRIMARY KEY,
    compte TEXT NOT NULL REFERENCES compte (id),
    genre TEXT NOT NULL,
    objet TEXT NOT NULL,
    etat TEXT NOT NULL,
    nom TEXT NOT NULL,
    demande_le TEXT NOT NULL,
    fini_le TEXT,
    perime_le TEXT NOT NULL,
    taille BIGINT,
    sha256 TEXT,
    essais BIGINT NOT NULL,
    faute TEXT NOT NULL
);
CREATE INDEX exportation_compte ON exportation (compte, demande_le);
CREATE INDEX exportation_etat ON exportation (etat, demande_le);

-- Members of a dossier: who speaks for which legal entity, their invitations, their agreements.

-- A member that was taken away keeps its row: agreements and the journal name it.
CREATE TABLE membre (
    id TEXT PRIMARY KEY,
    dossier TEXT NOT NULL REFERENCES dossier (id),
    finess_ej TEXT NOT NULL,
    courriel TEXT NOT NULL,
    compte TEXT REFERENCES compte (id),
    recupere_tva BIGINT,
    invite_le TEXT NOT NULL,
    accepte_le TEXT,
    retire_le TEXT
, role TEXT NOT NULL DEFAULT 'membre');
CREATE UNIQUE INDEX membre_dossier ON membre (dossier, finess_ej)
    WHERE retire_le IS NULL AND role = 'membre';
CREATE INDEX membre_par_dossier ON membre (dossier);
CREATE INDEX membre_compte ON membre (compte);

-- Links sent by mail: only the digest of the token is kept.
CREATE TABLE invitation (
    empreinte TEXT PRIMARY KEY,
    membre TEXT NOT NULL REFERENCES membre (id),
    par TEXT NOT NULL,
    cree_le TEXT NOT NULL,
    expire_le TEXT NOT NULL,
    utilisee_le TEXT
);
CREATE INDEX invitation_membre ON invitation (membre);
CREATE INDEX invitation_par ON invitation (par, cree_le);

-- The text that was agreed to, with its digest; the last one of a member tells whether it holds.
CREATE TABLE accord (
    id TEXT PRIMARY KEY,
    membre TEXT NOT NULL REFERENCES membre (id),
    rang BIGINT NOT NULL,
    part TEXT NOT NULL,
    empreinte TEXT NOT NULL,
    version BIGINT NOT NULL,
    donne_par TEXT NOT NULL,
    donne_le TEXT NOT NULL,
    fini_le TEXT,
    fin TEXT,
    UNIQUE (membre, rang)
);

-- What lists show of a deposited dossier, kept by its deposit and by its changes of state.
CREATE TABLE fiche (
    dossier TEXT PRIMARY KEY REFERENCES dossier (id),
    guichet TEXT NOT NULL,
    statut TEXT NOT NULL,
    appel TEXT NOT NULL,
    numero TEXT NOT NULL,
    porteur TEXT NOT NULL,
    recherche TEXT NOT NULL,
    siret TEXT NOT NULL,
    essms BIGINT NOT NULL,
    subvention BIGINT,
    depose_le TEXT NOT NULL,
    change_le TEXT NOT NULL,
    instructeur TEXT,
    echeance TEXT
, version BIGINT NOT NULL DEFAULT 0);
CREATE INDEX fiche_changee ON fiche (version);

-- Moved by every write of a row of `fiche`, in its transaction.
CREATE TABLE fiche_version (
    cle BIGINT PRIMARY KEY CHECK (cle = 1),
    version BIGINT NOT NULL
);
INSERT INTO fiche_version (cle, version) VALUES (1, 0);

CREATE TABLE affectation (
    dossier TEXT NOT NULL REFERENCES dossier (id),
    numero BIGINT NOT NULL,
    instructeur TEXT REFERENCES compte (id),
    par TEXT NOT NULL,
    faite_le TEXT NOT NULL,
    PRIMARY KEY (dossier, numero)
);

CREATE TABLE verdict (
    dossier TEXT NOT NULL REFERENCES dossier (id),
    numero BIGINT NOT NULL,
    piece TEXT NOT NULL,
    verdict TEXT NOT NULL,
    motif TEXT NOT NULL,
    texte TEXT NOT NULL,
    par TEXT NOT NULL,
    rendu_le TEXT NOT NULL,
    PRIMARY KEY (dossier, numero)
);

-- A request for complements; it is open until `close_le`.
CREATE TABLE demande (
    dossier TEXT NOT NULL REFERENCES dossier (id),
    numero BIGINT NOT NULL,
    textes TEXT NOT NULL,
    echeance TEXT NOT NULL,
    par TEXT NOT NULL,
    faite_le TEXT NOT NULL,
    close_le TEXT,
    cloture TEXT,
    PRIMARY KEY (dossier, numero)
);

-- `piece`: the one to replace, when it is one; `acceptee`: the piece that the desk accepted for it.
CREATE TABLE demande_piece (
    dossier TEXT NOT NULL,
    demande BIGINT NOT NULL,
    rang BIGINT NOT NULL,
    type TEXT NOT NULL,
    organisme TEXT,
    piece TEXT,
    texte TEXT NOT NULL,
    acceptee TEXT,
    PRIMARY KEY (dossier, demande, rang)
);

-- A piece given in answer to a request, and the one that it replaces.
CREATE TABLE complement (
    dossier TEXT NOT NULL,
    piece TEXT NOT NULL,
    remplace TEXT,
    PRIMARY KEY (dossier, piece)
);

-- What the porteur answers; `version`: the content as it is corrected.
CREATE TABLE reponse (
    dossier TEXT NOT NULL REFERENCES dossier (id),
    numero BIGINT NOT NULL,
    version BIGINT NOT NULL,
    texte TEXT NOT NULL,
    par TEXT NOT NULL,
    faite_le TEXT NOT NULL,
    PRIMARY KEY (dossier, numero)
);

-- An authority's decision on what a rule leaves open; `objet` empty: wherever the rule found it.
CREATE TABLE appreciation (
    dossier TEXT NOT NULL REFERENCES dossier (id),
    numero BIGINT NOT NULL,
    regle TEXT NOT NULL,
    objet TEXT NOT NULL,
    decision TEXT NOT NULL,
    motif TEXT NOT NULL,
    par TEXT NOT NULL,
    rendue_le TEXT NOT NULL,
    PRIMARY KEY (dossier, numero)
);

CREATE TABLE recevabilite (
    dossier TEXT NOT NULL REFERENCES dossier (id),
    numero BIGINT NOT NULL,
    issue TEXT NOT NULL,
    motif TEXT NOT NULL,
    par TEXT NOT NULL,
    decidee_le TEXT NOT NULL,
    PRIMARY KEY (dossier, numero)
);

-- Read by the desk only.
CREATE TABLE note (
    dossier TEXT NOT NULL REFERENCES dossier (id),
    numero BIGINT NOT NULL,
    texte TEXT NOT NULL,
    par TEXT NOT NULL,
    ecrite_le TEXT NOT NULL,
    PRIMARY KEY (dossier, numero)
);

-- Messages between a porteur and its desk; `cote`: who speaks.
CREATE TABLE message (
    dossier TEXT NOT NULL REFERENCES dossier (id),
    numero BIGINT NOT NULL,
    cote TEXT NOT NULL,
    texte TEXT NOT NULL,
    par TEXT NOT NULL,
    ecrit_le TEXT NOT NULL,
    guichet TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (dossier, numero)
);
CREATE TABLE message_fichier (
    dossier TEXT NOT NULL,
    message BIGINT NOT NULL,
    id TEXT NOT NULL,
    nom TEXT NOT NULL,
    format TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    taille BIGINT NOT NULL,
    PRIMARY KEY (dossier, message, id)
);
CREATE INDEX message_fichier_sha256 ON message_fichier (sha256);

-- Letters: the text that an administrator, or a desk for its own, wrote last for each kind, and the
-- letters as sent.
CREATE TABLE lettre_type (
    genre TEXT NOT NULL,
    version BIGINT NOT NULL,
    objet TEXT NOT NULL,
    corps TEXT NOT NULL,
    par TEXT NOT NULL,
    ecrite_le TEXT NOT NULL,
    guichet TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (genre, version)
);
CREATE TABLE lettre (
    dossier TEXT NOT NULL REFERENCES dossier (id),
    numero BIGINT NOT NULL,
    genre TEXT NOT NULL,
    objet TEXT NOT NULL,
    corps TEXT NOT NULL,
    par TEXT NOT NULL,
    ecrite_le TEXT NOT NULL,
    PRIMARY KEY (dossier, numero)
);

-- How an account wants its list: columns, and searches that it named.
CREATE TABLE bureau (
    compte TEXT PRIMARY KEY REFERENCES compte (id),
    colonnes TEXT NOT NULL,
    requete TEXT NOT NULL
);
CREATE TABLE bureau_filtre (
    compte TEXT NOT NULL REFERENCES compte (id),
    nom TEXT NOT NULL,
    requete TEXT NOT NULL,
    PRIMARY KEY (compte, nom)
);

-- Reminders before a window closes, what each account wants of them, and its calendar.

-- A reminder that was sent: one for each account, object, deadline and day.
CREATE TABLE rappel (
    compte TEXT NOT NULL REFERENCES compte (id),
    objet TEXT NOT NULL,
    echeance TEXT NOT NULL,
    jours BIGINT NOT NULL,
    envoye_le TEXT NOT NULL,
    PRIMARY KEY (compte, objet, echeance, jours)
);

-- Days before the closing ("14,3,1"); an empty text: none.
CREATE TABLE rappel_preference (
    compte TEXT PRIMARY KEY REFERENCES compte (id),
    jours TEXT NOT NULL
);

-- The secret address of a calendar: only its digest is kept.
CREATE TABLE calendrier (
    compte TEXT PRIMARY KEY REFERENCES compte (id),
    empreinte TEXT NOT NULL UNIQUE,
    cree_le TEXT NOT NULL
);

CREATE TABLE maturite (
    dossier TEXT NOT NULL REFERENCES dossier (id),
    organisme TEXT NOT NULL,
    version BIGINT NOT NULL,
    ecrit_par TEXT NOT NULL,
    ecrit_le TEXT NOT NULL,
    PRIMARY KEY (dossier, organisme)
);

CREATE TABLE maturite_reponse (
    dossier TEXT NOT NULL,
    organisme TEXT NOT NULL,
    code TEXT NOT NULL,
    valeur TEXT NOT NULL,
    PRIMARY KEY (dossier, organisme, code)
);

CREATE TABLE retenue (
    id TEXT PRIMARY KEY,
    dossier TEXT NOT NULL REFERENCES dossier (id),
    motif TEXT NOT NULL,
    posee_par TEXT NOT NULL,
    posee_le TEXT NOT NULL,
    levee_par TEXT,
    levee_le TEXT
);
CREATE INDEX retenue_dossier ON retenue (dossier);

CREATE TABLE purge_annonce (
    dossier TEXT PRIMARY KEY REFERENCES dossier (id),
    annonce_le TEXT NOT NULL
);

CREATE TABLE purge (
    dossier TEXT PRIMARY KEY REFERENCES dossier (id),
    cas TEXT NOT NULL,
    par TEXT NOT NULL,
    purge_le TEXT NOT NULL
);

-- Requests for a grappe, and who agreed to be put in touch with whom.

CREATE TABLE demande_grappe (
    id TEXT PRIMARY KEY,
    compte TEXT NOT NULL REFERENCES compte (id),
    structure TEXT NOT NULL,
    couloir TEXT NOT NULL,
    heures TEXT NOT NULL,
    contact TEXT NOT NULL,
    finess TEXT NOT NULL,
    essms BIGINT NOT NULL,
    dui TEXT NOT NULL,
    editeur TEXT NOT NULL,
    contact_editeur TEXT NOT NULL,
    grappe TEXT NOT NULL,
    region TEXT NOT NULL,
    etat TEXT NOT NULL,
    faite_le TEXT NOT NULL,
    motif TEXT NOT NULL,
    traitee_par TEXT,
    traitee_le TEXT
, dossier TEXT NOT NULL DEFAULT '');
CREATE INDEX demande_grappe_compte ON demande_grappe (compte);
CREATE INDEX demande_grappe_region ON demande_grappe (region, faite_le);

CREATE TABLE rapprochement (
    demande TEXT NOT NULL REFERENCES demande_grappe (id),
    autre TEXT NOT NULL REFERENCES demande_grappe (id),
    accepte_le TEXT NOT NULL,
    PRIMARY KEY (demande, autre)
);

-- Up to which message each reader has read; `lecteur`: an account, or 'guichet' for the desk.
CREATE TABLE message_lecture (
    dossier TEXT NOT NULL REFERENCES dossier (id),
    lecteur TEXT NOT NULL,
    numero BIGINT NOT NULL,
    par TEXT NOT NULL,
    lue_le TEXT NOT NULL,
    PRIMARY KEY (dossier, lecteur)
);

-- Dossiers whose porteur wrote what the desk has not read; `depuis`: the oldest of these messages.
CREATE TABLE message_attente (
    dossier TEXT PRIMARY KEY REFERENCES dossier (id),
    nombre BIGINT NOT NULL,
    depuis TEXT NOT NULL
);

-- Which mails an account wants; no row: each one.
CREATE TABLE courrier_preference (
    compte TEXT PRIMARY KEY REFERENCES compte (id),
    regime TEXT NOT NULL,
    choisi_le TEXT NOT NULL
);

-- What waits for the daily summary of an account.
CREATE TABLE courrier_resume (
    id TEXT PRIMARY KEY,
    compte TEXT NOT NULL REFERENCES compte (id),
    objet TEXT NOT NULL,
    lien TEXT NOT NULL,
    cree_le TEXT NOT NULL
);
CREATE INDEX courrier_resume_compte ON courrier_resume (compte, cree_le);

-- How long an examination took, once decided: days of its clock, which requests stop.
CREATE TABLE examen_delai (
    dossier TEXT PRIMARY KEY REFERENCES dossier (id),
    appel TEXT NOT NULL,
    guichet TEXT NOT NULL,
    jours BIGINT NOT NULL,
    decide_le TEXT NOT NULL
);
CREATE INDEX examen_delai_guichet ON examen_delai (guichet, appel, jours);

-- Which account an identity of an OpenID Connect provider enters: one identity an account.

CREATE TABLE lien_openid (
    emetteur TEXT NOT NULL,
    sujet TEXT NOT NULL,
    compte TEXT NOT NULL UNIQUE REFERENCES compte (id),
    lie_le TEXT NOT NULL,
    PRIMARY KEY (emetteur, sujet)
);

-- What was written stays written: these tables take new rows and refuse that one be changed or
-- removed, whoever asks. A purge, once its own row says so, may empty the one column that it names.

-- sqlite only
CREATE TRIGGER journal_fixe BEFORE UPDATE ON journal
BEGIN SELECT RAISE(ABORT, 'ajout seul : journal'); END;
CREATE TRIGGER journal_garde BEFORE DELETE ON journal
BEGIN SELECT RAISE(ABORT, 'ajout seul : journal'); END;
CREATE TRIGGER dossier_version_fixe BEFORE UPDATE OF dossier, version,
    ecrit_par, ecrit_le ON dossier_version
BEGIN SELECT RAISE(ABORT, 'ajout seul : dossier_version'); END;
CREATE TRIGGER dossier_version_purge BEFORE UPDATE OF contenu ON dossier_version
WHEN NEW.contenu <> '{}' OR NOT EXISTS (SELECT 1 FROM purge WHERE dossier = OLD.dossier)
BEGIN SELECT RAISE(ABORT, 'ajout seul : dossier_version'); END;
CREATE TRIGGER dossier_version_garde BEFORE DELETE ON dossier_version
BEGIN SELECT RAISE(ABORT, 'ajout seul : dossier_version'); END;
CREATE TRIGGER dossier_passage_fixe BEFORE UPDATE OF dossier, numero, acte,
    avant, apres, par, fait_le ON dossier_passage
BEGIN SELECT RAISE(ABORT, 'ajout seul : dossier_passage'); END;
CREATE TRIGGER dossier_passage_purge BEFORE UPDATE OF motif ON dossier_passage
WHEN NEW.motif <> '' OR NOT EXISTS (SELECT 1 FROM purge WHERE dossier = OLD.dossier)
BEGIN SELECT RAISE(ABORT, 'ajout seul : dossier_passage'); END;
CREATE TRIGGER dossier_passage_garde BEFORE DELETE ON dossier_passage
BEGIN SELECT RAISE(ABORT, 'ajout seul : dossier_passage'); END;
CREATE TRIGGER depot_fixe BEFORE UPDATE OF dossier, rang, numero, version, depose_par, depose_le,
    niveau, financeur, ferme_le, regles, subvention, empreinte ON depot
BEGIN SELECT RAISE(ABORT, 'ajout seul : depot'); END;
CREATE TRIGGER depot_purge BEFORE UPDATE OF recepisse ON depot
WHEN NEW.recepisse <> '{}' OR NOT EXISTS (SELECT 1 FROM purge WHERE dossier = OLD.dossier)
BEGIN SELECT RAISE(ABORT, 'ajout seul : depot'); END;
CREATE TRIGGER depot_garde BEFORE DELETE ON depot
BEGIN SELECT RAISE(ABORT, 'ajout seul : depot'); END;
CREATE TRIGGER depot_piece_fixe BEFORE UPDATE ON depot_piece
BEGIN SELECT RAISE(ABORT, 'ajout seul : depot_piece'); END;
CREATE TRIGGER depot_piece_garde BEFORE DELETE ON depot_piece
BEGIN SELECT RAISE(ABORT, 'ajout seul : depot_piece'); END;
CREATE TRIGGER verdict_fixe BEFORE UPDATE OF dossier, numero, piece,
    verdict, motif, par, rendu_le ON verdict
BEGIN SELECT RAISE(ABORT, 'ajout seul : verdict'); END;
CREATE TRIGGER verdict_purge BEFORE UPDATE OF texte ON verdict
WHEN NEW.texte <> '' OR NOT EXISTS (SELECT 1 FROM purge WHERE dossier = OLD.dossier)
BEGIN SELECT RAISE(ABORT, 'ajout seul : verdict'); END;
CREATE TRIGGER verdict_garde BEFORE DELETE ON verdict
BEGIN SELECT RAISE(ABORT, 'ajout seul : verdict'); END;
CREATE TRIGGER appreciation_fixe BEFORE UPDATE OF dossier, numero, regle,
    objet, decision, par, rendue_le ON appreciation
BEGIN SELECT RAISE(ABORT, 'ajout seul : appreciation'); END;
CREATE TRIGGER appreciation_purge BEFORE UPDATE OF motif ON appreciation
WHEN NEW.motif <> '' OR NOT EXISTS (SELECT 1 FROM purge WHERE dossier = OLD.dossier)
BEGIN SELECT RAISE(ABORT, 'ajout seul : appreciation'); END;
CREATE TRIGGER appreciation_garde BEFORE DELETE ON appreciation
BEGIN SELECT RAISE(ABORT, 'ajout seul : appreciation'); END;
CREATE TRIGGER recevabilite_fixe BEFORE UPDATE OF dossier, numero,
    issue, par, decidee_le ON recevabilite
BEGIN SELECT RAISE(ABORT, 'ajout seul : recevabilite'); END;
CREATE TRIGGER recevabilite_purge BEFORE UPDATE OF motif ON recevabilite
WHEN NEW.motif <> '' OR NOT EXISTS (SELECT 1 FROM purge WHERE dossier = OLD.dossier)
BEGIN SELECT RAISE(ABORT, 'ajout seul : recevabilite'); END;
CREATE TRIGGER recevabilite_garde BEFORE DELETE ON recevabilite
BEGIN SELECT RAISE(ABORT, 'ajout seul : recevabilite'); END;
CREATE TRIGGER affectation_fixe BEFORE UPDATE ON affectation
BEGIN SELECT RAISE(ABORT, 'ajout seul : affectation'); END;
CREATE TRIGGER affectation_garde BEFORE DELETE ON affectation
BEGIN SELECT RAISE(ABORT, 'ajout seul : affectation'); END;
CREATE TRIGGER reponse_fixe BEFORE UPDATE OF dossier, numero, version, par, faite_le ON reponse
BEGIN SELECT RAISE(ABORT, 'ajout seul : reponse'); END;
CREATE TRIGGER reponse_purge BEFORE UPDATE OF texte ON reponse
WHEN NEW.texte <> '' OR NOT EXISTS (SELECT 1 FROM purge WHERE dossier = OLD.dossier)
BEGIN SELECT RAISE(ABORT, 'ajout seul : reponse'); END;
CREATE TRIGGER reponse_garde BEFORE DELETE ON reponse
BEGIN SELECT RAISE(ABORT, 'ajout seul : reponse'); END;
CREATE TRIGGER lettre_fixe BEFORE UPDATE OF dossier, numero, genre, objet, par, ecrite_le ON lettre
BEGIN SELECT RAISE(ABORT, 'ajout seul : lettre'); END;
CREATE TRIGGER lettre_purge BEFORE UPDATE OF corps ON lettre
WHEN NEW.corps <> '' OR NOT EXISTS (SELECT 1 FROM purge WHERE dossier = OLD.dossier)
BEGIN SELECT RAISE(ABORT, 'ajout seul : lettre'); END;
CREATE TRIGGER lettre_garde BEFORE DELETE ON lettre
BEGIN SELECT RAISE(ABORT, 'ajout seul : lettre'); END;
CREATE TRIGGER purge_fixe BEFORE UPDATE ON purge
BEGIN SELECT RAISE(ABORT, 'ajout seul : purge'); END;
CREATE TRIGGER purge_garde BEFORE DELETE ON purge
BEGIN SELECT RAISE(ABORT, 'ajout seul : purge'); END;

-- postgresql only
CREATE FUNCTION ajout_seul() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'UPDATE' AND TG_NARGS = 2 THEN
        IF to_jsonb(NEW) = to_jsonb(OLD) || jsonb_build_object(TG_ARGV[0], TG_ARGV[1])
           AND EXISTS (SELECT 1 FROM purge WHERE dossier = OLD.dossier) THEN
            RETURN NEW;
        END IF;
    END IF;
    RAISE EXCEPTION 'ajout seul : %', TG_TABLE_NAME;
END $$;
CREATE TRIGGER journal_fixe BEFORE UPDATE OR DELETE ON journal
FOR EACH ROW EXECUTE FUNCTION ajout_seul();
CREATE TRIGGER journal_garde BEFORE TRUNCATE ON journal EXECUTE FUNCTION ajout_seul();
CREATE TRIGGER dossier_version_fixe BEFORE UPDATE OR DELETE ON dossier_version
FOR EACH ROW EXECUTE FUNCTION ajout_seul('contenu', '{}');
CREATE TRIGGER dossier_version_garde BEFORE TRUNCATE ON dossier_version EXECUTE FUNCTION ajout_seul();
CREATE TRIGGER dossier_passage_fixe BEFORE UPDATE OR DELETE ON dossier_passage
FOR EACH ROW EXECUTE FUNCTION ajout_seul('motif', '');
CREATE TRIGGER dossier_passage_garde BEFORE TRUNCATE ON dossier_passage EXECUTE FUNCTION ajout_seul();
CREATE TRIGGER depot_fixe BEFORE UPDATE OR DELETE ON depot
FOR EACH ROW EXECUTE FUNCTION ajout_seul('recepisse', '{}');
CREATE TRIGGER depot_garde BEFORE TRUNCATE ON depot EXECUTE FUNCTION ajout_seul();
CREATE TRIGGER depot_piece_fixe BEFORE UPDATE OR DELETE ON depot_piece
FOR EACH ROW EXECUTE FUNCTION ajout_seul();
CREATE TRIGGER depot_piece_garde BEFORE TRUNCATE ON depot_piece EXECUTE FUNCTION ajout_seul();
CREATE TRIGGER verdict_fixe BEFORE UPDATE OR DELETE ON verdict
FOR EACH ROW EXECUTE FUNCTION ajout_seul('texte', '');
CREATE TRIGGER verdict_garde BEFORE TRUNCATE ON verdict EXECUTE FUNCTION ajout_seul();
CREATE TRIGGER appreciation_fixe BEFORE UPDATE OR DELETE ON appreciation
FOR EACH ROW EXECUTE FUNCTION ajout_seul('motif', '');
CREATE TRIGGER appreciation_garde BEFORE TRUNCATE ON appreciation EXECUTE FUNCTION ajout_seul();
CREATE TRIGGER recevabilite_fixe BEFORE UPDATE OR DELETE ON recevabilite
FOR EACH ROW EXECUTE FUNCTION ajout_seul('motif', '');
CREATE TRIGGER recevabilite_garde BEFORE TRUNCATE ON recevabilite EXECUTE FUNCTION ajout_seul();
CREATE TRIGGER affectation_fixe BEFORE UPDATE OR DELETE ON affectation
FOR EACH ROW EXECUTE FUNCTION ajout_seul();
CREATE TRIGGER affectation_garde BEFORE TRUNCATE ON affectation EXECUTE FUNCTION ajout_seul();
CREATE TRIGGER reponse_fixe BEFORE UPDATE OR DELETE ON reponse
FOR EACH ROW EXECUTE FUNCTION ajout_seul('texte', '');
CREATE TRIGGER reponse_garde BEFORE TRUNCATE ON reponse EXECUTE FUNCTION ajout_seul();
CREATE TRIGGER lettre_fixe BEFORE UPDATE OR DELETE ON lettre
FOR EACH ROW EXECUTE FUNCTION ajout_seul('corps', '');
CREATE TRIGGER lettre_garde BEFORE TRUNCATE ON lettre EXECUTE FUNCTION ajout_seul();
CREATE TRIGGER purge_fixe BEFORE UPDATE OR DELETE ON purge
FOR EACH ROW EXECUTE FUNCTION ajout_seul();
CREATE TRIGGER purge_garde BEFORE TRUNCATE ON purge EXECUTE FUNCTION ajout_seul();

-- both

-- Administration of a dossier: what an administrator did, with its reason, and porteurs replaced.

-- Never changed. `jusqu_au`: the deposit is open until then; `version`: the corrected content.
CREATE TABLE intervention (
    dossier TEXT NOT NULL REFERENCES dossier (id),
    numero BIGINT NOT NULL,
    genre TEXT NOT NULL,
    objet TEXT NOT NULL,
    avant TEXT NOT NULL,
    apres TEXT NOT NULL,
    jusqu_au TEXT,
    version BIGINT,
    motif TEXT NOT NULL,
    par TEXT NOT NULL,
    faite_le TEXT NOT NULL,
    PRIMARY KEY (dossier, numero)
);

-- While one is open the dossier has no porteur: `compte` accepted it, or another one replaced it.
CREATE TABLE succession (
    empreinte TEXT PRIMARY KEY,
    dossier TEXT NOT NULL REFERENCES dossier (id),
    courriel TEXT NOT NULL,
    ancien TEXT NOT NULL,
    par TEXT NOT NULL,
    cree_le TEXT NOT NULL,
    expire_le TEXT NOT NULL,
    compte TEXT,
    close_le TEXT
);
CREATE UNIQUE INDEX succession_dossier ON succession (dossier) WHERE close_le IS NULL;

-- sqlite only
CREATE TRIGGER message_fixe BEFORE UPDATE OF dossier, numero, cote, par, ecrit_le, guichet
ON message
BEGIN SELECT RAISE(ABORT, 'ajout seul : message'); END;
CREATE TRIGGER message_purge BEFORE UPDATE OF texte ON message
WHEN NEW.texte <> '' OR NOT EXISTS (SELECT 1 FROM purge WHERE dossier = OLD.dossier)
BEGIN SELECT RAISE(ABORT, 'ajout seul : message'); END;
CREATE TRIGGER message_garde BEFORE DELETE ON message
BEGIN SELECT RAISE(ABORT, 'ajout seul : message'); END;
CREATE TRIGGER message_fichier_fixe BEFORE UPDATE ON message_fichier
BEGIN SELECT RAISE(ABORT, 'ajout seul : message_fichier'); END;
CREATE TRIGGER message_fichier_garde BEFORE DELETE ON message_fichier
WHEN NOT EXISTS (SELECT 1 FROM purge WHERE dossier = OLD.dossier)
BEGIN SELECT RAISE(ABORT, 'ajout seul : message_fichier'); END;

-- postgresql only
CREATE FUNCTION ajout_ou_purge() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT 1 FROM purge WHERE dossier = OLD.dossier) THEN
        RETURN OLD;
    END IF;
    RAISE EXCEPTION 'ajout seul : %', TG_TABLE_NAME;
END $$;
CREATE TRIGGER message_fixe BEFORE UPDATE OR DELETE ON message
FOR EACH ROW EXECUTE FUNCTION ajout_seul('texte', '');
CREATE TRIGGER message_garde BEFORE TRUNCATE ON message EXECUTE FUNCTION ajout_seul();
CREATE TRIGGER message_fichier_fixe BEFORE UPDATE ON message_fichier
FOR EACH ROW EXECUTE FUNCTION ajout_seul();
CREATE TRIGGER message_fichier_efface BEFORE DELETE ON message_fichier
FOR EACH ROW EXECUTE FUNCTION ajout_ou_purge();
CREATE TRIGGER message_fichier_garde BEFORE TRUNCATE ON message_fichier
EXECUTE FUNCTION ajout_seul();

-- both

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

-- Usage reports: what came, byte for byte, what it counts, what was found, the keys that sign, the
-- draws of an audit and the proofs that answer them. Rows come and are never changed.

-- Of a DUI, by the name that its porteur gives it; the last one is in force, those before stay.
CREATE TABLE usage_cle (
    compte TEXT NOT NULL REFERENCES compte (id),
    dui TEXT NOT NULL,
    rang BIGINT NOT NULL,
    cle TEXT NOT NULL,
    posee_le TEXT NOT NULL,
    PRIMARY KEY (compte, dui, rang)
);

-- Bytes as they came, by their SHA-256: reports and proofs.
CREATE TABLE usage_fichier (
    empreinte TEXT PRIMARY KEY,
    taille BIGINT NOT NULL,
    octets TEXT NOT NULL
);

-- `nature`: signe or declare. `regle` is the rule that it was measured by, `seuils` the one that
-- said what is unlikely, `recepteur` the version of the portail that did.
CREATE TABLE usage_rapport (
    id TEXT PRIMARY KEY,
    numero BIGINT NOT NULL UNIQUE,
    compte TEXT NOT NULL REFERENCES compte (id),
    recu_le TEXT NOT NULL,
    nature TEXT NOT NULL,
    empreinte TEXT NOT NULL REFERENCES usage_fichier (empreinte),
    organisation TEXT NOT NULL,
    du TEXT NOT NULL,
    au TEXT NOT NULL,
    connu_le TEXT,
    lecture TEXT NOT NULL,
    feuilles BIGINT NOT NULL,
    cle TEXT NOT NULL,
    logiciel TEXT NOT NULL,
    version TEXT NOT NULL,
    regle TEXT NOT NULL,
    seuils TEXT NOT NULL,
    recepteur TEXT NOT NULL,
    UNIQUE (compte, empreinte)
);

-- The dossiers whose establishments it counts: who reads the dossier reads the report.
CREATE TABLE usage_rattachement (
    dossier TEXT NOT NULL REFERENCES dossier (id),
    rapport TEXT NOT NULL REFERENCES usage_rapport (id),
    PRIMARY KEY (dossier, rapport)
);
CREATE INDEX usage_rattachement_rapport ON usage_rattachement (rapport);

CREATE TABLE usage_ligne (
    rapport TEXT NOT NULL REFERENCES usage_rapport (id),
    finess_et TEXT NOT NULL,
    dossier TEXT NOT NULL REFERENCES dossier (id),
    feuilles BIGINT NOT NULL,
    PRIMARY KEY (rapport, finess_et)
);
CREATE INDEX usage_ligne_dossier ON usage_ligne (dossier, finess_et);

-- Under the reading of the report. Of eprescription and eparcours: in the window, since the start.
CREATE TABLE usage_mesure (
    rapport TEXT NOT NULL,
    finess_et TEXT NOT NULL,
    indicateur TEXT NOT NULL,
    numerateur BIGINT NOT NULL,
    denominateur BIGINT NOT NULL,
    PRIMARY KEY (rapport, finess_et, indicateur)
);

-- What is unlikely or worth a question, as it was found on reception: never a refusal.
CREATE TABLE usage_constat (
    rapport TEXT NOT NULL REFERENCES usage_rapport (id),
    rang BIGINT NOT NULL,
    code TEXT NOT NULL,
    finess_et TEXT NOT NULL,
    indicateur TEXT,
    avant_numerateur BIGINT NOT NULL,
    avant_denominateur BIGINT NOT NULL,
    numerateur BIGINT NOT NULL,
    denominateur BIGINT NOT NULL,
    PRIMARY KEY (rapport, rang)
);

-- `source`: where the seed was published.
CREATE TABLE usage_tirage (
    id TEXT PRIMARY KEY,
    rapport TEXT NOT NULL REFERENCES usage_rapport (id),
    rang BIGINT NOT NULL,
    graine TEXT NOT NULL,
    nombre BIGINT NOT NULL,
    source TEXT NOT NULL,
    par TEXT NOT NULL REFERENCES compte (id),
    fait_le TEXT NOT NULL,
    UNIQUE (rapport, rang),
    UNIQUE (rapport, graine, nombre)
);

-- `issue`: justes or refusees; `reproches`: the sentences that say why, a line each.
CREATE TABLE usage_preuves (
    tirage TEXT NOT NULL REFERENCES usage_tirage (id),
    rang BIGINT NOT NULL,
    empreinte TEXT NOT NULL REFERENCES usage_fichier (empreinte),
    par TEXT NOT NULL REFERENCES compte (id),
    recu_le TEXT NOT NULL,
    ouvertures BIGINT NOT NULL,
    issue TEXT NOT NULL,
    reproches TEXT NOT NULL,
    PRIMARY KEY (tirage, rang),
    UNIQUE (tirage, empreinte)
);

-- sqlite only
CREATE TRIGGER usage_cle_fixe BEFORE UPDATE ON usage_cle
BEGIN SELECT RAISE(ABORT, 'ajout seul : usage_cle'); END;
CREATE TRIGGER usage_cle_garde BEFORE DELETE ON usage_cle
BEGIN SELECT RAISE(ABORT, 'ajout seul : usage_cle'); END;
CREATE TRIGGER usage_fichier_fixe BEFORE UPDATE ON usage_fichier
BEGIN SELECT RAISE(ABORT, 'ajout seul : usage_fichier'); END;
CREATE TRIGGER usage_fichier_garde BEFORE DELETE ON usage_fichier
BEGIN SELECT RAISE(ABORT, 'ajout seul : usage_fichier'); END;
CREATE TRIGGER usage_rapport_fixe BEFORE UPDATE ON usage_rapport
BEGIN SELECT RAISE(ABORT, 'ajout seul : usage_rapport'); END;
CREATE TRIGGER usage_rapport_garde BEFORE DELETE ON usage_rapport
BEGIN SELECT RAISE(ABORT, 'ajout seul : usage_rapport'); END;
CREATE TRIGGER usage_rattachement_fixe BEFORE UPDATE ON usage_rattachement
BEGIN SELECT RAISE(ABORT, 'ajout seul : usage_rattachement'); END;
CREATE TRIGGER usage_rattachement_garde BEFORE DELETE ON usage_rattachement
BEGIN SELECT RAISE(ABORT, 'ajout seul : usage_rattachement'); END;
CREATE TRIGGER usage_ligne_fixe BEFORE UPDATE ON usage_ligne
BEGIN SELECT RAISE(ABORT, 'ajout seul : usage_ligne'); END;
CREATE TRIGGER usage_ligne_garde BEFORE DELETE ON usage_ligne
BEGIN SELECT RAISE(ABORT, 'ajout seul : usage_ligne'); END;
CREATE TRIGGER usage_mesure_fixe BEFORE UPDATE ON usage_mesure
BEGIN SELECT RAISE(ABORT, 'ajout seul : usage_mesure'); END;
CREATE TRIGGER usage_mesure_garde BEFORE DELETE ON usage_mesure
BEGIN SELECT RAISE(ABORT, 'ajout seul : usage_mesure'); END;
CREATE TRIGGER usage_constat_fixe BEFORE UPDATE ON usage_constat
BEGIN SELECT RAISE(ABORT, 'ajout seul : usage_constat'); END;
CREATE TRIGGER usage_constat_garde BEFORE DELETE ON usage_constat
BEGIN SELECT RAISE(ABORT, 'ajout seul : usage_constat'); END;
CREATE TRIGGER usage_tirage_fixe BEFORE UPDATE ON usage_tirage
BEGIN SELECT RAISE(ABORT, 'ajout seul : usage_tirage'); END;
CREATE TRIGGER usage_tirage_garde BEFORE DELETE ON usage_tirage
BEGIN SELECT RAISE(ABORT, 'ajout seul : usage_tirage'); END;
CREATE TRIGGER usage_preuves_fixe BEFORE UPDATE ON usage_preuves
BEGIN SELECT RAISE(ABORT, 'ajout seul : usage_preuves'); END;
CREATE TRIGGER usage_preuves_garde BEFORE DELETE ON usage_preuves
BEGIN SELECT RAISE(ABORT, 'ajout seul : usage_preuves'); END;

-- postgresql only
CREATE TRIGGER usage_cle_fixe BEFORE UPDATE OR DELETE ON usage_cle
FOR EACH ROW EXECUTE FUNCTION ajout_seul();
CREATE TRIGGER usage_cle_garde BEFORE TRUNCATE ON usage_cle EXECUTE FUNCTION ajout_seul();
CREATE TRIGGER usage_fichier_fixe BEFORE UPDATE OR DELETE ON usage_fichier
FOR EACH ROW EXECUTE FUNCTION ajout_seul();
CREATE TRIGGER usage_fichier_garde BEFORE TRUNCATE ON usage_fichier EXECUTE FUNCTION ajout_seul();
CREATE TRIGGER usage_rapport_fixe BEFORE UPDATE OR DELETE ON usage_rapport
FOR EACH ROW EXECUTE FUNCTION ajout_seul();
CREATE TRIGGER usage_rapport_garde BEFORE TRUNCATE ON usage_rapport EXECUTE FUNCTION ajout_seul();
CREATE TRIGGER usage_rattachement_fixe BEFORE UPDATE OR DELETE ON usage_rattachement
FOR EACH ROW EXECUTE FUNCTION ajout_seul();
CREATE TRIGGER usage_rattachement_garde BEFORE TRUNCATE ON usage_rattachement EXECUTE FUNCTION ajout_seul();
CREATE TRIGGER usage_ligne_fixe BEFORE UPDATE OR DELETE ON usage_ligne
FOR EACH ROW EXECUTE FUNCTION ajout_seul();
CREATE TRIGGER usage_ligne_garde BEFORE TRUNCATE ON usage_ligne EXECUTE FUNCTION ajout_seul();
CREATE TRIGGER usage_mesure_fixe BEFORE UPDATE OR DELETE ON usage_mesure
FOR EACH ROW EXECUTE FUNCTION ajout_seul();
CREATE TRIGGER usage_mesure_garde BEFORE TRUNCATE ON usage_mesure EXECUTE FUNCTION ajout_seul();
CREATE TRIGGER usage_constat_fixe BEFORE UPDATE OR DELETE ON usage_constat
FOR EACH ROW EXECUTE FUNCTION ajout_seul();
CREATE TRIGGER usage_constat_garde BEFORE TRUNCATE ON usage_constat EXECUTE FUNCTION ajout_seul();
CREATE TRIGGER usage_tirage_fixe BEFORE UPDATE OR DELETE ON usage_tirage
FOR EACH ROW EXECUTE FUNCTION ajout_seul();
CREATE TRIGGER usage_tirage_garde BEFORE TRUNCATE ON usage_tirage EXECUTE FUNCTION ajout_seul();
CREATE TRIGGER usage_preuves_fixe BEFORE UPDATE OR DELETE ON usage_preuves
FOR EACH ROW EXECUTE FUNCTION ajout_seul();
CREATE TRIGGER usage_preuves_garde BEFORE TRUNCATE ON usage_preuves EXECUTE FUNCTION ajout_seul();

-- both

-- The money of calls and the committees that decide of it. What is said is a row that is never
-- changed: a later one counts in its place. Only a committee moves on: its version, its publication.

-- A move of the ledger: from one place to another, so that it cannot be unbalanced. No balance is
-- stored. `dossier` empty: between envelopes, or from outside.
CREATE TABLE mouvement (
    numero BIGINT PRIMARY KEY,
    genre TEXT NOT NULL,
    appel_de TEXT NOT NULL,
    guichet_de TEXT NOT NULL,
    compte_de TEXT NOT NULL,
    appel_vers TEXT NOT NULL,
    guichet_vers TEXT NOT NULL,
    compte_vers TEXT NOT NULL,
    dossier TEXT NOT NULL,
    montant BIGINT NOT NULL CHECK (montant > 0),
    motif TEXT NOT NULL,
    par TEXT NOT NULL,
    fait_le TEXT NOT NULL
);
CREATE INDEX mouvement_de ON mouvement (appel_de, guichet_de);
CREATE INDEX mouvement_vers ON mouvement (appel_vers, guichet_vers);
CREATE INDEX mouvement_dossier ON mouvement (dossier);

-- `fenetre` empty: the call has none. `quorum`: percent of those who may vote, when one was stated.
CREATE TABLE comite (
    id TEXT PRIMARY KEY,
    appel TEXT NOT NULL,
    fenetre TEXT NOT NULL,
    guichet TEXT NOT NULL,
    tenu_le TEXT NOT NULL,
    enveloppe BIGINT NOT NULL,
    quorum BIGINT,
    version BIGINT NOT NULL,
    cree_par TEXT NOT NULL REFERENCES compte (id),
    cree_le TEXT NOT NULL,
    notifie_le TEXT
);
CREATE INDEX comite_guichet ON comite (guichet, tenu_le, id);

-- The last one of a name is that scenario.
CREATE TABLE comite_scenario (
    comite TEXT NOT NULL REFERENCES comite (id),
    numero BIGINT NOT NULL,
    nom TEXT NOT NULL,
    origine TEXT NOT NULL,
    choisi BIGINT NOT NULL,
    par TEXT NOT NULL,
    ecrit_le TEXT NOT NULL,
    PRIMARY KEY (comite, numero)
);
CREATE TABLE comite_retenu (
    comite TEXT NOT NULL REFERENCES comite (id),
    scenario BIGINT NOT NULL,
    dossier TEXT NOT NULL REFERENCES dossier (id),
    PRIMARY KEY (comite, scenario, dossier)
);

-- `ecarts`: the scenarios that it departs from, a line each; then `motif` says why.
CREATE TABLE comite_avis (
    comite TEXT NOT NULL REFERENCES comite (id),
    numero BIGINT NOT NULL,
    dossier TEXT NOT NULL REFERENCES dossier (id),
    avis TEXT NOT NULL,
    recommandations TEXT NOT NULL,
    motif TEXT NOT NULL,
    ecarts TEXT NOT NULL,
    membres BIGINT NOT NULL,
    ecartes BIGINT NOT NULL,
    votants BIGINT NOT NULL,
    requis BIGINT NOT NULL,
    par TEXT NOT NULL,
    rendu_le TEXT NOT NULL,
    PRIMARY KEY (comite, numero)
);

-- What was published, with the amount as it was then.
CREATE TABLE comite_resultat (
    comite TEXT NOT NULL REFERENCES comite (id),
    dossier TEXT NOT NULL REFERENCES dossier (id),
    avis TEXT NOT NULL,
    recommandations TEXT NOT NULL,
    motif TEXT NOT NULL,
    montant BIGINT,
    notifie_le TEXT NOT NULL,
    PRIMARY KEY (comite, dossier)
);
CREATE INDEX comite_resultat_dossier ON comite_resultat (dossier);

-- A tie of a member with a body: FINESS EJ or SIRET.
CREATE TABLE comite_interet (
    comite TEXT NOT NULL REFERENCES comite (id),
    numero BIGINT NOT NULL,
    membre TEXT NOT NULL REFERENCES compte (id),
    organisme TEXT NOT NULL,
    motif TEXT NOT NULL,
    declare_le TEXT NOT NULL,
    PRIMARY KEY (comite, numero)
);
CREATE TABLE comite_vote (
    comite TEXT NOT NULL REFERENCES comite (id),
    numero BIGINT NOT NULL,
    dossier TEXT NOT NULL REFERENCES dossier (id),
    membre TEXT NOT NULL REFERENCES compte (id),
    avis TEXT NOT NULL,
    rendu_le TEXT NOT NULL,
    PRIMARY KEY (comite, numero)
);

-- A point of attention that the call states, as somebody found it in a dossier.
CREATE TABLE comite_point (
    comite TEXT NOT NULL REFERENCES comite (id),
    numero BIGINT NOT NULL,
    dossier TEXT NOT NULL REFERENCES dossier (id),
    critere TEXT NOT NULL,
    constat TEXT NOT NULL,
    texte TEXT NOT NULL,
    par TEXT NOT NULL,
    note_le TEXT NOT NULL,
    PRIMARY KEY (comite, numero)
);

-- Its establishments by kind, as they were then: what a desk funded is counted from here.
CREATE TABLE comite_part (
    comite TEXT NOT NULL REFERENCES comite (id),
    dossier TEXT NOT NULL REFERENCES dossier (id),
    secteur TEXT NOT NULL,
    departement TEXT NOT NULL,
    statut TEXT NOT NULL,
    essms BIGINT NOT NULL,
    montant BIGINT NOT NULL,
    PRIMARY KEY (comite, dossier, secteur, departement)
);

-- What a desk funded before this portail, as it states it: establishments of one kind.
CREATE TABLE portefeuille (
    guichet TEXT NOT NULL,
    numero BIGINT NOT NULL,
    source TEXT NOT NULL,
    secteur TEXT NOT NULL,
    departement TEXT NOT NULL,
    statut TEXT NOT NULL,
    essms BIGINT NOT NULL,
    montant BIGINT NOT NULL,
    par TEXT NOT NULL,
    importe_le TEXT NOT NULL,
    PRIMARY KEY (guichet, numero)
);

-- sqlite only
CREATE TRIGGER mouvement_fixe BEFORE UPDATE ON mouvement
BEGIN SELECT RAISE(ABORT, 'ajout seul : mouvement'); END;
CREATE TRIGGER mouvement_garde BEFORE DELETE ON mouvement
BEGIN SELECT RAISE(ABORT, 'ajout seul : mouvement'); END;
CREATE TRIGGER comite_scenario_fixe BEFORE UPDATE ON comite_scenario
BEGIN SELECT RAISE(ABORT, 'ajout seul : comite_scenario'); END;
CREATE TRIGGER comite_scenario_garde BEFORE DELETE ON comite_scenario
BEGIN SELECT RAISE(ABORT, 'ajout seul : comite_scenario'); END;
CREATE TRIGGER comite_retenu_fixe BEFORE UPDATE ON comite_retenu
BEGIN SELECT RAISE(ABORT, 'ajout seul : comite_retenu'); END;
CREATE TRIGGER comite_retenu_garde BEFORE DELETE ON comite_retenu
BEGIN SELECT RAISE(ABORT, 'ajout seul : comite_retenu'); END;
CREATE TRIGGER comite_avis_fixe BEFORE UPDATE ON comite_avis
BEGIN SELECT RAISE(ABORT, 'ajout seul : comite_avis'); END;
CREATE TRIGGER comite_avis_garde BEFORE DELETE ON comite_avis
BEGIN SELECT RAISE(ABORT, 'ajout seul : comite_avis'); END;
CREATE TRIGGER comite_resultat_fixe BEFORE UPDATE ON comite_resultat
BEGIN SELECT RAISE(ABORT, 'ajout seul : comite_resultat'); END;
CREATE TRIGGER comite_resultat_garde BEFORE DELETE ON comite_resultat
BEGIN SELECT RAISE(ABORT, 'ajout seul : comite_resultat'); END;
CREATE TRIGGER comite_part_fixe BEFORE UPDATE ON comite_part
BEGIN SELECT RAISE(ABORT, 'ajout seul : comite_part'); END;
CREATE TRIGGER comite_part_garde BEFORE DELETE ON comite_part
BEGIN SELECT RAISE(ABORT, 'ajout seul : comite_part'); END;
CREATE TRIGGER comite_interet_fixe BEFORE UPDATE ON comite_interet
BEGIN SELECT RAISE(ABORT, 'ajout seul : comite_interet'); END;
CREATE TRIGGER comite_interet_garde BEFORE DELETE ON comite_interet
BEGIN SELECT RAISE(ABORT, 'ajout seul : comite_interet'); END;
CREATE TRIGGER comite_vote_fixe BEFORE UPDATE ON comite_vote
BEGIN SELECT RAISE(ABORT, 'ajout seul : comite_vote'); END;
CREATE TRIGGER comite_vote_garde BEFORE DELETE ON comite_vote
BEGIN SELECT RAISE(ABORT, 'ajout seul : comite_vote'); END;
CREATE TRIGGER comite_point_fixe BEFORE UPDATE ON comite_point
BEGIN SELECT RAISE(ABORT, 'ajout seul : comite_point'); END;
CREATE TRIGGER comite_point_garde BEFORE DELETE ON comite_point
BEGIN SELECT RAISE(ABORT, 'ajout seul : comite_point'); END;
CREATE TRIGGER portefeuille_fixe BEFORE UPDATE ON portefeuille
BEGIN SELECT RAISE(ABORT, 'ajout seul : portefeuille'); END;
CREATE TRIGGER portefeuille_garde BEFORE DELETE ON portefeuille
BEGIN SELECT RAISE(ABORT, 'ajout seul : portefeuille'); END;

-- postgresql only
CREATE TRIGGER mouvement_fixe BEFORE UPDATE OR DELETE ON mouvement
FOR EACH ROW EXECUTE FUNCTION ajout_seul();
CREATE TRIGGER mouvement_garde BEFORE TRUNCATE ON mouvement EXECUTE FUNCTION ajout_seul();
CREATE TRIGGER comite_scenario_fixe BEFORE UPDATE OR DELETE ON comite_scenario
FOR EACH ROW EXECUTE FUNCTION ajout_seul();
CREATE TRIGGER comite_scenario_garde BEFORE TRUNCATE ON comite_scenario EXECUTE FUNCTION ajout_seul();
CREATE TRIGGER comite_retenu_fixe BEFORE UPDATE OR DELETE ON comite_retenu
FOR EACH ROW EXECUTE FUNCTION ajout_seul();
CREATE TRIGGER comite_retenu_garde BEFORE TRUNCATE ON comite_retenu EXECUTE FUNCTION ajout_seul();
CREATE TRIGGER comite_avis_fixe BEFORE UPDATE OR DELETE ON comite_avis
FOR EACH ROW EXECUTE FUNCTION ajout_seul();
CREATE TRIGGER comite_avis_garde BEFORE TRUNCATE ON comite_avis EXECUTE FUNCTION ajout_seul();
CREATE TRIGGER comite_resultat_fixe BEFORE UPDATE OR DELETE ON comite_resultat
FOR EACH ROW EXECUTE FUNCTION ajout_seul();
CREATE TRIGGER comite_resultat_garde BEFORE TRUNCATE ON comite_resultat EXECUTE FUNCTION ajout_seul();
CREATE TRIGGER comite_part_fixe BEFORE UPDATE OR DELETE ON comite_part
FOR EACH ROW EXECUTE FUNCTION ajout_seul();
CREATE TRIGGER comite_part_garde BEFORE TRUNCATE ON comite_part EXECUTE FUNCTION ajout_seul();
CREATE TRIGGER comite_interet_fixe BEFORE UPDATE OR DELETE ON comite_interet
FOR EACH ROW EXECUTE FUNCTION ajout_seul();
CREATE TRIGGER comite_interet_garde BEFORE TRUNCATE ON comite_interet EXECUTE FUNCTION ajout_seul();
CREATE TRIGGER comite_vote_fixe BEFORE UPDATE OR DELETE ON comite_vote
FOR EACH ROW EXECUTE FUNCTION ajout_seul();
CREATE TRIGGER comite_vote_garde BEFORE TRUNCATE ON comite_vote EXECUTE FUNCTION ajout_seul();
CREATE TRIGGER comite_point_fixe BEFORE UPDATE OR DELETE ON comite_point
FOR EACH ROW EXECUTE FUNCTION ajout_seul();
CREATE TRIGGER comite_point_garde BEFORE TRUNCATE ON comite_point EXECUTE FUNCTION ajout_seul();
CREATE TRIGGER portefeuille_fixe BEFORE UPDATE OR DELETE ON portefeuille
FOR EACH ROW EXECUTE FUNCTION ajout_seul();
CREATE TRIGGER portefeuille_garde BEFORE TRUNCATE ON portefeuille EXECUTE FUNCTION ajout_seul();

-- both

-- Agreements of notified dossiers: what is agreed line by line, who signed, the usage reports received
-- for them, the expense statements and their stamps, the payments that one person asks for and another
-- one validates. Rows come and are never changed, but for the version of an agreement.

-- `depot` and `regles`: the deposit and the digest of the call that its amounts come from. `empreinte`:
-- of what is signed. One agreement a dossier.
CREATE TABLE convention (
    id TEXT PRIMARY KEY,
    dossier TEXT NOT NULL UNIQUE REFERENCES dossier (id),
    depot BIGINT NOT NULL,
    regles TEXT NOT NULL,
    forme TEXT NOT NULL,
    avance BIGINT NOT NULL CHECK (avance >= 0),
    devis_amoa BIGINT,
    empreinte TEXT NOT NULL,
    version BIGINT NOT NULL,
    preparee_par TEXT NOT NULL REFERENCES compte (id),
    preparee_le TEXT NOT NULL
);

-- What each establishment is granted, in cents. `eligible_sons`: 0 or 1, null: unknown.
CREATE TABLE convention_ligne (
    convention TEXT NOT NULL REFERENCES convention (id),
    rang BIGINT NOT NULL,
    finess_et TEXT NOT NULL,
    secteur TEXT NOT NULL,
    eligible_sons BIGINT,
    usage BIGINT NOT NULL CHECK (usage >= 0),
    equipement BIGINT NOT NULL CHECK (equipement >= 0),
    materiel BIGINT NOT NULL CHECK (materiel >= 0),
    amoa BIGINT NOT NULL CHECK (amoa >= 0),
    devis_materiel BIGINT,
    PRIMARY KEY (convention, rang)
);

-- The two parties are two people. `empreinte`: what was signed.
CREATE TABLE convention_signature (
    convention TEXT NOT NULL REFERENCES convention (id),
    partie TEXT NOT NULL,
    mode TEXT NOT NULL,
    empreinte TEXT NOT NULL,
    par TEXT NOT NULL REFERENCES compte (id),
    signee_le TEXT NOT NULL,
    PRIMARY KEY (convention, partie),
    UNIQUE (convention, par)
);

CREATE TABLE convention_rapport (
    convention TEXT NOT NULL REFERENCES convention (id),
    rapport TEXT NOT NULL REFERENCES usage_rapport (id),
    recu_le TEXT NOT NULL,
    PRIMARY KEY (convention, rapport)
);

-- Where the porteur is paid, sealed; the last one counts. `fin`: its last four characters.
CREATE TABLE convention_coordonnees (
    convention TEXT NOT NULL REFERENCES convention (id),
    rang BIGINT NOT NULL,
    scelle TEXT NOT NULL,
    fin TEXT NOT NULL,
    par TEXT NOT NULL REFERENCES compte (id),
    posees_le TEXT NOT NULL,
    PRIMARY KEY (convention, rang)
);

-- The last one counts.
CREATE TABLE etat_depenses (
    id TEXT PRIMARY KEY,
    convention TEXT NOT NULL REFERENCES convention (id),
    rang BIGINT NOT NULL,
    declare_par TEXT NOT NULL REFERENCES compte (id),
    declare_le TEXT NOT NULL,
    UNIQUE (convention, rang)
);
CREATE TABLE etat_depenses_poste (
    etat TEXT NOT NULL REFERENCES etat_depenses (id),
    categorie TEXT NOT NULL,
    montant BIGINT NOT NULL CHECK (montant >= 0),
    PRIMARY KEY (etat, categorie)
);
CREATE TABLE etat_depenses_visa (
    etat TEXT PRIMARY KEY REFERENCES etat_depenses (id),
    par TEXT NOT NULL REFERENCES compte (id),
    vise_le TEXT NOT NULL
);

-- `objet`: avance or solde. `issue`, `a_recouvrer`: of the balance that it pays.
CREATE TABLE versement (
    id TEXT PRIMARY KEY,
    dossier TEXT NOT NULL REFERENCES dossier (id),
    convention TEXT NOT NULL REFERENCES convention (id),
    objet TEXT NOT NULL,
    rang BIGINT NOT NULL,
    montant BIGINT NOT NULL CHECK (montant >= 0),
    a_recouvrer BIGINT NOT NULL CHECK (a_recouvrer >= 0),
    issue TEXT,
    motif TEXT NOT NULL,
    demande_par TEXT NOT NULL REFERENCES compte (id),
    demande_le TEXT NOT NULL,
    UNIQUE (convention, objet, rang)
);

-- `decision`: valide or rejete, by another person than who asked.
CREATE TABLE versement_decision (
    versement TEXT PRIMARY KEY REFERENCES versement (id),
    decision TEXT NOT NULL,
    par TEXT NOT NULL REFERENCES compte (id),
    decide_le TEXT NOT NULL
);

-- sqlite only
CREATE TRIGGER convention_ligne_fixe BEFORE UPDATE ON convention_ligne
BEGIN SELECT RAISE(ABORT, 'ajout seul : convention_ligne'); END;
CREATE TRIGGER convention_ligne_garde BEFORE DELETE ON convention_ligne
BEGIN SELECT RAISE(ABORT, 'ajout seul : convention_ligne'); END;
CREATE TRIGGER convention_signature_fixe BEFORE UPDATE ON convention_signature
BEGIN SELECT RAISE(ABORT, 'ajout seul : convention_signature'); END;
CREATE TRIGGER convention_signature_garde BEFORE DELETE ON convention_signature
BEGIN SELECT RAISE(ABORT, 'ajout seul : convention_signature'); END;
CREATE TRIGGER convention_rapport_fixe BEFORE UPDATE ON convention_rapport
BEGIN SELECT RAISE(ABORT, 'ajout seul : convention_rapport'); END;
CREATE TRIGGER convention_rapport_garde BEFORE DELETE ON convention_rapport
BEGIN SELECT RAISE(ABORT, 'ajout seul : convention_rapport'); END;
CREATE TRIGGER convention_coordonnees_fixe BEFORE UPDATE ON convention_coordonnees
BEGIN SELECT RAISE(ABORT, 'ajout seul : convention_coordonnees'); END;
CREATE TRIGGER convention_coordonnees_garde BEFORE DELETE ON convention_coordonnees
BEGIN SELECT RAISE(ABORT, 'ajout seul : convention_coordonnees'); END;
CREATE TRIGGER etat_depenses_fixe BEFORE UPDATE ON etat_depenses
BEGIN SELECT RAISE(ABORT, 'ajout seul : etat_depenses'); END;
CREATE TRIGGER etat_depenses_garde BEFORE DELETE ON etat_depenses
BEGIN SELECT RAISE(ABORT, 'ajout seul : etat_depenses'); END;
CREATE TRIGGER etat_depenses_poste_fixe BEFORE UPDATE ON etat_depenses_poste
BEGIN SELECT RAISE(ABORT, 'ajout seul : etat_depenses_poste'); END;
CREATE TRIGGER etat_depenses_poste_garde BEFORE DELETE ON etat_depenses_poste
BEGIN SELECT RAISE(ABORT, 'ajout seul : etat_depenses_poste'); END;
CREATE TRIGGER etat_depenses_visa_fixe BEFORE UPDATE ON etat_depenses_visa
BEGIN SELECT RAISE(ABORT, 'ajout seul : etat_depenses_visa'); END;
CREATE TRIGGER etat_depenses_visa_garde BEFORE DELETE ON etat_depenses_visa
BEGIN SELECT RAISE(ABORT, 'ajout seul : etat_depenses_visa'); END;
CREATE TRIGGER versement_decision_fixe BEFORE UPDATE ON versement_decision
BEGIN SELECT RAISE(ABORT, 'ajout seul : versement_decision'); END;
CREATE TRIGGER versement_decision_garde BEFORE DELETE ON versement_decision
BEGIN SELECT RAISE(ABORT, 'ajout seul : versement_decision'); END;
CREATE TRIGGER versement_fixe BEFORE UPDATE OF id, dossier, convention, objet, rang, montant, a_recouvrer,
    issue, demande_par, demande_le ON versement
BEGIN SELECT RAISE(ABORT, 'ajout seul : versement'); END;
CREATE TRIGGER versement_purge BEFORE UPDATE OF motif ON versement
WHEN NEW.motif <> '' OR NOT EXISTS (SELECT 1 FROM purge WHERE dossier = OLD.dossier)
BEGIN SELECT RAISE(ABORT, 'ajout seul : versement'); END;
CREATE TRIGGER versement_garde BEFORE DELETE ON versement
BEGIN SELECT RAISE(ABORT, 'ajout seul : versement'); END;
CREATE TRIGGER convention_fixe BEFORE UPDATE OF id, dossier, depot, regles, forme, avance, devis_amoa, empreinte,
    preparee_par, preparee_le ON convention
BEGIN SELECT RAISE(ABORT, 'ajout seul : convention'); END;
CREATE TRIGGER convention_garde BEFORE DELETE ON convention
BEGIN SELECT RAISE(ABORT, 'ajout seul : convention'); END;

-- postgresql only
CREATE TRIGGER convention_ligne_fixe BEFORE UPDATE OR DELETE ON convention_ligne
FOR EACH ROW EXECUTE FUNCTION ajout_seul();
CREATE TRIGGER convention_ligne_garde BEFORE TRUNCATE ON convention_ligne EXECUTE FUNCTION ajout_seul();
CREATE TRIGGER convention_signature_fixe BEFORE UPDATE OR DELETE ON convention_signature
FOR EACH ROW EXECUTE FUNCTION ajout_seul();
CREATE TRIGGER convention_signature_garde BEFORE TRUNCATE ON convention_signature EXECUTE FUNCTION ajout_seul();
CREATE TRIGGER convention_rapport_fixe BEFORE UPDATE OR DELETE ON convention_rapport
FOR EACH ROW EXECUTE FUNCTION ajout_seul();
CREATE TRIGGER convention_rapport_garde BEFORE TRUNCATE ON convention_rapport EXECUTE FUNCTION ajout_seul();
CREATE TRIGGER convention_coordonnees_fixe BEFORE UPDATE OR DELETE ON convention_coordonnees
FOR EACH ROW EXECUTE FUNCTION ajout_seul();
CREATE TRIGGER convention_coordonnees_garde BEFORE TRUNCATE ON convention_coordonnees EXECUTE FUNCTION ajout_seul();
CREATE TRIGGER etat_depenses_fixe BEFORE UPDATE OR DELETE ON etat_depenses
FOR EACH ROW EXECUTE FUNCTION ajout_seul();
CREATE TRIGGER etat_depenses_garde BEFORE TRUNCATE ON etat_depenses EXECUTE FUNCTION ajout_seul();
CREATE TRIGGER etat_depenses_poste_fixe BEFORE UPDATE OR DELETE ON etat_depenses_poste
FOR EACH ROW EXECUTE FUNCTION ajout_seul();
CREATE TRIGGER etat_depenses_poste_garde BEFORE TRUNCATE ON etat_depenses_poste EXECUTE FUNCTION ajout_seul();
CREATE TRIGGER etat_depenses_visa_fixe BEFORE UPDATE OR DELETE ON etat_depenses_visa
FOR EACH ROW EXECUTE FUNCTION ajout_seul();
CREATE TRIGGER etat_depenses_visa_garde BEFORE TRUNCATE ON etat_depenses_visa EXECUTE FUNCTION ajout_seul();
CREATE TRIGGER versement_decision_fixe BEFORE UPDATE OR DELETE ON versement_decision
FOR EACH ROW EXECUTE FUNCTION ajout_seul();
CREATE TRIGGER versement_decision_garde BEFORE TRUNCATE ON versement_decision EXECUTE FUNCTION ajout_seul();
CREATE TRIGGER versement_fixe BEFORE UPDATE OR DELETE ON versement
FOR EACH ROW EXECUTE FUNCTION ajout_seul('motif', '');
CREATE TRIGGER versement_garde BEFORE TRUNCATE ON versement EXECUTE FUNCTION ajout_seul();
CREATE TRIGGER convention_fixe BEFORE UPDATE OF id, dossier, depot, regles, forme, avance, devis_amoa, empreinte,
    preparee_par, preparee_le ON convention
FOR EACH ROW EXECUTE FUNCTION ajout_seul();
CREATE TRIGGER convention_garde BEFORE DELETE ON convention
FOR EACH ROW EXECUTE FUNCTION ajout_seul();

-- both

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
-- Amendments: later versions of an agreement. What is asked to change, what each establishment is granted
-- then, who signed, and what became of it. Rows come and are never changed; a motive is emptied by a purge.

-- `avance`: the advance that stands. `fin_deploiement`: agreed end of the deployment, null: none was set yet.
-- `alertes`: names of what the rules say of the amended project, a space between.
CREATE TABLE avenant (
    id TEXT PRIMARY KEY,
    dossier TEXT NOT NULL REFERENCES dossier (id),
    convention TEXT NOT NULL REFERENCES convention (id),
    rang BIGINT NOT NULL,
    motif TEXT NOT NULL,
    regles TEXT NOT NULL,
    avance BIGINT NOT NULL CHECK (avance >= 0),
    verse BIGINT NOT NULL CHECK (verse >= 0),
    devis_amoa BIGINT,
    fin_deploiement TEXT,
    alertes TEXT NOT NULL,
    empreinte TEXT NOT NULL,
    prepare_par TEXT NOT NULL REFERENCES compte (id),
    prepare_le TEXT NOT NULL,
    UNIQUE (convention, rang)
);
CREATE INDEX avenant_dossier ON avenant (dossier);

-- A fact of the project, as it is to be from now on; `finess` empty: of the whole project.
CREATE TABLE avenant_changement (
    avenant TEXT NOT NULL REFERENCES avenant (id),
    rang BIGINT NOT NULL,
    genre TEXT NOT NULL,
    finess TEXT NOT NULL,
    valeur TEXT NOT NULL,
    PRIMARY KEY (avenant, rang)
);

-- As convention_ligne: in cents.
CREATE TABLE avenant_ligne (
    avenant TEXT NOT NULL REFERENCES avenant (id),
    rang BIGINT NOT NULL,
    finess_et TEXT NOT NULL,
    secteur TEXT NOT NULL,
    eligible_sons BIGINT,
    usage BIGINT NOT NULL CHECK (usage >= 0),
    equipement BIGINT NOT NULL CHECK (equipement >= 0),
    materiel BIGINT NOT NULL CHECK (materiel >= 0),
    amoa BIGINT NOT NULL CHECK (amoa >= 0),
    devis_materiel BIGINT,
    PRIMARY KEY (avenant, rang)
);

-- The two parties are two people. `empreinte`: what was signed.
CREATE TABLE avenant_signature (
    avenant TEXT NOT NULL REFERENCES avenant (id),
    partie TEXT NOT NULL,
    mode TEXT NOT NULL,
    empreinte TEXT NOT NULL,
    par TEXT NOT NULL REFERENCES compte (id),
    signee_le TEXT NOT NULL,
    PRIMARY KEY (avenant, partie),
    UNIQUE (avenant, par)
);

-- `issue`: effet (signed by both, in force since) or abandon (its reason). None yet: it waits.
CREATE TABLE avenant_suite (
    avenant TEXT PRIMARY KEY REFERENCES avenant (id),
    dossier TEXT NOT NULL REFERENCES dossier (id),
    issue TEXT NOT NULL,
    motif TEXT NOT NULL,
    par TEXT NOT NULL REFERENCES compte (id),
    fait_le TEXT NOT NULL
);

-- sqlite only
CREATE TRIGGER avenant_changement_fixe BEFORE UPDATE ON avenant_changement
BEGIN SELECT RAISE(ABORT, 'ajout seul : avenant_changement'); END;
CREATE TRIGGER avenant_changement_garde BEFORE DELETE ON avenant_changement
BEGIN SELECT RAISE(ABORT, 'ajout seul : avenant_changement'); END;
CREATE TRIGGER avenant_ligne_fixe BEFORE UPDATE ON avenant_ligne
BEGIN SELECT RAISE(ABORT, 'ajout seul : avenant_ligne'); END;
CREATE TRIGGER avenant_ligne_garde BEFORE DELETE ON avenant_ligne
BEGIN SELECT RAISE(ABORT, 'ajout seul : avenant_ligne'); END;
CREATE TRIGGER avenant_signature_fixe BEFORE UPDATE ON avenant_signature
BEGIN SELECT RAISE(ABORT, 'ajout seul : avenant_signature'); END;
CREATE TRIGGER avenant_signature_garde BEFORE DELETE ON avenant_signature
BEGIN SELECT RAISE(ABORT, 'ajout seul : avenant_signature'); END;
CREATE TRIGGER avenant_fixe BEFORE UPDATE OF id, dossier, convention, rang, regles, avance, verse, devis_amoa,
    fin_deploiement, alertes, empreinte, prepare_par, prepare_le ON avenant
BEGIN SELECT RAISE(ABORT, 'ajout seul : avenant'); END;
CREATE TRIGGER avenant_purge BEFORE UPDATE OF motif ON avenant
WHEN NEW.motif <> '' OR NOT EXISTS (SELECT 1 FROM purge WHERE dossier = OLD.dossier)
BEGIN SELECT RAISE(ABORT, 'ajout seul : avenant'); END;
CREATE TRIGGER avenant_garde BEFORE DELETE ON avenant
BEGIN SELECT RAISE(ABORT, 'ajout seul : avenant'); END;
CREATE TRIGGER avenant_suite_fixe BEFORE UPDATE OF avenant, dossier, issue, par, fait_le ON avenant_suite
BEGIN SELECT RAISE(ABORT, 'ajout seul : avenant_suite'); END;
CREATE TRIGGER avenant_suite_purge BEFORE UPDATE OF motif ON avenant_suite
WHEN NEW.motif <> '' OR NOT EXISTS (SELECT 1 FROM purge WHERE dossier = OLD.dossier)
BEGIN SELECT RAISE(ABORT, 'ajout seul : avenant_suite'); END;
CREATE TRIGGER avenant_suite_garde BEFORE DELETE ON avenant_suite
BEGIN SELECT RAISE(ABORT, 'ajout seul : avenant_suite'); END;

-- postgresql only
CREATE TRIGGER avenant_changement_fixe BEFORE UPDATE OR DELETE ON avenant_changement
FOR EACH ROW EXECUTE FUNCTION ajout_seul();
CREATE TRIGGER avenant_changement_garde BEFORE TRUNCATE ON avenant_changement EXECUTE FUNCTION ajout_seul();
CREATE TRIGGER avenant_ligne_fixe BEFORE UPDATE OR DELETE ON avenant_ligne
FOR EACH ROW EXECUTE FUNCTION ajout_seul();
CREATE TRIGGER avenant_ligne_garde BEFORE TRUNCATE ON avenant_ligne EXECUTE FUNCTION ajout_seul();
CREATE TRIGGER avenant_signature_fixe BEFORE UPDATE OR DELETE ON avenant_signature
FOR EACH ROW EXECUTE FUNCTION ajout_seul();
CREATE TRIGGER avenant_signature_garde BEFORE TRUNCATE ON avenant_signature EXECUTE FUNCTION ajout_seul();
CREATE TRIGGER avenant_fixe BEFORE UPDATE OR DELETE ON avenant
FOR EACH ROW EXECUTE FUNCTION ajout_seul_ou_vide('{"motif": ""}');
CREATE TRIGGER avenant_garde BEFORE TRUNCATE ON avenant EXECUTE FUNCTION ajout_seul();
CREATE TRIGGER avenant_suite_fixe BEFORE UPDATE OR DELETE ON avenant_suite
FOR EACH ROW EXECUTE FUNCTION ajout_seul_ou_vide('{"motif": ""}');
CREATE TRIGGER avenant_suite_garde BEFORE TRUNCATE ON avenant_suite EXECUTE FUNCTION ajout_seul();

-- both
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
-- Proposals that a committee had computed: what it stated and what was found, as it was said then.
-- Nothing of it decides: one that is kept under a name is a scenario (comite_scenario).
CREATE TABLE comite_proposition (
    comite TEXT NOT NULL REFERENCES comite (id),
    numero BIGINT NOT NULL,
    enveloppe BIGINT NOT NULL,
    etat TEXT NOT NULL,
    preuve TEXT NOT NULL,
    departagee BIGINT NOT NULL,
    interrompue BIGINT NOT NULL,
    retenus BIGINT NOT NULL,
    points BIGINT NOT NULL,
    montant BIGINT NOT NULL,
    phrase TEXT NOT NULL,
    par TEXT NOT NULL REFERENCES compte (id),
    calculee_le TEXT NOT NULL,
    PRIMARY KEY (comite, numero)
);

-- One thing stated, or one thing found: `genre` says what the others mean.
CREATE TABLE comite_proposition_ligne (
    comite TEXT NOT NULL REFERENCES comite (id),
    proposition BIGINT NOT NULL,
    rang BIGINT NOT NULL,
    genre TEXT NOT NULL,
    cle TEXT NOT NULL,
    valeur TEXT NOT NULL,
    nom TEXT NOT NULL,
    points BIGINT,
    montant BIGINT,
    texte TEXT NOT NULL,
    PRIMARY KEY (comite, proposition, rang)
);

-- sqlite only
CREATE TRIGGER comite_proposition_fixe BEFORE UPDATE ON comite_proposition
BEGIN SELECT RAISE(ABORT, 'ajout seul : comite_proposition'); END;
CREATE TRIGGER comite_proposition_garde BEFORE DELETE ON comite_proposition
BEGIN SELECT RAISE(ABORT, 'ajout seul : comite_proposition'); END;
CREATE TRIGGER comite_proposition_ligne_fixe BEFORE UPDATE ON comite_proposition_ligne
BEGIN SELECT RAISE(ABORT, 'ajout seul : comite_proposition_ligne'); END;
CREATE TRIGGER comite_proposition_ligne_garde BEFORE DELETE ON comite_proposition_ligne
BEGIN SELECT RAISE(ABORT, 'ajout seul : comite_proposition_ligne'); END;

-- postgresql only
CREATE TRIGGER comite_proposition_fixe BEFORE UPDATE OR DELETE ON comite_proposition
FOR EACH ROW EXECUTE FUNCTION ajout_seul();
CREATE TRIGGER comite_proposition_garde BEFORE TRUNCATE ON comite_proposition EXECUTE FUNCTION ajout_seul();
CREATE TRIGGER comite_proposition_ligne_fixe BEFORE UPDATE OR DELETE ON comite_proposition_ligne
FOR EACH ROW EXECUTE FUNCTION ajout_seul();
CREATE TRIGGER comite_proposition_ligne_garde BEFORE TRUNCATE ON comite_proposition_ligne EXECUTE FUNCTION ajout_seul();

-- both
-- Payment orders: the valid payments of a desk leave once, in a numbered batch whose files stay as they
-- were made, sealed; what the bank does of each is a row. Rows come and are never changed.

-- The account in place when a payment was validated; no row: none was given yet.
CREATE TABLE versement_compte (
    versement TEXT PRIMARY KEY REFERENCES versement (id),
    rang BIGINT NOT NULL
);

-- An account that changed after a validation, said to be right by the porteur, with its password.
CREATE TABLE convention_confirmation (
    convention TEXT NOT NULL REFERENCES convention (id),
    rang BIGINT NOT NULL,
    par TEXT NOT NULL REFERENCES compte (id),
    confirmees_le TEXT NOT NULL,
    PRIMARY KEY (convention, rang)
);

-- `guichet`: code of a region, or "national". No sum is stored.
CREATE TABLE ordre (
    id TEXT PRIMARY KEY,
    guichet TEXT NOT NULL,
    numero BIGINT NOT NULL,
    emis_par TEXT NOT NULL REFERENCES compte (id),
    emis_le TEXT NOT NULL,
    UNIQUE (guichet, numero)
);

-- A payment is in one order at most. `coordonnees`: the rank of the account that it is paid to.
CREATE TABLE ordre_ligne (
    ordre TEXT NOT NULL REFERENCES ordre (id),
    rang BIGINT NOT NULL,
    versement TEXT NOT NULL UNIQUE REFERENCES versement (id),
    coordonnees BIGINT NOT NULL,
    PRIMARY KEY (ordre, rang)
);

-- `empreinte`: SHA-256 of the bytes, which are sealed for their order.
CREATE TABLE ordre_fichier (
    ordre TEXT NOT NULL REFERENCES ordre (id),
    format TEXT NOT NULL,
    empreinte TEXT NOT NULL,
    taille BIGINT NOT NULL,
    scelle TEXT NOT NULL,
    PRIMARY KEY (ordre, format)
);

-- Who took a file, and when: the first time, then copies.
CREATE TABLE ordre_remise (
    ordre TEXT NOT NULL REFERENCES ordre (id),
    numero BIGINT NOT NULL,
    format TEXT NOT NULL,
    par TEXT NOT NULL REFERENCES compte (id),
    remis_le TEXT NOT NULL,
    PRIMARY KEY (ordre, numero)
);

-- `sort`: execute or rejete, by the bank; `motif`: why it rejects.
CREATE TABLE versement_sort (
    versement TEXT PRIMARY KEY REFERENCES ordre_ligne (versement),
    sort TEXT NOT NULL,
    motif TEXT NOT NULL,
    par TEXT NOT NULL REFERENCES compte (id),
    note_le TEXT NOT NULL
);

-- sqlite only
CREATE TRIGGER versement_compte_fixe BEFORE UPDATE ON versement_compte
BEGIN SELECT RAISE(ABORT, 'ajout seul : versement_compte'); END;
CREATE TRIGGER versement_compte_garde BEFORE DELETE ON versement_compte
BEGIN SELECT RAISE(ABORT, 'ajout seul : versement_compte'); END;
CREATE TRIGGER convention_confirmation_fixe BEFORE UPDATE ON convention_confirmation
BEGIN SELECT RAISE(ABORT, 'ajout seul : convention_confirmation'); END;
CREATE TRIGGER convention_confirmation_garde BEFORE DELETE ON convention_confirmation
BEGIN SELECT RAISE(ABORT, 'ajout seul : convention_confirmation'); END;
CREATE TRIGGER ordre_fixe BEFORE UPDATE ON ordre
BEGIN SELECT RAISE(ABORT, 'ajout seul : ordre'); END;
CREATE TRIGGER ordre_garde BEFORE DELETE ON ordre
BEGIN SELECT RAISE(ABORT, 'ajout seul : ordre'); END;
CREATE TRIGGER ordre_ligne_fixe BEFORE UPDATE ON ordre_ligne
BEGIN SELECT RAISE(ABORT, 'ajout seul : ordre_ligne'); END;
CREATE TRIGGER ordre_ligne_garde BEFORE DELETE ON ordre_ligne
BEGIN SELECT RAISE(ABORT, 'ajout seul : ordre_ligne'); END;
CREATE TRIGGER ordre_fichier_fixe BEFORE UPDATE ON ordre_fichier
BEGIN SELECT RAISE(ABORT, 'ajout seul : ordre_fichier'); END;
CREATE TRIGGER ordre_fichier_garde BEFORE DELETE ON ordre_fichier
BEGIN SELECT RAISE(ABORT, 'ajout seul : ordre_fichier'); END;
CREATE TRIGGER ordre_remise_fixe BEFORE UPDATE ON ordre_remise
BEGIN SELECT RAISE(ABORT, 'ajout seul : ordre_remise'); END;
CREATE TRIGGER ordre_remise_garde BEFORE DELETE ON ordre_remise
BEGIN SELECT RAISE(ABORT, 'ajout seul : ordre_remise'); END;
CREATE TRIGGER versement_sort_fixe BEFORE UPDATE ON versement_sort
BEGIN SELECT RAISE(ABORT, 'ajout seul : versement_sort'); END;
CREATE TRIGGER versement_sort_garde BEFORE DELETE ON versement_sort
BEGIN SELECT RAISE(ABORT, 'ajout seul : versement_sort'); END;

-- postgresql only
CREATE TRIGGER versement_compte_fixe BEFORE UPDATE OR DELETE ON versement_compte
FOR EACH ROW EXECUTE FUNCTION ajout_seul();
CREATE TRIGGER versement_compte_garde BEFORE TRUNCATE ON versement_compte EXECUTE FUNCTION ajout_seul();
CREATE TRIGGER convention_confirmation_fixe BEFORE UPDATE OR DELETE ON convention_confirmation
FOR EACH ROW EXECUTE FUNCTION ajout_seul();
CREATE TRIGGER convention_confirmation_garde BEFORE TRUNCATE ON convention_confirmation EXECUTE FUNCTION ajout_seul();
CREATE TRIGGER ordre_fixe BEFORE UPDATE OR DELETE ON ordre
FOR EACH ROW EXECUTE FUNCTION ajout_seul();
CREATE TRIGGER ordre_garde BEFORE TRUNCATE ON ordre EXECUTE FUNCTION ajout_seul();
CREATE TRIGGER ordre_ligne_fixe BEFORE UPDATE OR DELETE ON ordre_ligne
FOR EACH ROW EXECUTE FUNCTION ajout_seul();
CREATE TRIGGER ordre_ligne_garde BEFORE TRUNCATE ON ordre_ligne EXECUTE FUNCTION ajout_seul();
CREATE TRIGGER ordre_fichier_fixe BEFORE UPDATE OR DELETE ON ordre_fichier
FOR EACH ROW EXECUTE FUNCTION ajout_seul();
CREATE TRIGGER ordre_fichier_garde BEFORE TRUNCATE ON ordre_fichier EXECUTE FUNCTION ajout_seul();
CREATE TRIGGER ordre_remise_fixe BEFORE UPDATE OR DELETE ON ordre_remise
FOR EACH ROW EXECUTE FUNCTION ajout_seul();
CREATE TRIGGER ordre_remise_garde BEFORE TRUNCATE ON ordre_remise EXECUTE FUNCTION ajout_seul();
CREATE TRIGGER versement_sort_fixe BEFORE UPDATE OR DELETE ON versement_sort
FOR EACH ROW EXECUTE FUNCTION ajout_seul();
CREATE TRIGGER versement_sort_garde BEFORE TRUNCATE ON versement_sort EXECUTE FUNCTION ajout_seul();

-- both
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
-- Money that a balance says to recover: asked for by one person, validated by another, then what came back,
-- each as a row. Rows come and are never changed; a motive is emptied by a purge.

CREATE TABLE recouvrement (
    id TEXT PRIMARY KEY,
    dossier TEXT NOT NULL REFERENCES dossier (id),
    convention TEXT NOT NULL REFERENCES convention (id),
    rang BIGINT NOT NULL,
    montant BIGINT NOT NULL CHECK (montant > 0),
    motif TEXT NOT NULL,
    demande_par TEXT NOT NULL REFERENCES compte (id),
    demande_le TEXT NOT NULL,
    UNIQUE (convention, rang)
);
CREATE INDEX recouvrement_dossier ON recouvrement (dossier);

-- `decision`: valide or rejete, by another person than who asked.
CREATE TABLE recouvrement_decision (
    recouvrement TEXT PRIMARY KEY REFERENCES recouvrement (id),
    decision TEXT NOT NULL,
    par TEXT NOT NULL REFERENCES compte (id),
    decide_le TEXT NOT NULL
);

-- Money that came back. `recu_le`: the day on the account. `reference`: of the transfer, once a recovery.
CREATE TABLE recouvrement_retour (
    recouvrement TEXT NOT NULL REFERENCES recouvrement_decision (recouvrement),
    rang BIGINT NOT NULL,
    montant BIGINT NOT NULL CHECK (montant > 0),
    recu_le TEXT NOT NULL,
    reference TEXT NOT NULL,
    par TEXT NOT NULL REFERENCES compte (id),
    note_le TEXT NOT NULL,
    PRIMARY KEY (recouvrement, rang),
    UNIQUE (recouvrement, reference)
);

-- sqlite only
CREATE TRIGGER recouvrement_fixe BEFORE UPDATE OF id, dossier, convention, rang, montant, demande_par, demande_le
ON recouvrement
BEGIN SELECT RAISE(ABORT, 'ajout seul : recouvrement'); END;
CREATE TRIGGER recouvrement_purge BEFORE UPDATE OF motif ON recouvrement
WHEN NEW.motif <> '' OR NOT EXISTS (SELECT 1 FROM purge WHERE dossier = OLD.dossier)
BEGIN SELECT RAISE(ABORT, 'ajout seul : recouvrement'); END;
CREATE TRIGGER recouvrement_garde BEFORE DELETE ON recouvrement
BEGIN SELECT RAISE(ABORT, 'ajout seul : recouvrement'); END;
CREATE TRIGGER recouvrement_decision_fixe BEFORE UPDATE ON recouvrement_decision
BEGIN SELECT RAISE(ABORT, 'ajout seul : recouvrement_decision'); END;
CREATE TRIGGER recouvrement_decision_garde BEFORE DELETE ON recouvrement_decision
BEGIN SELECT RAISE(ABORT, 'ajout seul : recouvrement_decision'); END;
CREATE TRIGGER recouvrement_retour_fixe BEFORE UPDATE ON recouvrement_retour
BEGIN SELECT RAISE(ABORT, 'ajout seul : recouvrement_retour'); END;
CREATE TRIGGER recouvrement_retour_garde BEFORE DELETE ON recouvrement_retour
BEGIN SELECT RAISE(ABORT, 'ajout seul : recouvrement_retour'); END;

-- postgresql only
CREATE TRIGGER recouvrement_fixe BEFORE UPDATE OR DELETE ON recouvrement
FOR EACH ROW EXECUTE FUNCTION ajout_seul_ou_vide('{"motif": ""}');
CREATE TRIGGER recouvrement_garde BEFORE TRUNCATE ON recouvrement EXECUTE FUNCTION ajout_seul();
CREATE TRIGGER recouvrement_decision_fixe BEFORE UPDATE OR DELETE ON recouvrement_decision
FOR EACH ROW EXECUTE FUNCTION ajout_seul();
CREATE TRIGGER recouvrement_decision_garde BEFORE TRUNCATE ON recouvrement_decision EXECUTE FUNCTION ajout_seul();
CREATE TRIGGER recouvrement_retour_fixe BEFORE UPDATE OR DELETE ON recouvrement_retour
FOR EACH ROW EXECUTE FUNCTION ajout_seul();
CREATE TRIGGER recouvrement_retour_garde BEFORE TRUNCATE ON recouvrement_retour EXECUTE FUNCTION ajout_seul();

-- both
-- The waiting list of a committee, and what of it is told when money returns to an envelope. Rows
-- come and are never changed.

-- The rank that an opinion gives; no row: it is no opinion of waiting.
CREATE TABLE comite_avis_rang (
    comite TEXT NOT NULL REFERENCES comite (id),
    numero BIGINT NOT NULL,
    rang BIGINT NOT NULL CHECK (rang > 0),
    PRIMARY KEY (comite, numero)
);

-- As it was published. `apres`: the last move of the ledger then; what returns later is told.
CREATE TABLE comite_attente (
    comite TEXT NOT NULL REFERENCES comite (id),
    dossier TEXT NOT NULL REFERENCES dossier (id),
    rang BIGINT NOT NULL CHECK (rang > 0),
    apres BIGINT NOT NULL,
    PRIMARY KEY (comite, dossier),
    UNIQUE (comite, rang)
);

-- What was told of an envelope: every return up to that move of the ledger, and what was free then.
CREATE TABLE reveil (
    appel TEXT NOT NULL,
    guichet TEXT NOT NULL,
    mouvement BIGINT NOT NULL REFERENCES mouvement (numero),
    revenu BIGINT NOT NULL CHECK (revenu > 0),
    libre BIGINT NOT NULL,
    dit_le TEXT NOT NULL,
    PRIMARY KEY (appel, guichet, mouvement)
);
-- What held in it. `saute`: only when a dossier of a better rank is passed over.
CREATE TABLE reveil_dossier (
    appel TEXT NOT NULL,
    guichet TEXT NOT NULL,
    mouvement BIGINT NOT NULL,
    ordre BIGINT NOT NULL,
    dossier TEXT NOT NULL REFERENCES dossier (id),
    montant BIGINT NOT NULL,
    saute BIGINT NOT NULL,
    PRIMARY KEY (appel, guichet, mouvement, ordre),
    FOREIGN KEY (appel, guichet, mouvement) REFERENCES reveil (appel, guichet, mouvement)
);

-- sqlite only
CREATE TRIGGER comite_avis_rang_fixe BEFORE UPDATE ON comite_avis_rang
BEGIN SELECT RAISE(ABORT, 'ajout seul : comite_avis_rang'); END;
CREATE TRIGGER comite_avis_rang_garde BEFORE DELETE ON comite_avis_rang
BEGIN SELECT RAISE(ABORT, 'ajout seul : comite_avis_rang'); END;
CREATE TRIGGER comite_attente_fixe BEFORE UPDATE ON comite_attente
BEGIN SELECT RAISE(ABORT, 'ajout seul : comite_attente'); END;
CREATE TRIGGER comite_attente_garde BEFORE DELETE ON comite_attente
BEGIN SELECT RAISE(ABORT, 'ajout seul : comite_attente'); END;
CREATE TRIGGER reveil_fixe BEFORE UPDATE ON reveil
BEGIN SELECT RAISE(ABORT, 'ajout seul : reveil'); END;
CREATE TRIGGER reveil_garde BEFORE DELETE ON reveil
BEGIN SELECT RAISE(ABORT, 'ajout seul : reveil'); END;
CREATE TRIGGER reveil_dossier_fixe BEFORE UPDATE ON reveil_dossier
BEGIN SELECT RAISE(ABORT, 'ajout seul : reveil_dossier'); END;
CREATE TRIGGER reveil_dossier_garde BEFORE DELETE ON reveil_dossier
BEGIN SELECT RAISE(ABORT, 'ajout seul : reveil_dossier'); END;

-- postgresql only
CREATE TRIGGER comite_avis_rang_fixe BEFORE UPDATE OR DELETE ON comite_avis_rang
FOR EACH ROW EXECUTE FUNCTION ajout_seul();
CREATE TRIGGER comite_avis_rang_garde BEFORE TRUNCATE ON comite_avis_rang EXECUTE FUNCTION ajout_seul();
CREATE TRIGGER comite_attente_fixe BEFORE UPDATE OR DELETE ON comite_attente
FOR EACH ROW EXECUTE FUNCTION ajout_seul();
CREATE TRIGGER comite_attente_garde BEFORE TRUNCATE ON comite_attente EXECUTE FUNCTION ajout_seul();
CREATE TRIGGER reveil_fixe BEFORE UPDATE OR DELETE ON reveil
FOR EACH ROW EXECUTE FUNCTION ajout_seul();
CREATE TRIGGER reveil_garde BEFORE TRUNCATE ON reveil EXECUTE FUNCTION ajout_seul();
CREATE TRIGGER reveil_dossier_fixe BEFORE UPDATE OR DELETE ON reveil_dossier
FOR EACH ROW EXECUTE FUNCTION ajout_seul();
CREATE TRIGGER reveil_dossier_garde BEFORE TRUNCATE ON reveil_dossier EXECUTE FUNCTION ajout_seul();

-- both
