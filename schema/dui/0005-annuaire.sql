-- What was said last of persons and of their stays, without reading every fact.
CREATE INDEX fait_annuaire ON fait (numero) WHERE type IN ('personne', 'sejour');
