// Visitors before the doors: -e SCANS (100) tickets a second are scanned, each once, whatever the answers
// take. The tickets are bought before. Whoever is not let in makes k6 fail.
import exec from 'k6/execution';
import { check } from 'k6';
import { Trend } from 'k6/metrics';
import { SECONDS, bearer, eventOnSale, figures, get, post, token, uuid } from './lastseat.js';

const SCANS = Number(__ENV.SCANS || 100);
const PER_BUYER = 10;
const scan = new Trend('scan', true);
const staff = bearer(token(uuid(), 'admin'));
const read = { responseType: 'text' };

export const options = {
  scenarios: {
    door: {
      executor: 'constant-arrival-rate',
      rate: SCANS, timeUnit: '1s', duration: `${SECONDS}s`, preAllocatedVUs: SCANS,
    },
  },
  ...figures({ checks: ['rate==1'], dropped_iterations: ['count==0'] }),
};

export function setup() {
  const tickets = SCANS * SECONDS + PER_BUYER;
  const event = eventOnSale(tickets, PER_BUYER);
  const list = post(`/events/${event}/checkin-lists`, { name: 'Door' }, staff, read).json('data.id');
  const codes = [];
  while (codes.length < SCANS * SECONDS) codes.push(...bought(event));
  return { list, codes };
}

function bought(event) {
  const buyer = { ...bearer(token(uuid())), 'Idempotency-Key': uuid() };
  const booking = post('/bookings', { eventId: event, quantity: PER_BUYER }, buyer, read).json('data.id');
  return get(`/bookings/${booking}/tickets`, { headers: buyer, ...read }).json('data.#.code');
}

export default function ({ list, codes }) {
  const code = codes[exec.scenario.iterationInTest];
  if (!code) return; // One more than were asked for may begin in the last moment.
  const answer = post('/checkins', { list, code, nonce: uuid() }, staff, read);
  scan.add(answer.timings.duration);
  check(answer, { 'is let in': (it) => it.json('data.result') === 'ok' });
}
