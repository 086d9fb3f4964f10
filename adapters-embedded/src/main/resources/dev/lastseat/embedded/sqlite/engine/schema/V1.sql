-- Times are milliseconds since 1970-01-01T00:00:00Z, prices minor units of their currency.

create table event (
  seq integer primary key,
  id text not null unique,
  organiser text not null,
  name text not null,
  name_sorted text not null,
  date integer not null,
  day integer not null,
  time_zone text not null,
  doors_at integer,
  ends_at integer,
  sales_from integer,
  sales_until integer,
  publish_at integer,
  venue text not null,
  venue_key text not null,
  words text not null,
  total_tickets integer not null,
  price integer not null,
  currency text not null,
  price_rank integer not null,
  max_tickets_per_user integer not null,
  confirmed_by text check (confirmed_by in ('buyer', 'server')),
  hold_ttl integer,
  refundable_until integer,
  return_fee text,
  visitors_until integer,
  questions text not null, -- a line each
  contingents text not null, -- a line each
  status text not null check (status in ('draft', 'published', 'cancelled', 'completed')),
  version integer not null,
  created_at integer not null,
  updated_at integer not null,
  deleted_at integer
) strict;

create index event_by_date on event (date, id) where deleted_at is null;
create index event_to_publish on event (publish_at) where status = 'draft' and deleted_at is null;
create index event_by_name on event (name_sorted, id) where deleted_at is null;
create index event_by_price on event (price_rank, id) where deleted_at is null;
create index event_by_creation on event (created_at, id) where deleted_at is null;
create index event_of_organiser on event (organiser, date) where deleted_at is null;
create index event_by_venue on event (venue_key, date) where deleted_at is null;

-- Words are what the program makes of names and venues, for FTS5's own tokenizers fold few scripts but
-- Latin. This one parts them at blanks, and leaves every letter that is not of ASCII as it is.
create virtual table event_words using fts5 (
  words, content = 'event', content_rowid = 'seq', tokenize = 'ascii'
);

create trigger event_words_added after insert on event begin
  insert into event_words (rowid, words) values (new.seq, new.words);
end;

create trigger event_words_changed after update of words on event
when old.words <> new.words begin
  insert into event_words (event_words, rowid, words) values ('delete', old.seq, old.words);
  insert into event_words (rowid, words) values (new.seq, new.words);
end;

-- Cancelled events that may have live bookings yet.
create table cancelling (
  event integer primary key
) strict;

create trigger event_added_cancelled after insert on event when new.status = 'cancelled' begin
  insert into cancelling values (new.seq);
end;

create trigger event_cancelled after update of status on event
when new.status = 'cancelled' and old.status <> 'cancelled' begin
  insert or ignore into cancelling values (new.seq);
end;

-- Whoever has booked. Ids of users are random, and would touch a page of their own in each index that
-- has them; what is known by its seq, which grows, comes last in all of them.
create table buyer (
  seq integer primary key,
  user_id text not null unique
) strict;

-- The row is the whole booking; places and allowances are JSON arrays, null unless it is live, of the
-- tickets that stand; quantity is what was booked, and returns what was given back of that. The
-- bookings of one order share its key, so a key is unique for each event. The seqs of event and buyer
-- keep indexes short, and nearly all that a booking writes is indexes; their ids save those who read a
-- look.
create table booking (
  seq integer primary key,
  id text not null unique,
  event_id text not null,
  event integer not null,
  user_id text not null,
  buyer integer not null,
  ticket_number text not null,
  quantity integer not null,
  hold integer not null check (hold in (0, 1)),
  unit_price integer not null,
  currency text not null,
  idempotency_key text not null,
  booked_at integer not null,
  status text not null check (status in ('pending', 'confirmed', 'cancelled', 'expired')),
  places text,
  -- How many places those are: no index answers alone for a generated column.
  standing integer,
  allowances text,
  expires_at integer,
  confirmed_at integer,
  cancelled_at integer,
  reason text,
  expired_at integer,
  order_id text,
  returns text,
  -- Of what the box office sold; the guest is no part of any fact.
  seller text,
  contingent text,
  guest_name text,
  guest_email text,
  guest_words text,
  unique (buyer, idempotency_key, event),
  check ((status in ('pending', 'confirmed')) = (places is not null and allowances is not null))
) strict;

