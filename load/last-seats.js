// A crowd (-e CLIENTS=1000) for the last seats (-e PLACES, 500). Three in ten who get a ticket
// give it back once and try again; who is refused tries again until it was refused twenty times. So
// every place must be sold in the end. `sold` says when each was (ms since the beginning), `found_sold`
// when the availability said so.
import http from 'k6/http';
import { check, sleep } from 'k6';
import { Counter, Trend } from 'k6/metrics';
import { CLIENTS, book, elapsed, eventOnSale, figures, get, patch, uuid } from './lastseat.js';

const PLACES = Number(__ENV.PLACES || 500);
const LONGEST = '5m';
const kept = new Counter('kept');
const refused = new Counter('refused');
const sold = new Trend('sold', true);
const foundSold = new Trend('found_sold', true);

export const options = {
  ...figures({ checks: ['rate==1'], kept: [`count==${PLACES}`] }),
  discardResponseBodies: false,
  scenarios: {
    buyers: { executor: 'per-vu-iterations', vus: CLIENTS, maxDuration: LONGEST },
    watcher: { executor: 'per-vu-iterations', vus: 1, exec: 'watch', maxDuration: LONGEST },
  },
};

export const setup = () => eventOnSale(PLACES);

export default function (event) {
  const buyer = uuid();
  let hesitates = Math.random() < 0.3;
  for (let refusals = 0; refusals < 20; ) {
    const answer = book(event, buyer, { responseCallback: http.expectedStatuses(201, 409) });
    if (answer.status === 409) {
      check(answer, { 'refused as sold out': (it) => it.json('errors.0.code') === 'SOLD_OUT' });
      refused.add(1);
      refusals++;
      sleep(0.1);
    } else if (hesitates) {
      hesitates = false;
      patch(`/bookings/${answer.json('data.id')}/cancel`, {}, buyer);
    } else {
      sold.add(elapsed());
      kept.add(1);
      return;
    }
  }
}

// Until no ticket was left for two seconds.
export function watch(event) {
  let since = null;
  while (since === null || elapsed() - since < 2000) {
    const left = get(`/events/${event}/availability`).json('data.availableTickets');
    since = left > 0 ? null : since ?? elapsed();
    sleep(0.05);
  }
  foundSold.add(since);
}
