-- A round that the director signed off takes no more figures until it is opened again, with a
-- reason. A sign-off holds while no reopening refers to it.

alter table publication
    add constraint publication_of_round_uq unique (publication_id, round_id);

create table sign_off (
    sign_off_id bigint not null generated always as identity,
    round_id text collate "C" not null,
    -- The revision that was signed off.
    publication_id bigint not null,
    signed_off_at timestamptz not null,
    account_id bigint,
    constraint sign_off_pk primary key (sign_off_id),
    constraint sign_off_publication_fk
        foreign key (publication_id, round_id) references publication (publication_id, round_id),
    constraint sign_off_account_fk foreign key (account_id) references account
);

create index sign_off_round_ix on sign_off (round_id, sign_off_id);

create table reopening (
    sign_off_id bigint not null,
    reopened_at timestamptz not null,
    reason text not null,
    account_id bigint,
    constraint reopening_pk primary key (sign_off_id),
    constraint reopening_sign_off_fk foreign key (sign_off_id) references sign_off,
    constraint reopening_account_fk foreign key (account_id) references account,
    constraint reopening_says_why check (btrim(reason) <> ''),
    constraint reopening_reason_length check (char_length(reason) <= 1000)
);

create trigger sign_off_append_only
    before update or delete or truncate on sign_off
    for each statement execute function refuse_change();

create trigger reopening_append_only
    before update or delete or truncate on reopening
    for each statement execute function refuse_change();

-- The services say so before, in words; this is for whoever forgets to ask.
create function refuse_signed_off_round() returns trigger language plpgsql as $$
begin
    if exists (
        select from sign_off
        where round_id = new.round_id
            and not exists (select from reopening where sign_off_id = sign_off.sign_off_id)
    ) then
        raise exception 'Round % was signed off', new.round_id using errcode = 'restrict_violation';
    end if;
    return new;
end
$$;

create trigger import_round_not_signed_off
    before insert on import_round
    for each row execute function refuse_signed_off_round();

create trigger review_step_not_signed_off
    before insert on review_step
    for each row execute function refuse_signed_off_round();

create trigger evidence_not_signed_off
    before insert on evidence
    for each row execute function refuse_signed_off_round();

create trigger recording_draft_not_signed_off
    before insert or update on recording_draft
    for each row execute function refuse_signed_off_round();
