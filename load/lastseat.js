// What the scripts share: where Lastseat answers, who asks, how a run is cut into seconds, and how an
// event is put on sale. Settings of a run are given with -e: BASE, CLIENTS, SECONDS, EVENT, JWT_SECRET.
import http from 'k6/http';
import exec from 'k6/execution';
import { hmac } from 'k6/crypto';
import { b64encode } from 'k6/encoding';

export const API = `${__ENV.BASE || 'http://127.0.0.1:8080'}/api/v1`;
export const CLIENTS = Number(__ENV.CLIENTS || 64);
export const SECONDS = Number(__ENV.SECONDS || 10);

// Without it the one that ./lastseat serve made up is read. Tokens are signed here, as the program
// would after a log-in: to log thousands of users in would measure bcrypt.
const SECRET = __ENV.JWT_SECRET || open('../data/jwt.secret').trim();
const HEADER = b64encode('{"alg":"HS256","typ":"JWT"}', 'rawurl');

export const uuid = () => crypto.randomUUID();

export function token(user, role = 'user') {
  const now = Math.floor(Date.now() / 1000);
  const claims = {
    iss: 'lastseat', aud: 'lastseat-api', typ: 'access', sub: user, sid: user, role, jti: uuid(), iat: now, exp: now + 3600,
  };
  const signed = `${HEADER}.${b64encode(JSON.stringify(claims), 'rawurl')}`;
  return `${signed}.${hmac('sha256', SECRET, signed, 'base64rawurl')}`;
}

// Each client asks again as soon as it has its answer.
export const closedLoop = (thresholds) => ({ vus: CLIENTS, duration: `${SECONDS}s`, ...figures(thresholds) });

// Every second of the run has figures of its own. A status that a script does not expect makes k6 fail,
// and so do its thresholds; a slow answer never does.
export function figures(thresholds) {
  const all = { http_req_failed: ['rate==0'], ...thresholds };
  for (let second = 0; second < SECONDS; second++) {
    all[`http_req_duration{second:${second}}`] = [];
    all[`http_req_failed{second:${second}}`] = [];
  }
  return {
    discardResponseBodies: true,
    summaryTrendStats: ['count', 'med', 'p(95)', 'p(99)', 'max'],
    thresholds: all,
  };
}

// The time since the beginning, in ms.
export const elapsed = () => Date.now() - exec.scenario.startTime;

// The second of the run, as a tag; what is set up before is in none.
const now = () => (__VU ? { second: String(Math.floor(elapsed() / 1000)) } : {});

const JSON_BODY = { 'Content-Type': 'application/json' };
export const bearer = (signed) => ({ Authorization: `Bearer ${signed}` });

export const get = (path, more = {}) => http.get(`${API}${path}`, { tags: now(), ...more });

export const post = (path, body, headers, more = {}) =>
  http.post(`${API}${path}`, JSON.stringify(body), { headers: { ...JSON_BODY, ...headers }, tags: now(), ...more });

export const patch = (path, body, user) =>
  http.patch(`${API}${path}`, JSON.stringify(body), { headers: { ...JSON_BODY, ...bearer(token(user)) }, tags: now() });

export const book = (event, user, more) =>
  post('/bookings', { eventId: event, quantity: 1 }, { ...bearer(token(user)), 'Idempotency-Key': uuid() }, more);

// The event that -e EVENT names, else a new one.
export function eventOnSale(places, perUser = 10) {
  if (__ENV.EVENT) return __ENV.EVENT;
  const event = {
    name: 'Last Night', date: '2099-12-31T20:00:00Z', venue: 'Old Hall', totalTickets: places,
    price: 25, confirmedBy: 'buyer', maxTicketsPerUser: perUser, status: 'published',
  };
  const created = post('/events', event, bearer(token(uuid(), 'admin')));
  if (created.status !== 201) exec.test.abort(`no event was made: ${created.status} ${created.error}`);
  return created.headers.Location.split('/').pop();
}