-- Unique for each event; whoever looks a ticket up may not know the event.
create unique index booking_of_ticket on booking (ticket_number, event);
create index booking_of_user on booking (buyer, booked_at, id);
-- Lists without a status are the lists of every status, merged; so one index serves both, and
-- tickets are counted out of the second one alone.
create index booking_by_status on booking (status, booked_at, id, expires_at);
create index booking_of_event on booking (
  event, status, booked_at, id, standing, expires_at
);
create index booking_of_contingent on booking (event, contingent, status, standing, expires_at)
  where contingent is not null;
create index booking_pending on booking (expires_at) where status = 'pending';
create index booking_pending_of_event on booking (event, expires_at) where status = 'pending';
create index booking_expired on booking (expired_at) where status = 'expired' and order_id is null;
create index booking_of_order on booking (order_id) where order_id is not null;

create virtual table guest_index using fts5 (
  guest_words, content = 'booking', content_rowid = 'seq', tokenize = 'ascii'
);

-- Words of who was forgotten would be in the index until it is merged.
insert into guest_index (guest_index, rank) values ('secure-delete', 1);

create trigger guest_added after insert on booking when new.guest_words is not null begin
  insert into guest_index (rowid, guest_words) values (new.seq, new.guest_words);
end;

create trigger guest_forgotten after update of guest_words on booking
when old.guest_words is not null and new.guest_words is null begin
  insert into guest_index (guest_index, rowid, guest_words)
    values ('delete', old.seq, old.guest_words);
end;

-- What makes overlapping bookings impossible: unique indexes over the elements of two arrays.
create table place (
  event integer not null,
  place integer not null,
  booking integer not null,
  primary key (event, place)
) strict, without rowid;

create table allowance (
  event integer not null,
  buyer integer not null,
  allowance integer not null,
  primary key (event, buyer, allowance)
) strict, without rowid;

-- Whose last booking is forgotten is no buyer any more.
create trigger booking_forgotten after delete on booking begin
  delete from buyer
  where seq = old.buyer and not exists (select 1 from booking where buyer = old.buyer);
end;

-- Nothing but these triggers writes the two tables, so they cannot drift from the bookings.
create trigger booking_claims after insert on booking when new.places is not null begin
  insert into place select new.event, value, new.seq from json_each(new.places);
  insert into allowance select new.event, new.buyer, value from json_each(new.allowances);
end;

create trigger booking_moves after update of places on booking
when old.places is not new.places begin
  delete from place where event = old.event
    and place in (select value from json_each(old.places));
  insert into place select new.event, value, new.seq from json_each(new.places);
end;

create trigger booking_trades after update of allowances on booking
when old.allowances is not new.allowances begin
  delete from allowance where event = old.event and buyer = old.buyer
    and allowance in (select value from json_each(old.allowances));
  insert into allowance select new.event, new.buyer, value from json_each(new.allowances);
end;

-- Its bookings name it; they were written in the order of its items, so their seq tells that too.
create table orders (
  seq integer primary key,
  id text not null unique,
  user_id text not null,
  idempotency_key text not null,
  created_at integer not null,
  cancelled_at integer,
  unique (user_id, idempotency_key)
) strict;

create index order_of_user on orders (user_id, created_at, id);
create index order_by_time on orders (created_at, id);

create view order_with_bookings as
  select *, (select json_group_array(id order by seq) from booking
    where order_id = orders.id) as bookings
  from orders;

-- Tickets that something was done to: they got another code than they were sold with
-- (docs/adr/0034), or a visitor, whose answers are a line each.
create table ticket (
  booking text not null,
  number integer not null,
  event_id text not null,
  revision integer not null,
  visitor_name text,
  visitor_email text,
  visitor_answers text,
  primary key (booking, number)
) strict, without rowid;

create index ticket_of_visitor on ticket (visitor_email) where visitor_email is not null;

create table checkin_list (
  id text primary key,
  event_id text not null,
  name text not null,
  valid_from integer,
  valid_until integer,
  reentry integer not null,
  created_at integer not null
) strict, without rowid;

create index checkin_list_of_event on checkin_list (event_id, created_at, id);

-- Who was let in: a ticket is there once for each list, which decides between scanners, with the
-- scans that made it so, a line each, in the order in which they came.
create table checkin (
  list text not null,
  booking text not null,
  number integer not null,
  inside integer not null,
  scans text not null,
  primary key (booking, number, list)
) strict, without rowid;

