-- No central sequence, and person in every unique constraint of what grows with people, so that these tables can be
-- distributed by person.

create table contests (
  id text primary key,
  definition jsonb not null,
  units jsonb not null
);

create table papers (
  contest text not null,
  round integer not null,
  division text not null,
  bank jsonb not null,
  paper_hash text not null,
  nonce text not null,
  seed text not null,
  key_commitment text not null,
  seed_commitment text not null,
  primary key (contest, round, division)
);

-- Who asked for a ticket. Division and unit are frozen by the first entry.
create table participants (
  contest text not null,
  person text not null,
  account text not null,
  name text,
  division text not null,
  unit text,
  declared boolean not null,
  frozen_at timestamptz,
  primary key (contest, person)
);

create table exclusions (
  contest text not null,
  person text not null,
  reason text not null,
  excluded_at timestamptz not null,
  primary key (contest, person)
);

-- The primary key is what makes an entry count once. The receipt is stored as it was first sent, byte for byte.
create table entries (
  contest text not null,
  round integer not null,
  person text not null,
  division text not null,
  unit text,
  code text not null,
  answers jsonb not null,
  prediction integer not null,
  rules_version text not null,
  answered_at text not null,
  entry_hash text not null,
  received_at timestamptz not null,
  late boolean not null,
  receipt text not null,
  ledger_index integer,
  primary key (contest, round, person)
);
create index entries_by_code on entries (contest, round, code);
create index entries_by_person on entries (contest, person);

-- Entries that came too late: evidence, not judged.
create table refused_attempts (
  contest text not null,
  round integer not null,
  person text not null,
  entry_hash text not null,
  body text not null,
  received_at timestamptz not null,
  primary key (contest, round, person, entry_hash)
);

create table marks (
  contest text not null,
  round integer not null,
  person text not null,
  revision integer not null,
  division text not null,
  correct integer not null,
  counted boolean not null,
  rank_key text,
  rank integer,
  award text,
  primary key (contest, round, person, revision)
);
create index marks_by_rank on marks (contest, round, revision, division, rank);

create table publications (
  contest text not null,
  round integer not null,
  division text not null,
  revision integer not null,
  results jsonb not null,
  primary key (contest, round, division, revision)
);

-- Append-only: who changed what, when and why.
create table audit (
  id uuid primary key default gen_random_uuid(),
  at timestamptz not null,
  who text not null,
  what text not null,
  why text,
  detail jsonb not null
);

create table secrets (
  name text primary key,
  value jsonb not null
);
