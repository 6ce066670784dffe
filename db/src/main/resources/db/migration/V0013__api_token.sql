-- With a token a program calls the API as an account, with all or less of what its role may do. The
-- token itself is shown once and kept nowhere: it is random, so its digest needs no slowing down.

create table api_token (
    api_token_id bigint not null generated always as identity,
    account_id bigint not null,
    label text not null,
    sha256 text collate "C" not null,
    scope text collate "C" not null,
    created_at timestamptz not null,
    expires_at timestamptz not null,
    revoked_at timestamptz,
    constraint api_token_pk primary key (api_token_id),
    constraint api_token_sha256_uq unique (sha256),
    constraint api_token_account_fk foreign key (account_id) references account,
    constraint api_token_sha256_form check (sha256 ~ '^[0-9a-f]{64}$'),
    constraint api_token_label_one_line
        check (btrim(label) <> '' and label !~ '[[:cntrl:]]' and char_length(label) <= 80),
    constraint api_token_scope_known check (scope in ('read', 'import')),
    constraint api_token_expires_later check (expires_at > created_at)
);

create index api_token_account_ix on api_token (account_id);
