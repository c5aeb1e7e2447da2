// The plants of an order that was made, and what it cost, as its own page and its delivery's show
// them.

import { getJson } from "./api.js";
import { make, picture } from "./dom.js";
import { money } from "./formats.js";

/** What is sold today; these pages can do without, and show SKUs and dollars then. */
export const productsOrNone = () =>
  getJson("/products").catch(() => ({ products: [], markets: [] }));

export function showProducts(list, order, { products } = { products: [] }) {
  const names = new Map(products.map(({ sku, name }) => [sku, name]));
  list.replaceChildren(
    ...linesOf(order).map(([sku, quantity]) =>
      make("li", {}, picture(sku), `${quantity} × ${names.get(sku) ?? sku}`),
    ),
  );
}

/** What was charged or goes back: {amount, currency}, as the server has it on record. */
export const recorded = ({ amount, currency }) => money(amount, currency);

/** What was charged or invoiced; of an order without a record, what today's prices tell of it. */
export async function orderTotal(order, products) {
  if (order.charged) return recorded(order.charged);
  const { recomputed } = await import("./recomputed.js");
  return recomputed(order, linesOf(order), products);
}

/** "BB001,LB001,BB001" as lines of SKU and quantity. */
function linesOf({ products }) {
  const quantities = new Map();
  for (const sku of products.split(",")) quantities.set(sku, (quantities.get(sku) ?? 0) + 1);
  return [...quantities];
}
