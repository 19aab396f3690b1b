-- Sorting is done before a mark is written: its key is of no more use.
alter table marks drop column rank_key;
