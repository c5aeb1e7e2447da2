// The five steps of an order, from received to delivery booked.

import { make } from "./dom.js";
import { texts } from "./language.js";
import { shortTime } from "./times.js";

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

/** Where the order stands and what comes next, in one sentence. */
export function nextStep(order) {
  const bookings = (order.timeline ?? []).filter(({ event }) => event === "DeliveryBooked").length;
  if (bookings > 1) return texts.next.changed;
  const [event] = STEPS[doneSteps(order).lastIndexOf(true)] ?? STEPS[0];
  return texts.next[event];
}

export function showSteps(list, order, zone) {
  // A changed delivery is in the timeline twice; the later one counts.
  const times = new Map((order.timeline ?? []).map(({ event, at }) => [event, at]));
  const done = doneSteps(order);
  const current = done.lastIndexOf(true);
  list.replaceChildren(
    ...STEPS.map(([event], index) =>
      make(
        "li",
        {
          class: done[index] ? "done" : undefined,
          "aria-current": index === current ? "step" : undefined,
        },
        make("span", { class: "visually-hidden" }, done[index] ? texts.done : texts.toCome),
        make("span", { class: "step" }, texts.steps[event]),
        ...(times.has(event) ? [timeOf(times.get(event), zone)] : []),
      ),
    ),
  );
}

function timeOf(at, zone) {
  return make("time", { datetime: at }, shortTime(at, zone));
}

/** An order that is further has passed the earlier steps, too. */
function doneSteps({ status, timeline = [] }) {
  const happened = new Set(timeline.map(({ event }) => event));
  const reached = STATUSES.indexOf(status);
  const done = STEPS.map(
    ([event, by]) => happened.has(event) || reached >= STATUSES.indexOf(by),
  );
  return done.map((_, index) => done.lastIndexOf(true) >= index);
}
