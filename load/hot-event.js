// One event, one ticket a request, every booking another user's. With -e BUYERS=1000 so many users
// come again and again (up to a thousand tickets each).
import { book, closedLoop, eventOnSale, uuid } from './lastseat.js';

const BUYERS = Number(__ENV.BUYERS || 0);

export const options = closedLoop();

export const setup = () => eventOnSale(1000000, 1000);

export default function (event) {
  book(event, BUYERS ? buyer(Math.floor(Math.random() * BUYERS)) : uuid());
}

const buyer = (number) => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
