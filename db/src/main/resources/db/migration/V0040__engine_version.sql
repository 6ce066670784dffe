-- The version of the rules that scored a revision (Scorer.VERSION); all before were scored by the
-- first.
alter table publication add column engine_version integer not null default 1;
alter table publication alter column engine_version drop default;
alter table publication
    add constraint publication_engine_version_from_one check (engine_version >= 1);
