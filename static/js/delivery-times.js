// The delivery times on offer: radio buttons, grouped by day in the zone of the order.

import { byId, make, setText } from "./dom.js";
import { locale, texts } from "./language.js";
import { DAY, format, HOUR, instant } from "./formats.js";

/** `times`: epoch milliseconds as strings. A choice that is still on offer is kept. */
export function showTimes(times, zone) {
  const chosen = chosenTime(byId("times"));
  const days = new Map();
  for (const time of [...times].sort((a, b) => a - b)) {
    const day = format(time, DAY, zone);
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
    format(time, HOUR, zone),
  );
}

/** "Eastern Time", which holds for all days on offer, in summer and winter. */
function zoneName(time, zone) {
  const parts = new Intl.DateTimeFormat(locale, { timeZone: zone, timeZoneName: "longGeneric" });
  return parts.formatToParts(instant(time)).find(({ type }) => type === "timeZoneName").value;
}
