-- The cascade: the province's agreement, acknowledged by each district, and a sheet for each officer
-- of a district with indicators, weights and targets, acknowledged by the officer.

-- An officer is a post of a district's office with the name that the office gives it, and nothing
-- else of a person. Officers are never deleted, because their sheets name them: they are retired.
create table officer (
    officer_id bigint not null generated always as identity,
    district_code text collate "C" not null,
    post text not null,
    name text not null,
    retired boolean not null,
    -- Counts the changes, so that nobody overwrites unseen ones.
    version integer not null,
    constraint officer_pk primary key (officer_id),
    constraint officer_district_code_fk foreign key (district_code) references district_code,
    constraint officer_post_one_line check (
        post !~ '[[:cntrl:]]' and btrim(post) <> '' and char_length(post) <= 120
    ),
    constraint officer_name_one_line check (
        name !~ '[[:cntrl:]]' and btrim(name) <> '' and char_length(name) <= 120
    ),
    constraint officer_version_from_one check (version >= 1)
);

-- Two who serve at the same time can be told apart.
create unique index officer_uq on officer (district_code, post, name) where not retired;

create index officer_district_ix on officer (district_code);

-- The first link: a district acknowledges one version of the agreement, and each version anew.
create table agreement_acknowledgement (
    round_id text collate "C" not null,
    agreement_version integer not null,
    district_code text collate "C" not null,
    acknowledged_at timestamptz not null,
    account_id bigint,
    constraint agreement_acknowledgement_pk
        primary key (round_id, district_code, agreement_version),
    constraint agreement_acknowledgement_agreement_fk
        foreign key (round_id, agreement_version) references agreement (round_id, version),
    constraint agreement_acknowledgement_district_code_fk
        foreign key (district_code) references district_code,
    constraint agreement_acknowledgement_account_fk foreign key (account_id) references account
);

create trigger agreement_acknowledgement_append_only
    before update or delete or truncate on agreement_acknowledgement
    for each statement execute function refuse_change();

-- The second link, while it is written: changed at will, and deleted once it is handed over.
create table officer_draft (
    round_id text collate "C" not null,
    officer_id bigint not null,
    indicator text collate "C" not null,
    weight numeric not null,
    target_level integer not null,
    target_text text not null,
    constraint officer_draft_pk primary key (round_id, officer_id, indicator),
    constraint officer_draft_round_fk foreign key (round_id) references round,
    constraint officer_draft_officer_fk foreign key (officer_id) references officer,
    constraint officer_draft_weight_percent
        check (weight > 0 and weight <= 100 and scale(weight) <= 2),
    constraint officer_draft_target_level_known check (target_level between 1 and 5),
    constraint officer_draft_target_text_length check (char_length(target_text) <= 500)
);

-- What was handed over to an officer. A change is the next version.
create table officer_sheet (
    officer_sheet_id bigint not null generated always as identity,
    round_id text collate "C" not null,
    officer_id bigint not null,
    version integer not null,
    agreement_version integer not null,
    -- As the officer was called then.
    post text not null,
    name text not null,
    handed_over_at timestamptz not null,
    account_id bigint,
    constraint officer_sheet_pk primary key (officer_sheet_id),
    constraint officer_sheet_version_uq unique (round_id, officer_id, version),
    constraint officer_sheet_agreement_fk
        foreign key (round_id, agreement_version) references agreement (round_id, version),
    constraint officer_sheet_officer_fk foreign key (officer_id) references officer,
    constraint officer_sheet_account_fk foreign key (account_id) references account,
    constraint officer_sheet_version_from_one check (version >= 1)
);

create table officer_sheet_line (
    officer_sheet_id bigint not null,
    indicator text collate "C" not null,
    weight numeric not null,
    target_level integer not null,
    target_text text not null,
    constraint officer_sheet_line_pk primary key (officer_sheet_id, indicator),
    constraint officer_sheet_line_sheet_fk foreign key (officer_sheet_id) references officer_sheet,
    constraint officer_sheet_line_weight_percent
        check (weight > 0 and weight <= 100 and scale(weight) <= 2),
    constraint officer_sheet_line_target_level_known check (target_level between 1 and 5),
    constraint officer_sheet_line_target_text_length check (char_length(target_text) <= 500)
);

-- Officers have no accounts: the district's office records that one acknowledged, and on which day.
create table officer_sheet_acknowledgement (
    officer_sheet_id bigint not null,
    acknowledged_on date not null,
    recorded_at timestamptz not null,
    account_id bigint,
    constraint officer_sheet_acknowledgement_pk primary key (officer_sheet_id),
    constraint officer_sheet_acknowledgement_sheet_fk
        foreign key (officer_sheet_id) references officer_sheet,
    constraint officer_sheet_acknowledgement_account_fk
        foreign key (account_id) references account
);

create trigger officer_sheet_append_only
    before update or delete or truncate on officer_sheet
    for each statement execute function refuse_change();

create trigger officer_sheet_line_append_only
    before update or delete or truncate on officer_sheet_line
    for each statement execute function refuse_change();

create trigger officer_sheet_acknowledgement_append_only
    before update or delete or truncate on officer_sheet_acknowledgement
    for each statement execute function refuse_change();

-- The newest version of each officer who serves; whoever asks sees it as far as its tables.
create view officer_sheet_in_force with (security_invoker = true) as
select distinct on (round_id, officer_id) round_id, officer_id, officer_sheet_id
from officer_sheet join officer using (officer_id)
where not retired
order by round_id, officer_id, officer_sheet.version desc;

-- The services say so before, in words; this is for whoever forgets to ask.
create trigger agreement_acknowledgement_not_signed_off
    before insert on agreement_acknowledgement
    for each row execute function refuse_signed_off_round();

create trigger officer_draft_not_signed_off
    before insert or update on officer_draft
    for each row execute function refuse_signed_off_round();

create trigger officer_sheet_not_signed_off
    before insert on officer_sheet
    for each row execute function refuse_signed_off_round();

-- A district sees its own officers alone (docs/decisions/0038): nothing of them is ever published.
alter table officer enable row level security;
create policy officer_scope on officer using (
    (select current_user) <> 'district_kpi_district'
    or district_code = (select current_setting('district_kpi.district', true))
);

alter table agreement_acknowledgement enable row level security;
create policy agreement_acknowledgement_scope on agreement_acknowledgement using (
    (select current_user) <> 'district_kpi_district'
    or district_code = (select current_setting('district_kpi.district', true))
);

-- Those that a connection sees of the tables above are those that it sees here.
alter table officer_draft enable row level security;
create policy officer_draft_scope on officer_draft using (
    (select current_user) <> 'district_kpi_district'
    or exists (select from officer where officer.officer_id = officer_draft.officer_id)
);

alter table officer_sheet enable row level security;
create policy officer_sheet_scope on officer_sheet using (
    (select current_user) <> 'district_kpi_district'
    or exists (select from officer where officer.officer_id = officer_sheet.officer_id)
);

alter table officer_sheet_line enable row level security;
create policy officer_sheet_line_scope on officer_sheet_line using (
    (select current_user) <> 'district_kpi_district'
    or exists (
        select from officer_sheet as sheet
        where sheet.officer_sheet_id = officer_sheet_line.officer_sheet_id
    )
);

alter table officer_sheet_acknowledgement enable row level security;
create policy officer_sheet_acknowledgement_scope on officer_sheet_acknowledgement using (
    (select current_user) <> 'district_kpi_district'
    or exists (
        select from officer_sheet as sheet
        where sheet.officer_sheet_id = officer_sheet_acknowledgement.officer_sheet_id
    )
);
