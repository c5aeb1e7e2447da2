// The basket as this browser keeps it, for all of its tabs: {lines: quantity by SKU, names: name by
// SKU, idempotencyKey, sent}. Without storage it lives as long as the page.

import { load, save } from "./storage.js";

export const KEY = "acme.basket";
/** What was typed beside it, which ends with the tab. */
export const DRAFT = "acme.draft";
const fresh = () => ({ lines: {}, names: {} });

let state = { ...fresh(), ...load(KEY) };

export const keptBasket = () => state;

export const countPlants = () =>
  Object.values(state.lines).reduce((sum, quantity) => sum + quantity, 0);

/** Changes what is kept now, which another tab may have written. */
export function changeBasket(how) {
  state = { ...fresh(), ...(load(KEY) ?? state) };
  how(state);
  save(KEY, state);
}

/** Calls back when another tab has changed it. */
export function onBasketChange(changed) {
  addEventListener("storage", ({ key }) => {
    if (key !== KEY && key !== null) return;
    state = { ...fresh(), ...load(KEY) };
    changed();
  });
}
