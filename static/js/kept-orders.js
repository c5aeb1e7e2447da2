// The orders that were made in this browser or opened from a mail, each with the token that lets
// its customer book and cancel. A link to an order that is passed on doesn't carry it.

import { load, save } from "./storage.js";

const KEY = "acme.orders";
const MOST = 20;

/** `order`: {orderId, trackingUrl, manageToken, key}, of which the page may not know all. */
export function keepOrder({ orderId, trackingUrl, manageToken, key }) {
  const order = { orderId, trackingUrl, manageToken, key };
  return save(KEY, [order, ...others(orderId)].slice(0, MOST));
}

export const keptOrder = (orderId) => orders().find((order) => order.orderId === orderId);

/** The order that came of what was sent under an idempotency key. */
export const orderOfKey = (key) => orders().find((order) => order.key === key);

const orders = () => load(KEY) ?? [];
const others = (orderId) => orders().filter((order) => order.orderId !== orderId);