create index checkin_inside on checkin (list) where inside;

-- Who was not let pass, the latest of each list.
create table checkin_refusal (
  list text not null,
  position integer not null,
  at integer not null,
  actor text not null,
  device text,
  reason text not null,
  ticket text,
  primary key (list, position)
) strict, without rowid;

-- Of all payments for one booking or order one pays it.
create table payment (
  id text primary key,
  purchase text,
  events text not null,
  state text not null check (
    state in ('announced', 'authorised', 'failed', 'cancelled', 'captured')),
  amount integer not null,
  currency text not null,
  refunds text not null,
  pays text,
  refund_due text,
  status text not null,
  version integer not null,
  noted_at integer not null,
  updated_at integer not null
) strict, without rowid;

create unique index payment_of_purchase on payment (pays) where pays is not null;
create index payment_by_time on payment (noted_at, id);
create index payment_by_status on payment (status, noted_at, id);

-- The payments by which an event is sold, with what they are listed by.
create table payment_of_event (
  event text not null,
  id text not null,
  status text not null,
  noted_at integer not null,
  primary key (event, id)
) strict, without rowid;

create index payment_of_event_by_time on payment_of_event (event, noted_at, id);
create index payment_of_event_by_status on payment_of_event (event, status, noted_at, id);

-- Nothing but these triggers writes the table, so it cannot drift from the payments.
create trigger payment_added after insert on payment begin
  insert into payment_of_event select value, new.id, new.status, new.noted_at
    from json_each(new.events);
end;

create trigger payment_changed after update on payment begin
  insert or replace into payment_of_event select value, new.id, new.status, new.noted_at
    from json_each(new.events);
end;

create view event_payment as
  select listed.event, listed.id, listed.status, listed.noted_at, payment.purchase, payment.events,
    payment.state, payment.amount, payment.currency, payment.refunds, payment.pays,
    payment.refund_due, payment.version, payment.updated_at
  from payment_of_event as listed cross join payment on payment.id = listed.id;

create table user (
  seq integer primary key,
  id text not null unique,
  email text not null unique,
  email_verified_at integer,
  name text not null,
  words text not null,
  locale text not null,
  reminders integer not null check (reminders in (0, 1)),
  role text not null check (role in ('user', 'staff', 'organiser', 'admin')),
  password_hash text not null,
  created_at integer not null
) strict;

create index user_by_creation on user (created_at, id);
create index user_by_role on user (role, created_at, id);

create virtual table user_words using fts5 (
  words, content = 'user', content_rowid = 'seq', tokenize = 'ascii'
);

-- Words of who was erased would be in the index until it is merged.
insert into user_words (user_words, rank) values ('secure-delete', 1);

create trigger user_words_added after insert on user begin
  insert into user_words (rowid, words) values (new.seq, new.words);
end;

create trigger user_words_changed after update of words on user
when old.words <> new.words begin
  insert into user_words (user_words, rowid, words) values ('delete', old.seq, old.words);
  insert into user_words (rowid, words) values (new.seq, new.words);
end;

create trigger user_words_removed after delete on user begin
  insert into user_words (user_words, rowid, words) values ('delete', old.seq, old.words);
end;

-- A session that was ended stays until it would have expired, for other instances to learn of it.
create table session (
  id text primary key,
  user_id text not null,
  device text not null,
  address text not null,
  created_at integer not null,
  last_used_at integer not null,
  expires_at integer not null,
  ends_at integer not null,
  ended_at integer
) strict, without rowid;

create index session_of_user on session (user_id);
create index session_by_end on session (expires_at);
create index session_ended on session (ended_at) where ended_at is not null;

-- A token may come again until the end of its overlap, which is null until the token is used, and
-- long ago once one that it was exchanged for is used.
create table refresh_token (
  hash text primary key,
  session text not null,
  parent text,
  expires_at integer not null,
  overlap_end integer
) strict, without rowid;

create index refresh_token_of_session on refresh_token (session);
create index refresh_token_by_end on refresh_token (expires_at);

create table one_time_token (
  hash text primary key,
  purpose text not null,
  user_id text not null,
  email text not null,
  expires_at integer not null
) strict, without rowid;

create index one_time_token_of_user on one_time_token (user_id, purpose);
create index one_time_token_by_end on one_time_token (expires_at);

create table passkey (
  id text primary key,
  user_id text not null,
  public_key text not null,
  sign_count integer not null,
  name text not null,
  created_at integer not null,
  last_used_at integer
) strict, without rowid;

