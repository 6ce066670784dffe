-- What was once recorded stays as it was: a correction is a new row. The trigger function refuses
-- every other statement, whoever sends it and however many rows it would touch.

create function refuse_change() returns trigger
    language plpgsql
    as $$
begin
    raise exception using
        errcode = 'restrict_violation',
        message = format('%s is append-only: %s is refused', tg_table_name, lower(tg_op)),
        hint = 'Record a correction as a new row.';
end
$$;
