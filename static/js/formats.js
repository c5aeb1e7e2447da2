// Times as the shopper reads them: in the zone of the order, or in the browser's where the
// server doesn't tell it. The server's are epoch milliseconds or ISO 8601. And money.

import { locale } from "./language.js";

export const DAY = { weekday: "long", month: "long", day: "numeric" };
export const HOUR = { hour: "numeric", minute: "2-digit" };
const SHORT = { month: "short", day: "numeric", ...HOUR };

export const fullTime = (time, zone) => format(time, { ...DAY, ...HOUR }, zone);
/** Of what has happened: a few words under a step. */
export const shortTime = (time, zone) => format(time, SHORT, zone);

export function format(time, options, timeZone) {
  return new Intl.DateTimeFormat(locale, { ...options, timeZone }).format(instant(time));
}

export function instant(time) {
  return new Date(/^\d+$/.test(time) ? Number(time) : time);
}

/** Minor units as "$150.00 USD": the code too, because pesos and dollars share a sign. */
export function money(amount, currency, where = locale) {
  const style = { style: "currency", currency, currencyDisplay: "narrowSymbol" };
  const numbers = new Intl.NumberFormat(where, style);
  const digits = numbers.resolvedOptions().maximumFractionDigits;
  return `${numbers.format(amount / 10 ** digits)}\u00a0${currency}`;
}
