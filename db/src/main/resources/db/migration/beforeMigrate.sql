-- The roles that the program works as once the migrations are through: one for the province, one for
-- a district. Who may not make roles gets them from somebody who may (docs/decisions/0016); without
-- them the triggers alone guard the tables.

do $$
declare
    working text;
begin
    foreach working in array array['district_kpi_program', 'district_kpi_district'] loop
        begin
            if not exists (select from pg_roles where rolname = working) then
                execute format('create role %I nologin', working);
            end if;
            if not pg_has_role(current_user, working, 'set') then
                execute format('grant %I to %I', working, current_user);
            end if;
        exception
            when insufficient_privilege or duplicate_object or unique_violation then
                null;
        end;
    end loop;
end
$$;
