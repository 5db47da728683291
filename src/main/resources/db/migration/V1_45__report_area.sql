-- To whom the plan behind a report speaks: offices of one area, who sums their reports up, whom they write to.
alter table report_rule add column area_office varchar(40) default '' not null;
alter table report_rule add column area_vi varchar(200) default '' not null;
alter table report_rule add column area_en varchar(200) default '' not null;
alter table report_rule add column summary_level varchar(20);
alter table report_rule add column addressee varchar(300) default '' not null;

update report_rule set area_office = 'tpls', area_vi = 'thành phố Lạng Sơn', area_en = 'Lạng Sơn city',
  summary_level = 'DIVISION',
  addressee = 'Ủy ban nhân dân thành phố Lạng Sơn (qua Phòng Lao động - Thương binh và Xã hội)'
  where code in ('NCC_HALF', 'NCC_YEAR');
-- an office of another province: nobody of this installation, unless an admin says otherwise
update report_rule set area_office = 'donghoa', area_vi = 'thị xã Đông Hòa, tỉnh Phú Yên',
  area_en = 'Đông Hòa town, Phú Yên province', summary_level = 'DIVISION',
  addressee = 'Ủy ban nhân dân thị xã Đông Hòa (qua Phòng Lao động - Thương binh và Xã hội)'
  where code in ('PLAN_Q1', 'PLAN_Q2', 'PLAN_Q3', 'PLAN_Q4', 'PLAN_HALF', 'PLAN_YEAR');
