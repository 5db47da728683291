-- Supervisors count and list cases by office and time: open ones, and those of a period, without reading all others.
create index case_file_receiving_closed on case_file (receiving_office, closed_at);
create index case_file_office_closed on case_file (office, closed_at);
create index case_file_closed on case_file (closed_at);
create index hand_over_office on hand_over (from_office, handed_at);
create index hand_over_handed on hand_over (handed_at);
