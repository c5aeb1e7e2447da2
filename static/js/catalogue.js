// The plants and markets as the server knows them, and money as a market writes it.

import { getJson } from "./api.js";
import { money } from "./formats.js";

/** Orders are priced in US dollars, whatever the market pays in. */
export const PRICING_MARKET = "US";

export async function loadCatalogue() {
  return new Catalogue(await getJson("/products"));
}

export class Catalogue {
  constructor({ products, markets }) {
    this.products = new Map(products.map((product) => [product.sku, product]));
    this.markets = new Map(markets.map((market) => [market.market, market]));
  }

  has(sku) {
    return this.products.has(sku);
  }

  name(sku) {
    return this.products.get(sku)?.name ?? sku;
  }

  price(sku, market, quantity = 1) {
    const { amount, currency } = this.products.get(sku).prices[market];
    return this.money(amount * quantity, currency, market);
  }

  /** Of lines of SKU and quantity. */
  total(lines, market) {
    return this.money(this.sum(lines, market), this.markets.get(market).currency, market);
  }

  /** Customer types of all markets, each once. */
  customerTypes() {
    return [...new Set([...this.markets.values()].flatMap((market) => market.customerTypes))];
  }

  marketsFor(customerType) {
    return [...this.markets.values()]
      .filter((market) => market.customerTypes.includes(customerType))
      .map((market) => market.market);
  }

  sum(lines, market) {
    return lines.reduce(
      (sum, [sku, quantity]) => sum + this.products.get(sku).prices[market].amount * quantity,
      0,
    );
  }

  money(amount, currency, market) {
    return money(amount, currency, this.markets.get(market)?.locale ?? "en-US");
  }
}
