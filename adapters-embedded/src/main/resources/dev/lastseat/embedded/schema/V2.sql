-- Bookings of one order share one key, so a key is unique for each event. A constraint of a table
-- cannot be changed, so the table is written anew; its triggers go with the old one. The claims in
-- place and allowance stay: each booking keeps its seq.
create table booking_of_version_2 (
  seq integer primary key,
  id text not null unique,
  event_id text not null,
  user_id text not null,
  ticket_number text not null,
  quantity integer not null,
  hold integer not null check (hold in (0, 1)),
  unit_price integer not null,
  currency text not null,
  idempotency_key text not null,
  booked_at integer not null,
  status text not null check (status in ('pending', 'confirmed', 'cancelled', 'expired')),
  places text,
  allowances text,
  expires_at integer,
  confirmed_at integer,
  cancelled_at integer,
  reason text,
  expired_at integer,
  order_id text,
  unique (user_id, idempotency_key, event_id),
  unique (event_id, ticket_number),
  check ((status in ('pending', 'confirmed')) = (places is not null and allowances is not null))
) strict;

insert into booking_of_version_2 select *, null from booking;
drop table booking;
alter table booking_of_version_2 rename to booking;

create index booking_of_user on booking (user_id, booked_at, id);
create index booking_by_time on booking (booked_at, id);
create index booking_live on booking (event_id, status, quantity)
  where status in ('pending', 'confirmed');
create index booking_pending on booking (expires_at) where status = 'pending';
create index booking_pending_of_event on booking (event_id, expires_at) where status = 'pending';
create index booking_of_order on booking (order_id) where order_id is not null;

-- Nothing but these triggers writes place and allowance, so they cannot drift from the bookings.
create trigger booking_claims after insert on booking when new.places is not null begin
  insert into place select new.event_id, value, new.seq from json_each(new.places);
  insert into allowance select new.event_id, new.user_id, value from json_each(new.allowances);
end;

create trigger booking_moves after update of places on booking
when old.places is not new.places begin
  delete from place where event_id = old.event_id
    and place in (select value from json_each(old.places));
  insert into place select new.event_id, value, new.seq from json_each(new.places);
end;

create trigger booking_trades after update of allowances on booking
when old.allowances is not new.allowances begin
  delete from allowance where event_id = old.event_id and user_id = old.user_id
    and allowance in (select value from json_each(old.allowances));
  insert into allowance select new.event_id, new.user_id, value from json_each(new.allowances);
end;

-- Its bookings name it; they were written in the order of its items, so their seq tells that too.
create table orders (
  seq integer primary key,
  id text not null unique,
  user_id text not null,
  idempotency_key text not null,
  created_at integer not null,
  unique (user_id, idempotency_key)
) strict;
