-- What a list shows first is found by an index in its order, and a search within one office by an index that has the
-- names: without reading the cases themselves.
create index case_file_open_moved on case_file ((coalesce(moved_at, received_at)), code)
  include (receiving_office, office, procedure_key) where closed_at is null;
create index work_item_waiting on work_item (created_at) where waiting;
create index work_item_waiting_case on work_item (case_code) where waiting;
create index apology_waiting on apology (promised_on, case_code) where state = 'WAITING';
create index case_file_search on case_file (receiving_office)
  include (office, owner_folded, subject_folded, code, owner_id_number, received_at);
create index case_file_search_held on case_file (office)
  include (receiving_office, owner_folded, subject_folded, code, owner_id_number, received_at);
