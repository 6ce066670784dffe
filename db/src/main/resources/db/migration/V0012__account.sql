-- Who may sign in, and as what. An account is never deleted, because imports and the audit name it:
-- it is disabled. It holds no more of a person than the name of the account and of the post.

create table account (
    account_id bigint not null generated always as identity,
    name text collate "C" not null,
    post text not null,
    role text collate "C" not null,
    district_code text collate "C",
    unit_id text collate "C",
    -- Made slow to guess (bcrypt); absent where somebody else vouches for the password.
    password_hash text,
    -- Given by an administrator: whoever signs in with it chooses another one first.
    password_temporary boolean not null,
    enabled boolean not null,
    -- One of those that anybody may use on demonstration data.
    demonstration boolean not null,
    created_at timestamptz not null,
    -- Counts the changes, so that nobody overwrites unseen ones and no session outlives them.
    version integer not null,
    constraint account_pk primary key (account_id),
    constraint account_name_uq unique (name),
    constraint account_name_form check (name ~ '^[a-z0-9][a-z0-9._@-]{1,63}$'),
    constraint account_post_one_line check (post !~ '[[:cntrl:]]' and char_length(post) <= 120),
    constraint account_role_known
        check (role in ('director', 'planner', 'analyst', 'district', 'administrator')),
    constraint account_district_of_district check ((role = 'district') = (district_code is not null)),
    constraint account_unit_of_planner check ((role = 'planner') = (unit_id is not null)),
    constraint account_unit_form check (unit_id ~ '^[a-z][a-z0-9_]{0,39}$'),
    constraint account_district_fk foreign key (district_code) references district_code,
    constraint account_version_from_one check (version >= 1)
);

create index account_district_ix on account (district_code);
