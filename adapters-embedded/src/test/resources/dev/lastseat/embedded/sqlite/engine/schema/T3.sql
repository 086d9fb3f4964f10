update pulse set beat = beat + 1, note = note || ', three';
