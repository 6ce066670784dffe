-- Other weights, thresholds and shares that somebody tried and wants to find again. Nobody's
-- decision: whoever kept a draft deletes it at will, and sends it to others as an address.

create table laboratory_draft (
    laboratory_draft_id bigint not null generated always as identity,
    account_id bigint not null,
    round_id text collate "C" not null,
    name text not null,
    -- As the address of the page has it.
    draft text collate "C" not null,
    kept_at timestamptz not null,
    constraint laboratory_draft_pk primary key (laboratory_draft_id),
    constraint laboratory_draft_name_uq unique (account_id, round_id, name),
    constraint laboratory_draft_account_fk foreign key (account_id) references account,
    constraint laboratory_draft_round_fk foreign key (round_id) references round,
    constraint laboratory_draft_name_one_line
        check (name !~ '[[:cntrl:]]' and name = btrim(name) and char_length(name) between 1 and 60),
    constraint laboratory_draft_text_length check (char_length(draft) between 1 and 8000)
);

create index laboratory_draft_round_ix on laboratory_draft (round_id);

-- An office sees what its own accounts kept (docs/decisions/0038).
alter table laboratory_draft enable row level security;
create policy laboratory_draft_scope on laboratory_draft using (
    (select current_user) <> 'district_kpi_district'
    or exists (
        select from account
        where account.account_id = laboratory_draft.account_id
            and account.district_code = (select current_setting('district_kpi.district', true))
    )
);
