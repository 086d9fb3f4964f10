// An event without a place, asked for again and again: each client waits for a tenth of a second after
// a refusal. Any other answer than SOLD_OUT makes k6 fail.
import http from 'k6/http';
import { check, sleep } from 'k6';
import { book, closedLoop, eventOnSale, uuid } from './lastseat.js';

export const options = closedLoop({ checks: ['rate==1'] });

export function setup() {
  const event = eventOnSale(1);
  book(event, uuid());
  return event;
}

export default function (event) {
  const answer = book(event, uuid(), { responseType: 'text', responseCallback: http.expectedStatuses(409) });
  check(answer, { 'is told that it is sold out': (it) => it.json('errors.0.code') === 'SOLD_OUT' });
  sleep(0.1);
}
