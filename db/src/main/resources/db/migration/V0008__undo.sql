-- An import that is taken back. Nothing is deleted: an undo is recorded, and names the measurements
-- that no import in force says any more.

create table undo (
    undo_id bigint not null generated always as identity,
    import_id bigint not null,
    sha256 text collate "C" not null,
    undone_at timestamptz not null,
    reason text not null,
    constraint undo_pk primary key (undo_id),
    constraint undo_import_uq unique (import_id),
    constraint undo_sha256_uq unique (undo_id, sha256)
);

-- The same bytes may come again after an undo, as a new import. They form a chain: the first import
-- follows nothing, each further one the undo of the one before it. An import is undone once and an
-- undo followed once, so at most one import of the same bytes is ever in force.
alter table import
    add column after_undo bigint,
    drop constraint import_sha256_uq,
    add constraint import_sha256_uq unique nulls not distinct (sha256, after_undo),
    add constraint import_id_sha256_uq unique (import_id, sha256),
    add constraint import_after_undo_fk
        foreign key (after_undo, sha256) references undo (undo_id, sha256);

alter table undo
    add constraint undo_import_fk
        foreign key (import_id, sha256) references import (import_id, sha256);

-- A figure of a file that was stored already, for the same day: it is not stored again, but stays
-- as long as any import that says it is in force.
create table confirmation (
    measurement_id bigint not null,
    import_id bigint not null,
    line integer not null,
    raw_text text not null,
    constraint confirmation_pk primary key (measurement_id, import_id),
    constraint confirmation_measurement_fk foreign key (measurement_id) references measurement,
    constraint confirmation_import_fk foreign key (import_id) references import,
    constraint confirmation_line_from_one check (line >= 1)
);

create index confirmation_import_ix on confirmation (import_id);

-- Files taken in before did not record what they only confirmed.
alter table import add column confirmations_recorded boolean not null default false;
alter table import alter column confirmations_recorded set default true;

-- A measurement that no import in force says any more. It counts nowhere.
create table withdrawal (
    measurement_id bigint not null,
    undo_id bigint not null,
    constraint withdrawal_pk primary key (measurement_id),
    constraint withdrawal_measurement_fk foreign key (measurement_id) references measurement,
    constraint withdrawal_undo_fk foreign key (undo_id) references undo
);

create trigger undo_append_only
    before update or delete or truncate on undo
    for each statement execute function refuse_change();

create trigger confirmation_append_only
    before update or delete or truncate on confirmation
    for each statement execute function refuse_change();

create trigger withdrawal_append_only
    before update or delete or truncate on withdrawal
    for each statement execute function refuse_change();
