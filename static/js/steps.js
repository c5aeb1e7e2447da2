// The five steps of an order, from received to delivery booked.

import { make } from "./dom.js";
import { texts } from "./language.js";
import { doneSteps, STEPS } from "./progress.js";
import { shortTime } from "./times.js";

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
