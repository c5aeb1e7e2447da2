// The delivery times on offer: radio buttons, grouped by day in the zone of the order's market.

import { byId, make, setText } from "./dom.js";
import { texts } from "./language.js";
import { dayOf, hourOf, zoneName } from "./times.js";

/** `times`: epoch milliseconds as strings. A choice that is still on offer is kept. */
export function showTimes(times, zone) {
  const chosen = chosenTime(byId("times"));
  const days = new Map();
  for (const time of [...times].sort((a, b) => a - b)) {
    const day = dayOf(time, zone);
    days.set(day, [...(days.get(day) ?? []), time]);
  }
  byId("days").replaceChildren(
    ...[...days].map(([day, slots]) => dayGroup(day, slots, chosen, zone)),
  );
  setText(byId("zone"), texts.zone(zoneName(times[0], zone)));
}

export function chosenTime(form) {
  return form.querySelector("[name=deliveryTime]:checked")?.value;
}

function dayGroup(day, slots, chosen, zone) {
  return make(
    "fieldset",
    { class: "day" },
    make("legend", {}, day),
    make("div", { class: "choices" }, ...slots.map((time) => slot(time, chosen, zone))),
  );
}

function slot(time, chosen, zone) {
  return make(
    "label",
    {},
    make("input", {
      type: "radio",
      name: "deliveryTime",
      value: time,
      id: `time-${time}`,
      checked: time === chosen,
    }),
    hourOf(time, zone),
  );
}
