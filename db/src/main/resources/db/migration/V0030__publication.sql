-- A frozen revision of a round. The record is a text that lists the agreement, every figure with the
-- file row it is from, every score and every rank, so that anybody can compare them and its digest.

create table publication (
    publication_id bigint not null generated always as identity,
    round_id text collate "C" not null,
    revision integer not null,
    agreement_version integer not null,
    as_of date not null,
    published_at timestamptz not null,
    reason text not null,
    record bytea not null,
    sha256 text collate "C" not null,
    -- Who published it; absent where the program did, as with demonstration rounds.
    account_id bigint,
    constraint publication_pk primary key (publication_id),
    constraint publication_revision_uq unique (round_id, revision),
    constraint publication_agreement_fk
        foreign key (round_id, agreement_version) references agreement (round_id, version),
    constraint publication_account_fk foreign key (account_id) references account,
    constraint publication_revision_from_one check (revision >= 1),
    constraint publication_correction_has_a_reason check (revision = 1 or btrim(reason) <> ''),
    constraint publication_sha256_of_record check (sha256 = encode(sha256(record), 'hex'))
);

-- The districts with their names of then.
create table publication_district (
    publication_id bigint not null,
    district_code text collate "C" not null,
    name_th text not null,
    name_en text not null,
    valid_from date not null,
    valid_to date,
    constraint publication_district_pk primary key (publication_id, district_code),
    constraint publication_district_publication_fk
        foreign key (publication_id) references publication,
    constraint publication_district_code_fk foreign key (district_code) references district_code
);

-- The figures that counted, each with the row that said it then: an undo can make it another one.
create table publication_measurement (
    publication_id bigint not null,
    measurement_id bigint not null,
    import_id bigint not null,
    line integer not null,
    raw_text text not null,
    constraint publication_measurement_pk primary key (publication_id, measurement_id),
    constraint publication_measurement_publication_fk
        foreign key (publication_id) references publication,
    constraint publication_measurement_measurement_fk
        foreign key (measurement_id) references measurement,
    constraint publication_measurement_import_fk foreign key (import_id) references import,
    constraint publication_measurement_line_from_one check (line >= 1)
);

create trigger publication_append_only
    before update or delete or truncate on publication
    for each statement execute function refuse_change();

create trigger publication_district_append_only
    before update or delete or truncate on publication_district
    for each statement execute function refuse_change();

create trigger publication_measurement_append_only
    before update or delete or truncate on publication_measurement
    for each statement execute function refuse_change();
