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
