-- Files of results that were committed, with their bytes as they came.

create table import (
    import_id bigint not null generated always as identity,
    file text not null,
    sha256 text collate "C" not null,
    content bytea not null,
    committed_at timestamptz not null,
    row_count integer not null,
    created_count integer not null,
    changed_count integer not null,
    unchanged_count integer not null,
    warning_count integer not null,
    demonstration boolean not null,
    constraint import_pk primary key (import_id),
    -- The same file again changes nothing.
    constraint import_sha256_uq unique (sha256),
    constraint import_sha256_of_content check (sha256 = encode(sha256(content), 'hex')),
    constraint import_counts_not_negative check (
        least(row_count, created_count, changed_count, unchanged_count, warning_count) >= 0
    )
);

-- The rounds that a file has results of.
create table import_round (
    round_id text collate "C" not null,
    import_id bigint not null,
    constraint import_round_pk primary key (round_id, import_id),
    constraint import_round_round_fk foreign key (round_id) references round,
    constraint import_round_import_fk foreign key (import_id) references import
);

create index import_round_import_ix on import_round (import_id);

create trigger import_append_only
    before update or delete or truncate on import
    for each statement execute function refuse_change();

create trigger import_round_append_only
    before update or delete or truncate on import_round
    for each statement execute function refuse_change();
