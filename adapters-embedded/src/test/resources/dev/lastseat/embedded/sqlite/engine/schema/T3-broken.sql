update pulse set note = 'three';
insert into nowhere values (1);
