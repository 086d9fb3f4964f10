alter table pulse add column note text;
insert into pulse (id, beat, note) values (1, 2, 'two');
