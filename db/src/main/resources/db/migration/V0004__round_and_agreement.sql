-- Rounds, and what was agreed for each. A version of an agreement is never changed; the highest is
-- in force. The document is the posted file's text, whole; the other columns repeat parts of it for
-- those who read the database directly.

create table round (
    round_id text collate "C" not null,
    constraint round_pk primary key (round_id),
    constraint round_id_form check (round_id ~ '^2[4-9][0-9]{2}-[12]$')
);

create table agreement (
    agreement_id bigint not null generated always as identity,
    round_id text collate "C" not null,
    version integer not null,
    province_code text collate "C" not null,
    first_day date not null,
    last_day date not null,
    demonstration boolean not null,
    file text not null,
    document text not null,
    sha256 text collate "C" not null,
    stored_at timestamptz not null,
    constraint agreement_pk primary key (agreement_id),
    constraint agreement_version_uq unique (round_id, version),
    constraint agreement_round_fk foreign key (round_id) references round,
    constraint agreement_province_fk foreign key (province_code) references province,
    constraint agreement_version_from_one check (version >= 1),
    constraint agreement_days_order check (last_day >= first_day),
    constraint agreement_sha256_form check (sha256 ~ '^[0-9a-f]{64}$')
);

create trigger round_append_only
    before update or delete or truncate on round
    for each statement execute function refuse_change();

create trigger agreement_append_only
    before update or delete or truncate on agreement
    for each statement execute function refuse_change();
