// Times as the shopper reads them: in the zone of the order's market, or in the browser's where the
// server doesn't tell it. The server's are epoch milliseconds or ISO 8601.

import { locale } from "./language.js";

const DAY = { weekday: "long", month: "long", day: "numeric" };
const HOUR = { hour: "numeric", minute: "2-digit" };
const SHORT = { month: "short", day: "numeric", ...HOUR };

export const fullTime = (time, zone) => format(time, { ...DAY, ...HOUR }, zone);
/** Of what has happened: a few words under a step. */
export const shortTime = (time, zone) => format(time, SHORT, zone);
export const dayOf = (time, zone) => format(time, DAY, zone);
export const hourOf = (time, zone) => format(time, HOUR, zone);

/** "Eastern Standard Time", as it is at that time of the year. */
export function zoneName(time, zone) {
  const parts = new Intl.DateTimeFormat(locale, { timeZone: zone, timeZoneName: "long" });
  return parts.formatToParts(instant(time)).find(({ type }) => type === "timeZoneName").value;
}

function format(time, options, timeZone) {
  return new Intl.DateTimeFormat(locale, { ...options, timeZone }).format(instant(time));
}

function instant(time) {
  return new Date(/^\d+$/.test(time) ? Number(time) : time);
}
