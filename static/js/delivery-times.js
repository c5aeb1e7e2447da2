// The delivery times on offer: radio buttons, grouped by day in the shopper's zone.

import { byId, make, setText } from "./dom.js";
import { texts } from "./texts.js";
import { dayOf, hourOf, zoneName } from "./times.js";

/** `times`: epoch milliseconds as strings. A choice that is still on offer is kept. */
export function showTimes(times) {
  const chosen = chosenTime(byId("times"));
  const days = new Map();
  for (const time of [...times].sort((a, b) => a - b)) {
    const day = dayOf(time);
    days.set(day, [...(days.get(day) ?? []), time]);
  }
  byId("days").replaceChildren(...[...days].map(([day, slots]) => dayGroup(day, slots, chosen)));
  setText(byId("zone"), texts.zone(zoneName()));
}

export function chosenTime(form) {
  return form.querySelector("[name=deliveryTime]:checked")?.value;
}

function dayGroup(day, slots, chosen) {
  return make(
    "fieldset",
    { class: "day" },
    make("legend", {}, day),
    make(
      "div",
      { class: "choices" },
      ...slots.map((time) =>
        make(
          "label",
          {},
          make("input", {
            type: "radio",
            name: "deliveryTime",
            value: time,
            id: `time-${time}`,
            checked: time === chosen,
          }),
          hourOf(time),
        ),
      ),
    ),
  );
}
