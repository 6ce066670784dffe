-- Who did what, and when. Nobody changes or deletes a row, the program itself included; what it may
-- do at all says afterMigrate.sql.

create table audit (
    audit_id bigint not null generated always as identity,
    happened_at timestamptz not null,
    -- As it was called then; absent where the program acted by itself, or nobody knows who it was.
    account_id bigint,
    account_name text collate "C",
    role text collate "C",
    action text collate "C" not null,
    -- What it was done to, such as "import 12".
    subject text not null,
    before jsonb,
    after jsonb,
    constraint audit_pk primary key (audit_id),
    constraint audit_account_fk foreign key (account_id) references account,
    constraint audit_account_named check ((account_id is null) = (account_name is null)),
    constraint audit_action_form check (action ~ '^[a-z]+(-[a-z]+)*$')
);

create index audit_account_ix on audit (account_name, audit_id);
create index audit_action_ix on audit (action, audit_id);

create trigger audit_append_only
    before update or delete or truncate on audit
    for each statement execute function refuse_change();

-- Who brought a file in, and who took it back; absent where the program did, or before sign-in was.
alter table import
    add column account_id bigint,
    add constraint import_account_fk foreign key (account_id) references account;

alter table undo
    add column account_id bigint,
    add constraint undo_account_fk foreign key (account_id) references account;
