-- A level that somebody set in the place of the computed one, with a reason. The newest of an
-- indicator is in force, unless it was withdrawn; the older ones are not any more.

create table level_override (
    level_override_id bigint not null generated always as identity,
    round_id text collate "C" not null,
    district_code text collate "C" not null,
    indicator text collate "C" not null,
    level integer not null,
    reason text not null,
    set_at timestamptz not null,
    account_id bigint,
    constraint level_override_pk primary key (level_override_id),
    constraint level_override_round_fk foreign key (round_id) references round,
    constraint level_override_district_code_fk
        foreign key (district_code) references district_code,
    constraint level_override_account_fk foreign key (account_id) references account,
    constraint level_override_level_in_range check (level between 0 and 5),
    constraint level_override_says_why check (btrim(reason) <> ''),
    constraint level_override_reason_length check (char_length(reason) <= 1000)
);

create index level_override_indicator_ix
    on level_override (round_id, district_code, indicator, level_override_id);

create table level_override_end (
    level_override_id bigint not null,
    withdrawn_at timestamptz not null,
    reason text not null,
    account_id bigint,
    constraint level_override_end_pk primary key (level_override_id),
    constraint level_override_end_override_fk
        foreign key (level_override_id) references level_override,
    constraint level_override_end_account_fk foreign key (account_id) references account,
    constraint level_override_end_says_why check (btrim(reason) <> ''),
    constraint level_override_end_reason_length check (char_length(reason) <= 1000)
);

-- The overrides that were in force when a revision was published.
create table publication_override (
    publication_id bigint not null,
    level_override_id bigint not null,
    constraint publication_override_pk primary key (publication_id, level_override_id),
    constraint publication_override_publication_fk
        foreign key (publication_id) references publication,
    constraint publication_override_override_fk
        foreign key (level_override_id) references level_override
);

create index publication_override_override_ix on publication_override (level_override_id);

create trigger level_override_append_only
    before update or delete or truncate on level_override
    for each statement execute function refuse_change();

create trigger level_override_end_append_only
    before update or delete or truncate on level_override_end
    for each statement execute function refuse_change();

create trigger publication_override_append_only
    before update or delete or truncate on publication_override
    for each statement execute function refuse_change();

create trigger level_override_round_not_signed_off
    before insert on level_override
    for each row execute function refuse_signed_off_round();

-- A district sees those of its own, and those that were published (V0037).
alter table level_override enable row level security;
create policy level_override_scope on level_override using (
    (select current_user) <> 'district_kpi_district'
    or district_code = (select current_setting('district_kpi.district', true))
    or exists (
        select from publication_override as published
        where published.level_override_id = level_override.level_override_id
    )
);

alter table level_override_end enable row level security;
create policy level_override_end_scope on level_override_end using (
    (select current_user) <> 'district_kpi_district'
    or exists (
        select from level_override
        where level_override.level_override_id = level_override_end.level_override_id
            and district_code = (select current_setting('district_kpi.district', true))
    )
);
