-- A model of letter may be that of one desk: region code or "national"; empty: of every desk.
ALTER TABLE lettre_type ADD COLUMN guichet TEXT NOT NULL DEFAULT '';
