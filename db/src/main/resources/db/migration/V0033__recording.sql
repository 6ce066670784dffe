-- Results recorded online: what a district is writing, its evidence, and the steps of the review.
-- What is handed in becomes an import like any file, so that every figure has its row.

-- What is still being written, as it was typed: nobody's result yet. It is changed, and deleted once
-- it is handed in.
create table recording_draft (
    round_id text collate "C" not null,
    district_code text collate "C" not null,
    indicator text collate "C" not null,
    -- Such as "spending.value", or "note" of the whole indicator.
    field text collate "C" not null,
    text text not null,
    -- Counts the changes, so that nobody overwrites unseen ones.
    version integer not null,
    changed_at timestamptz not null,
    account_id bigint,
    constraint recording_draft_pk primary key (round_id, district_code, indicator, field),
    constraint recording_draft_round_fk foreign key (round_id) references round,
    constraint recording_draft_district_code_fk
        foreign key (district_code) references district_code,
    constraint recording_draft_account_fk foreign key (account_id) references account,
    constraint recording_draft_field_form check (field ~ '^([a-z0-9_]+\.)?(value|of|as_of|note)$'),
    constraint recording_draft_text_length check (char_length(text) <= 1000),
    constraint recording_draft_version_from_one check (version >= 1)
);

-- Who handed in, accepted or sent back what. The newest step of an indicator is its state; without
-- one it was not handed in.
create table review_step (
    review_step_id bigint not null generated always as identity,
    round_id text collate "C" not null,
    district_code text collate "C" not null,
    indicator text collate "C" not null,
    action text collate "C" not null,
    happened_at timestamptz not null,
    note text not null,
    -- The newest import that any figure of the indicator was from, so that later ones can be told.
    import_id bigint,
    account_id bigint,
    constraint review_step_pk primary key (review_step_id),
    constraint review_step_round_fk foreign key (round_id) references round,
    constraint review_step_district_code_fk foreign key (district_code) references district_code,
    constraint review_step_import_fk foreign key (import_id) references import,
    constraint review_step_account_fk foreign key (account_id) references account,
    constraint review_step_action_known check (action in ('submitted', 'accepted', 'sent-back')),
    constraint review_step_sent_back_says_why check (action <> 'sent-back' or btrim(note) <> ''),
    constraint review_step_note_length check (char_length(note) <= 1000)
);

create index review_step_state_ix
    on review_step (round_id, district_code, indicator, review_step_id);

create trigger review_step_append_only
    before update or delete or truncate on review_step
    for each statement execute function refuse_change();

-- A file that bears out what was recorded. It is never deleted; a withdrawn one counts no more.
create table evidence (
    evidence_id bigint not null generated always as identity,
    round_id text collate "C" not null,
    district_code text collate "C" not null,
    indicator text collate "C" not null,
    file text not null,
    -- What the bytes are, whatever the name says.
    media_type text collate "C" not null,
    content bytea not null,
    sha256 text collate "C" not null generated always as (encode(sha256(content), 'hex')) stored,
    byte_count integer not null generated always as (octet_length(content)) stored,
    received_at timestamptz not null,
    account_id bigint,
    constraint evidence_pk primary key (evidence_id),
    constraint evidence_round_fk foreign key (round_id) references round,
    constraint evidence_district_code_fk foreign key (district_code) references district_code,
    constraint evidence_account_fk foreign key (account_id) references account,
    constraint evidence_media_type_known check (
        media_type in (
            'application/pdf',
            'image/jpeg',
            'image/png',
            'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
        )
    )
);

-- PDF, pictures and workbooks are compressed already.
alter table evidence alter column content set storage external;

create index evidence_indicator_ix on evidence (round_id, district_code, indicator, evidence_id);

create trigger evidence_append_only
    before update or delete or truncate on evidence
    for each statement execute function refuse_change();

create table evidence_withdrawal (
    evidence_id bigint not null,
    withdrawn_at timestamptz not null,
    account_id bigint,
    constraint evidence_withdrawal_pk primary key (evidence_id),
    constraint evidence_withdrawal_evidence_fk foreign key (evidence_id) references evidence,
    constraint evidence_withdrawal_account_fk foreign key (account_id) references account
);

create trigger evidence_withdrawal_append_only
    before update or delete or truncate on evidence_withdrawal
    for each statement execute function refuse_change();
