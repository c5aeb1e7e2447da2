// Times as the shopper reads them: in the browser's zone. The server's are epoch milliseconds or
// ISO 8601.

import { locale } from "./texts.js";

const FULL = { weekday: "long", month: "long", day: "numeric", hour: "numeric", minute: "2-digit" };

export const fullTime = (time) => format(time, FULL);
export const dayOf = (time) => format(time, { weekday: "long", month: "long", day: "numeric" });
export const hourOf = (time) => format(time, { hour: "numeric", minute: "2-digit" });

export function zoneName() {
  const zone = new Intl.DateTimeFormat(locale, { timeZoneName: "long" });
  return zone.formatToParts(new Date()).find(({ type }) => type === "timeZoneName").value;
}

function format(time, options) {
  return new Intl.DateTimeFormat(locale, options).format(instant(time));
}

function instant(time) {
  return new Date(/^\d+$/.test(time) ? Number(time) : time);
}
