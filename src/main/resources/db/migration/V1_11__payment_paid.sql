-- Day on which a payment line was paid; null while it is due.
alter table payment_line add column paid_on date;
