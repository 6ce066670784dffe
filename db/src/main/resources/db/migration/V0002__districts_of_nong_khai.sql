-- The nine districts of Nong Khai with the codes of the Department of Provincial Administration.
-- Valid from the day on which Bueng Kan became a province of its own and Nong Khai got its present
-- shape (23 March 2554); nothing is said about the days before.

insert into province (province_code, name_th, name_en) values ('43', 'หนองคาย', 'Nong Khai');

insert into district_code (district_code) values
    ('4301'), ('4302'), ('4305'), ('4307'), ('4308'), ('4314'), ('4315'), ('4316'), ('4317');

insert into district (district_code, valid_from, name_th, name_en) values
    ('4301', '2011-03-23', 'เมืองหนองคาย', 'Mueang Nong Khai'),
    ('4302', '2011-03-23', 'ท่าบ่อ', 'Tha Bo'),
    ('4305', '2011-03-23', 'โพนพิสัย', 'Phon Phisai'),
    ('4307', '2011-03-23', 'ศรีเชียงใหม่', 'Si Chiang Mai'),
    ('4308', '2011-03-23', 'สังคม', 'Sangkhom'),
    ('4314', '2011-03-23', 'สระใคร', 'Sakhrai'),
    ('4315', '2011-03-23', 'เฝ้าไร่', 'Fao Rai'),
    ('4316', '2011-03-23', 'รัตนวาปี', 'Rattanawapi'),
    ('4317', '2011-03-23', 'โพธิ์ตาก', 'Pho Tak');
