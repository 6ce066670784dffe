-- The role that the program works as once the migrations are through. Who may not make roles gets
-- it from somebody who may (docs/decisions/0016); without it the triggers alone guard the tables.

do $$
begin
    if not exists (select from pg_roles where rolname = 'district_kpi_program') then
        create role district_kpi_program nologin;
    end if;
    if not pg_has_role(current_user, 'district_kpi_program', 'set') then
        execute format('grant district_kpi_program to %I', current_user);
    end if;
exception
    when insufficient_privilege or duplicate_object or unique_violation then
        null;
end
$$;
