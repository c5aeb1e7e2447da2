// The five steps of an order, from received to delivery booked.

import { make } from "./dom.js";
import { texts } from "./texts.js";
import { fullTime } from "./times.js";

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

export function showSteps(list, { status, timeline = [] }) {
  // A changed delivery is in the timeline twice; the later one counts.
  const times = new Map(timeline.map(({ event, at }) => [event, at]));
  const reached = STATUSES.indexOf(status);
  const done = STEPS.map(([event, by]) => times.has(event) || reached >= STATUSES.indexOf(by));
  const current = done.lastIndexOf(true);
  list.replaceChildren(
    ...STEPS.map(([event], index) =>
      make(
        "li",
        {
          class: done[index] ? "done" : undefined,
          "aria-current": index === current ? "step" : undefined,
        },
        ...(done[index] ? [make("span", { class: "visually-hidden" }, texts.done)] : []),
        texts.steps[event],
        ...(times.has(event)
          ? [make("time", { datetime: times.get(event) }, fullTime(times.get(event)))]
          : []),
      ),
    ),
  );
}
