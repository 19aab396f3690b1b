-- Once a round is frozen no entry gets in. Freezing locks out writers for a moment (organiser/freeze.ts), so that an
-- insert under way either is in the final root or is refused.
create table frozen_rounds (
  contest text not null,
  round integer not null,
  frozen_at timestamptz not null,
  primary key (contest, round)
);

create table checkpoints (
  contest text not null,
  round integer not null,
  count integer not null,
  root text not null,
  at timestamptz not null,
  final boolean not null,
  signature text not null,
  primary key (contest, round, at)
);

create index entries_by_ledger on entries (contest, round, ledger_index);

create table practice (
  contest text primary key,
  bank jsonb not null
);

create table complaints (
  contest text not null,
  person text not null,
  number text not null,
  kind text not null,
  round integer,
  text text not null,
  received_at timestamptz not null,
  due_at timestamptz not null,
  answer text,
  answered_at timestamptz,
  primary key (contest, person, number)
);

-- What changed after publication, as it is shown to everyone. Marks are made by the key as amended; the key that was
-- committed to stays in papers.
create table revisions (
  contest text not null,
  round integer not null,
  division text not null,
  revision integer not null,
  entry jsonb not null,
  primary key (contest, round, division, revision)
);
