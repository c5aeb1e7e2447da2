// The steps of an order, from received to delivery booked, or to where it was cancelled.

import { make } from "./dom.js";
import { texts } from "./language.js";
import { stepsOf } from "./progress.js";
import { shortTime } from "./formats.js";

export function showSteps(list, order, zone) {
  // A changed delivery is in the timeline twice; the later one counts.
  const times = new Map((order.timeline ?? []).map(({ event, at }) => [event, at]));
  const steps = stepsOf(order);
  const current = steps.findLast(({ done }) => done);
  list.replaceChildren(
    ...steps.map((step) =>
      make(
        "li",
        {
          class: step.done ? `done ${step.event}` : undefined,
          "aria-current": step === current ? "step" : undefined,
        },
        make("span", { class: "visually-hidden" }, step.done ? texts.done : texts.toCome),
        make("span", { class: "step" }, texts.steps[step.event]),
        ...(times.has(step.event) ? [timeOf(times.get(step.event), zone)] : []),
      ),
    ),
  );
}

function timeOf(at, zone) {
  return make("time", { datetime: at }, shortTime(at, zone));
}
