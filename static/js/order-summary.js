// The plants of an order that was made, and what it cost, as its own page and its delivery's show
// them.

import { Catalogue, loadCatalogue, PRICING_MARKET } from "./catalogue.js";
import { make, picture } from "./dom.js";

/** These pages can do without names: SKUs and dollars are shown then. */
export function catalogueOrNone() {
  return loadCatalogue().catch(() => new Catalogue({ products: [], markets: [] }));
}

export function showProducts(list, order, catalogue) {
  list.replaceChildren(
    ...linesOf(order).map(([sku, quantity]) =>
      make("li", {}, picture(sku), `${quantity} × ${catalogue?.name(sku) ?? sku}`),
    ),
  );
}

/** In the order's market; in dollars when the prices aren't the same any more. */
export function orderTotal(order, catalogue) {
  const { market, totalPrice } = order;
  const lines = linesOf(order);
  const priced = lines.every(([sku]) => catalogue.has(sku)) && catalogue.markets.has(market);
  return priced && catalogue.sum(lines, PRICING_MARKET) === totalPrice
    ? catalogue.money(catalogue.sum(lines, market), catalogue.markets.get(market).currency, market)
    : catalogue.money(totalPrice, "USD", PRICING_MARKET);
}

/** "BB001,LB001,BB001" as lines of SKU and quantity. */
function linesOf({ products }) {
  const quantities = new Map();
  for (const sku of products.split(",")) quantities.set(sku, (quantities.get(sku) ?? 0) + 1);
  return [...quantities];
}
