-- What administrators set on the page of settings. The newest change of a setting counts; what
-- nobody set there is as the surroundings of the program say, else as it was built.

create table setting_change (
    setting text collate "C" not null,
    -- Counts the changes of one setting, so that nobody overwrites one that was not seen.
    version integer not null,
    -- May be empty; absent where the setting went back to its default.
    value text,
    changed_at timestamptz not null,
    account_id bigint,
    constraint setting_change_pk primary key (setting, version),
    constraint setting_change_account_fk foreign key (account_id) references account,
    constraint setting_change_setting_form check (setting ~ '^[a-z]+(-[a-z]+)*$'),
    constraint setting_change_version_from_one check (version >= 1),
    constraint setting_change_value_one_line
        check (value !~ '[[:cntrl:]]' and char_length(value) <= 500)
);

create trigger setting_change_append_only
    before update or delete or truncate on setting_change
    for each statement execute function refuse_change();
