-- Values of measures of the kind number: with decimals, of any sign.

alter table measurement
    drop constraint measurement_value_shape,
    drop constraint measurement_numbers_finite,
    add constraint measurement_numbers_finite check (
        coalesce(value, 0) > '-infinity'
        and coalesce(value, 0) < 'infinity'
        and coalesce("of", 0) < 'infinity'
        and coalesce(percent, 0) > '-infinity'
        and coalesce(percent, 0) < 'infinity'
    ),
    add constraint measurement_value_shape check (
        case value_kind
            when 'ratio' then
                num_nonnulls(value, "of") = 2 and value >= 0 and "of" > 0
                and num_nonnulls(percent, day, reason) = 0
            when 'percentage' then
                percent is not null and num_nonnulls(value, "of", day, reason) = 0
            when 'count' then
                value is not null and value >= 0 and value = trunc(value)
                and num_nonnulls("of", percent, day, reason) = 0
            when 'quantity' then
                value is not null and num_nonnulls("of", percent, day, reason) = 0
            when 'done' then num_nonnulls(value, "of", percent, reason) = 0
            when 'not_done' then num_nonnulls(value, "of", percent, day, reason) = 0
            when 'day' then day is not null and num_nonnulls(value, "of", percent, reason) = 0
            when 'not_applicable' then
                reason is not null and btrim(reason) <> ''
                and num_nonnulls(value, "of", percent, day) = 0
            else false
        end
    );
