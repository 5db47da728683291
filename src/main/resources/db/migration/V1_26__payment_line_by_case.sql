-- every page of a case asks what was paid for it
create index payment_line_case on payment_line (case_code);
