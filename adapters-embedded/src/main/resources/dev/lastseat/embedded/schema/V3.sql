-- Events are found by the words that the program makes of their names and venues, for unicode61
-- folds few scripts but Latin. The tokenizer that is left parts words at blanks, and leaves every
-- letter that is not of ASCII as it is.
alter table event add column words text not null default '';

drop trigger event_words_added;
drop trigger event_words_changed;
drop table event_words;

create virtual table event_words using fts5 (
  words, content = 'event', content_rowid = 'seq', tokenize = 'ascii'
);

update event set words = search_words(name, venue);
insert into event_words (event_words) values ('rebuild');

create trigger event_words_added after insert on event begin
  insert into event_words (rowid, words) values (new.seq, new.words);
end;

create trigger event_words_changed after update of words on event
when old.words <> new.words begin
  insert into event_words (event_words, rowid, words) values ('delete', old.seq, old.words);
  insert into event_words (rowid, words) values (new.seq, new.words);
end;
