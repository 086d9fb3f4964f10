-- Instants are milliseconds since 1970-01-01T00:00:00Z.

create table event (
  seq integer primary key,
  id text not null unique,
  name text not null,
  name_key text not null,
  venue text not null,
  venue_key text not null,
  date integer not null,
  total_tickets integer not null,
  price_minor integer not null,
  currency text not null,
  price_rank integer not null,
  max_tickets_per_user integer not null,
  status text not null,
  version integer not null,
  created_at integer not null,
  updated_at integer not null,
  deleted integer not null default 0
) strict;

create index event_by_status on event (status, date, id);
create index event_by_date on event (date, id);

create virtual table event_text using fts5 (
  name, venue, content = 'event', content_rowid = 'seq', tokenize = 'unicode61 remove_diacritics 2'
);

create trigger event_text_insert after insert on event begin
  insert into event_text (rowid, name, venue) values (new.seq, new.name, new.venue);
end;

create trigger event_text_update after update of name, venue on event begin
  insert into event_text (event_text, rowid, name, venue)
  values ('delete', old.seq, old.name, old.venue);
  insert into event_text (rowid, name, venue) values (new.seq, new.name, new.venue);
end;

-- A row is a whole booking; places and allowances are null unless it is live. The tables place and allowance are its
-- unique indexes over them, written in the same transaction.
create table booking (
  seq integer primary key,
  id text not null unique,
  event integer not null references event (seq),
  user_id text not null,
  ticket_number text not null,
  quantity integer not null,
  hold integer not null,
  unit_price_minor integer not null,
  currency text not null,
  idempotency_key text not null,
  booked_at integer not null,
  status text not null,
  places text,
  allowances text,
  expires_at integer,
  confirmed_at integer,
  cancelled_at integer,
  cancellation_reason text,
  expired_at integer,
  unique (user_id, idempotency_key),
  unique (event, ticket_number)
) strict;

create index booking_of_user on booking (user_id, booked_at, id);
create index booking_by_time on booking (booked_at, id);
create index booking_live on booking (event, status, quantity) where status in ('pending', 'confirmed');
create index booking_overdue on booking (expires_at) where status = 'pending';
create index booking_overdue_of_event on booking (event, expires_at) where status = 'pending';

create table place (
  event integer not null,
  place integer not null,
  booking integer not null references booking (seq),
  primary key (event, place)
) strict, without rowid;

create table allowance (
  event integer not null,
  user_id text not null,
  allowance integer not null,
  booking integer not null references booking (seq),
  primary key (event, user_id, allowance)
) strict, without rowid;

create table user (
  id text primary key,
  email text not null unique,
  name text not null,
  role text not null,
  password_hash text not null,
  created_at integer not null
) strict, without rowid;

create index user_by_role on user (role);

create table session (
  token_hash text primary key,
  family text not null,
  user_id text not null,
  expires_at integer not null,
  used integer not null default 0
) strict, without rowid;

create index session_of_family on session (family);
create index session_by_end on session (expires_at);
