// How far an order is, and what comes next.

import { texts } from "./language.js";

const STATUSES = ["RECEIVED", "PLACED", "STOCKED", "DELIVERY_BOOKED"];

/**
 * Each step's event, and the status by which it has happened even if the timeline doesn't list it
 * (yet).
 */
export const STEPS = [
  ["OrderCreated", "RECEIVED"],
  ["OrderPlaced", "PLACED"],
  ["StockCreated", "STOCKED"],
  ["OrderDeliverable", "STOCKED"],
  ["DeliveryBooked", "DELIVERY_BOOKED"],
];

/** Where the order stands and what comes next, in one sentence. */
export function nextStep(order) {
  const bookings = (order.timeline ?? []).filter(({ event }) => event === "DeliveryBooked").length;
  if (bookings > 1) return texts.next.changed;
  const [event] = STEPS[doneSteps(order).lastIndexOf(true)] ?? STEPS[0];
  return texts.next[event];
}

/** An order that is further has passed the earlier steps, too. */
export function doneSteps({ status, timeline = [] }) {
  const happened = new Set(timeline.map(({ event }) => event));
  const reached = STATUSES.indexOf(status);
  const done = STEPS.map(
    ([event, by]) => happened.has(event) || reached >= STATUSES.indexOf(by),
  );
  return done.map((_, index) => done.lastIndexOf(true) >= index);
}