create index passkey_of_user on passkey (user_id, created_at, id);

-- Of nobody in particular where it is for a log-in.
create table passkey_challenge (
  value text primary key,
  user_id text,
  expires_at integer not null
) strict, without rowid;

create index passkey_challenge_by_end on passkey_challenge (expires_at);

-- The scopes are a JSON array of words.
create table api_key (
  id text primary key,
  user_id text not null,
  name text not null,
  scopes text not null,
  event_id text,
  hash text not null,
  created_at integer not null,
  expires_at integer,
  last_used_at integer
) strict, without rowid;

create index api_key_of_user on api_key (user_id, created_at, id);
create index api_key_by_time on api_key (created_at, id);

-- The kinds are a JSON array of words. Of why it is disabled the word is null while it is not.
create table webhook (
  id text primary key,
  user_id text not null,
  url text not null,
  kinds text not null,
  secret text not null,
  replaced_secret text,
  replaced_until integer,
  failing_since integer,
  disabled text,
  disabled_at integer,
  created_at integer not null
) strict, without rowid;

create index webhook_of_user on webhook (user_id, created_at, id);
create index webhook_by_time on webhook (created_at, id);
create index webhook_listening on webhook (id) where disabled is null or disabled <> 'owner';

-- Attempts are a line each.
create table delivery (
  id text primary key,
  webhook text not null,
  kind text not null,
  body text not null,
  created_at integer not null,
  state text not null check (state in ('pending', 'delivered', 'failed')),
  attempts text not null
) strict, without rowid;

create index delivery_of_webhook on delivery (webhook, created_at, id);
create index delivery_by_state on delivery (webhook, state, created_at, id);
create index delivery_by_time on delivery (created_at);

-- One row that the health check writes.
create table pulse (
  id integer primary key check (id = 1),
  beat integer not null
) strict;

-- One that is claimed is due again when its lease ends.
create table job (
  id text primary key,
  kind text not null,
  payload text not null,
  since integer not null,
  state text not null check (state in ('open', 'done', 'dead')),
  state_since integer not null,
  due_at integer not null,
  attempts integer not null,
  lease text,
  reason text
) strict, without rowid;

create index job_due on job (kind, due_at) where state = 'open';
create index job_by_state on job (state, state_since, id, kind);

-- What happened, written with what it tells of and never changed. The data are JSON (RFC 8785).
create table fact (
  sequence integer primary key,
  stream text not null,
  version integer not null,
  kind text not null,
  at integer not null,
  actor text not null,
  request_id text not null,
  data text not null,
  unique (stream, version)
) strict;

-- The bookings of an event: their first facts name it.
create index fact_first_of_event on fact (data ->> 'event', sequence)
  where version = 1 and data ->> 'event' is not null;

create trigger fact_is_not_changed before update on fact begin
  select raise(abort, 'facts are never changed');
end;

create trigger fact_is_not_removed before delete on fact begin
  select raise(abort, 'facts are never removed');
end;

-- How far those have come who follow the facts.
create table fact_position (
  follower text primary key,
  sequence integer not null
) strict, without rowid;

-- What was counted of the facts, by quarters of an hour: up to which fact, and the figures.
create table sales (
  event_id text not null,
  start integer not null,
  currency text not null,
  up_to integer not null,
  holds integer not null,
  holds_confirmed integer not null,
  holds_expired integer not null,
  holds_cancelled integer not null,
  bookings integer not null,
  tickets integer not null,
  revenue integer not null,
  cancelled_bookings integer not null,
  cancelled_tickets integer not null,
  cancelled_revenue integer not null,
  return_fees integer not null,
  primary key (event_id, start, currency)
) strict, without rowid;

create index sales_by_start on sales (start);

-- The Merkle tree over the facts and what was signed of it (docs/adr/0031). Hashes are in Base64.
create table tile (
  level integer not null,
  position integer not null,
  hashes text not null,
  primary key (level, position)
) strict;

create table checkpoint (
  size integer primary key,
  at integer not null,
  note text not null
) strict;

create trigger checkpoint_is_not_changed before update on checkpoint begin
  select raise(abort, 'checkpoints are never changed');
end;

create trigger checkpoint_is_not_removed before delete on checkpoint begin
  select raise(abort, 'checkpoints are never removed');
end;
