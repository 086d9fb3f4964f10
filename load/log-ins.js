// A storm of log-ins of one account, -e EMAIL and -e PASSWORD. Whoever finds too many others waiting is
// told to come again (503 with Retry-After) and does so after a tenth of a second.
import http from 'k6/http';
import { sleep } from 'k6';
import { Counter } from 'k6/metrics';
import { closedLoop, post } from './lastseat.js';

const loggedIn = new Counter('logged_in');
const turnedAway = new Counter('turned_away');
const account = { email: __ENV.EMAIL || 'admin@lastseat.local', password: __ENV.PASSWORD };

export const options = closedLoop();

export default function () {
  const answer = post('/auth/login', account, {}, { responseCallback: http.expectedStatuses(200, 503) });
  if (answer.status === 200) {
    loggedIn.add(1);
  } else {
    turnedAway.add(1);
    sleep(0.1);
  }
}
