-- One person's or one code's entry is looked up while a round fills, often before any statistics were gathered. A planner
-- without them believes that contest and round alone find one row, and took an index that starts with these two: a walk
-- through the whole round, at every entry. So no index starts with them but the ledger's, which entries enter only when
-- they get their place; and an insert has two indexes to keep instead of four.
alter table entries drop constraint entries_pkey;
alter table entries add primary key (contest, person, round);
drop index entries_by_person;
drop index entries_by_code;
create index entries_by_code on entries (contest, code, round);
drop index entries_by_ledger;
create index entries_by_ledger on entries (contest, round, ledger_index) where ledger_index is not null;
