-- The register of submissions: what each district printed and the province received, where to
-- remind a district, and the reminders. What is recorded online stands in review_step.

-- The newest receipt, or withdrawal of one, is what counts: a correction is another step.
create table submission_step (
    submission_step_id bigint not null generated always as identity,
    round_id text collate "C" not null,
    district_code text collate "C" not null,
    action text collate "C" not null,
    -- The day in Thailand on which the province received the printed report.
    received_on date,
    note text not null,
    happened_at timestamptz not null,
    account_id bigint,
    constraint submission_step_pk primary key (submission_step_id),
    constraint submission_step_round_fk foreign key (round_id) references round,
    constraint submission_step_district_code_fk
        foreign key (district_code) references district_code,
    constraint submission_step_account_fk foreign key (account_id) references account,
    constraint submission_step_action_known
        check (action in ('printed', 'received', 'receipt-withdrawn')),
    constraint submission_step_receipt_has_a_day
        check ((action = 'received') = (received_on is not null)),
    constraint submission_step_withdrawn_says_why
        check (action <> 'receipt-withdrawn' or btrim(note) <> ''),
    constraint submission_step_note_length check (char_length(note) <= 1000)
);

create index submission_step_district_ix
    on submission_step (round_id, district_code, submission_step_id);

create trigger submission_step_append_only
    before update or delete or truncate on submission_step
    for each statement execute function refuse_change();

-- The e-mail address of a district's office, not of a person. The newest counts; empty for none.
create table office_address (
    office_address_id bigint not null generated always as identity,
    district_code text collate "C" not null,
    email text collate "C" not null,
    recorded_at timestamptz not null,
    account_id bigint,
    constraint office_address_pk primary key (office_address_id),
    constraint office_address_district_code_fk
        foreign key (district_code) references district_code,
    constraint office_address_account_fk foreign key (account_id) references account,
    constraint office_address_email_form
        check (email = '' or (email ~ '^[!-?A-~]+@[A-Za-z0-9.-]+$' and char_length(email) <= 254))
);

create index office_address_district_ix on office_address (district_code, office_address_id);

create trigger office_address_append_only
    before update or delete or truncate on office_address
    for each statement execute function refuse_change();

-- A reminder is written down before it is sent, so that it is never sent twice, even if the program
-- ends in between. How that ended says reminder_outcome; without one nobody knows.
create table reminder (
    reminder_id bigint not null generated always as identity,
    round_id text collate "C" not null,
    district_code text collate "C" not null,
    email text collate "C" not null,
    -- Of an automatic one: the day that it reminds of, and how many days after it (before it:
    -- negative) its own day is. Absent where somebody sent it.
    due_on date,
    offset_days integer,
    started_at timestamptz not null,
    account_id bigint,
    constraint reminder_pk primary key (reminder_id),
    constraint reminder_round_fk foreign key (round_id) references round,
    constraint reminder_district_code_fk foreign key (district_code) references district_code,
    constraint reminder_account_fk foreign key (account_id) references account,
    constraint reminder_automatic_or_not check ((due_on is null) = (offset_days is null))
);

create index reminder_district_ix on reminder (round_id, district_code, reminder_id);

create trigger reminder_append_only
    before update or delete or truncate on reminder
    for each statement execute function refuse_change();

create table reminder_outcome (
    reminder_id bigint not null,
    ended_at timestamptz not null,
    -- Why it was not sent; absent where the mail server took it.
    failure text collate "C",
    constraint reminder_outcome_pk primary key (reminder_id),
    constraint reminder_outcome_reminder_fk foreign key (reminder_id) references reminder,
    constraint reminder_outcome_failure_known
        check (failure in ('unreachable', 'sign-in-refused', 'address-refused', 'refused'))
);

create trigger reminder_outcome_append_only
    before update or delete or truncate on reminder_outcome
    for each statement execute function refuse_change();

-- A district sees its own rows alone (docs/decisions/0038), and adds nothing but that it printed.
alter table submission_step enable row level security;
create policy submission_step_scope on submission_step using (
    (select current_user) <> 'district_kpi_district'
    or district_code = (select current_setting('district_kpi.district', true))
)
with check (
    (select current_user) <> 'district_kpi_district'
    or (
        district_code = (select current_setting('district_kpi.district', true))
        and action = 'printed'
    )
);

alter table office_address enable row level security;
create policy office_address_scope on office_address using (
    (select current_user) <> 'district_kpi_district'
    or district_code = (select current_setting('district_kpi.district', true))
);

alter table reminder enable row level security;
create policy reminder_scope on reminder using (
    (select current_user) <> 'district_kpi_district'
    or district_code = (select current_setting('district_kpi.district', true))
);
