// Reading without a token. With -e ROUTE=event, list, search or availability one of them only.
import { closedLoop, eventOnSale, get } from './lastseat.js';

const ROUTES = {
  event: (event) => `/events/${event}`,
  list: () => '/events?limit=20',
  search: () => '/events?limit=20&search=night',
  availability: (event) => `/events/${event}/availability`,
};
const routes = __ENV.ROUTE ? [ROUTES[__ENV.ROUTE]] : Object.values(ROUTES);

export const options = closedLoop();

export const setup = () => eventOnSale(1000);

export default function (event) {
  get(routes[Math.floor(Math.random() * routes.length)](event));
}
