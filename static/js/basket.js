// What the shopper has chosen, in all tabs; what was typed ends with the tab.

import { changeBasket, DRAFT, keptBasket, KEY } from "./kept-basket.js";
import { load, save } from "./storage.js";

/** Of each plant; six times as many still fit into the 2000 characters of `products`. */
export const MAX_QUANTITY = 50;

const before = load(KEY, "sessionStorage");
if (before) {
  // It can't be loaded, say: the next page tries again.
  await import("./basket-of-before.js").then(({ takeOver }) => takeOver(before), () => {});
}
let draft = load(DRAFT, "sessionStorage") ?? {};

export const basket = {
  /** SKU and quantity of each line, in the order in which they were added. */
  lines: () => Object.entries(keptBasket().lines),
  quantity: (sku) => keptBasket().lines[sku] ?? 0,
  /** By which the shopper knows a plant, even when it isn't sold any more. */
  name: (sku) => keptBasket().names[sku] ?? sku,
  isEmpty: () => basket.lines().length === 0,
  draft: () => draft,

  /** The basket has its key long before it is ordered, so that all tabs know the same one. */
  setQuantity: (sku, quantity, name) =>
    changeBasket((now) => {
      now.lines[sku] = Math.min(quantity, MAX_QUANTITY);
      now.names[sku] = name;
      now.idempotencyKey ??= newKey();
    }),

  remove: (sku) => changeBasket(({ lines }) => delete lines[sku]),

  keepDraft(fields) {
    draft = fields;
    save(DRAFT, fields, "sessionStorage");
  },

  /** The SKUs with commas between, each as often as it is ordered. */
  products: () =>
    basket
      .lines()
      .flatMap(([sku, quantity]) => Array(quantity).fill(sku))
      .join(","),
};

export function newKey() {
  // randomUUID exists only on https and localhost.
  return crypto.randomUUID?.() ?? [...crypto.getRandomValues(new Uint32Array(4))].join("-");
}
