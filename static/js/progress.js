// How far an order is, and what comes next.

import { texts } from "./language.js";
import { recorded } from "./order-summary.js";

const STATUSES = ["RECEIVED", "PLACED", "STOCKED", "DELIVERY_BOOKED"];

/**
 * Each step's event, and the status by which it has happened even if the timeline doesn't list it
 * (yet).
 */
const STEPS = [
  ["OrderCreated", "RECEIVED"],
  ["OrderPlaced", "PLACED"],
  ["StockCreated", "STOCKED"],
  ["OrderDeliverable", "STOCKED"],
  ["DeliveryBooked", "DELIVERY_BOOKED"],
];

export const isCancelled = ({ status }) => status === "CANCELLED";

/** Where the order stands and what comes next, in one sentence. */
export function nextStep(order) {
  if (isCancelled(order)) return moneyBack(order);
  const bookings = (order.timeline ?? []).filter(({ event }) => event === "DeliveryBooked").length;
  if (bookings > 1) return texts.next.changed;
  const steps = stepsOf(order);
  return texts.next[(steps.findLast(({ done }) => done) ?? steps[0]).event];
}

/** What comes of the money of a cancelled order, as far as the server tells. */
function moneyBack({ refund, settlement = "" }) {
  const words = texts.cancelled[refund?.state ?? settlement] ?? texts.cancelled.other;
  return words(refund && recorded(refund));
}

/** Each step's event, and whether it is done. A cancelled order goes no further than it came. */
export function stepsOf(order) {
  const steps = journeyOf(order);
  return isCancelled(order)
    ? [...steps.filter(({ done }) => done), { event: "OrderCancelled", done: true }]
    : steps;
}

/** An order that is further has passed the earlier steps, too. */
function journeyOf({ status, timeline = [] }) {
  const happened = new Set(timeline.map(({ event }) => event));
  const reached = STATUSES.indexOf(status);
  const furthest = STEPS.findLastIndex(
    ([event, by]) => happened.has(event) || reached >= STATUSES.indexOf(by),
  );
  return STEPS.map(([event], index) => ({ event, done: index <= furthest }));
}
