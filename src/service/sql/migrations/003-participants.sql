-- What the help screen shows its owner, so that an organiser can find a person without a name.
alter table participants add column reference text not null default '';
create index participants_by_reference on participants (contest, reference);

-- Personal-data requests: when the complaint window has passed, the pseudonym becomes random too.
create table erasures (
  contest text not null,
  person text not null,
  due_at timestamptz not null,
  done_at timestamptz,
  primary key (contest, person)
);
