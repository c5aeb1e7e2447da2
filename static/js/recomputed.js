// Orders once had no record of what was charged.

import { Catalogue, PRICING_MARKET } from "./catalogue.js";

/** In the order's market; in dollars when the prices aren't the same any more. */
export function recomputed({ market, totalPrice }, lines, products) {
  const catalogue = new Catalogue(products);
  const priced = lines.every(([sku]) => catalogue.has(sku)) && catalogue.markets.has(market);
  return priced && catalogue.sum(lines, PRICING_MARKET) === totalPrice
    ? catalogue.total(lines, market)
    : catalogue.money(totalPrice, "USD", PRICING_MARKET);
}
