-- A round is about a half, a quarter, nine months or the whole of a fiscal year, and there can be
-- several of one period: of the districts, of the province, of the department.
alter table round drop constraint round_id_form;
alter table round
    add constraint round_id_form
    check (round_id ~ '^2[4-9][0-9]{2}-([12]|q[1-4]|9m|y)(-province|-department)?$');
