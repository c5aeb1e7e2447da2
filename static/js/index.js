// The shop window: puts plants into the cart and shows prices in the chosen market's money.

import { basket, MAX_QUANTITY } from "./basket.js";
import { loadCatalogue } from "./catalogue.js";
import { announce, byId, make } from "./dom.js";
import { showCartCount } from "./header.js";
import { texts } from "./texts.js";

const marketSwitch = byId("market");

showQuantities();
for (const form of document.querySelectorAll(".add")) form.addEventListener("submit", addToCart);
showLocalPrices();

function addToCart(event) {
  event.preventDefault();
  const form = event.currentTarget;
  const { sku } = form.dataset;
  const name = form.closest(".card").querySelector("h2").textContent;
  const wanted = basket.quantity(sku) + form.elements.quantity.valueAsNumber;
  basket.setQuantity(sku, wanted);
  form.elements.quantity.value = 1;
  showCartCount();
  showQuantities();
  announce(wanted > MAX_QUANTITY ? texts.atMost(MAX_QUANTITY) : texts.added(name, basket.count()));
  if (wanted > MAX_QUANTITY) inCart(sku).append(`. ${texts.atMost(MAX_QUANTITY)}`);
}

function showQuantities() {
  for (const { dataset } of document.querySelectorAll(".add")) {
    inCart(dataset.sku).textContent = texts.inCart(basket.quantity(dataset.sku));
  }
}

function inCart(sku) {
  return document.querySelector(`[data-in-cart="${sku}"]`);
}

async function showLocalPrices() {
  marketSwitch.value = basket.market();
  try {
    const catalogue = await loadCatalogue();
    offerMarkets(catalogue);
    marketSwitch.addEventListener("change", () => chooseMarket(catalogue));
    showPrices(catalogue);
  } catch {
    // The page's own prices are right for the US; nobody should take them for pesos.
    marketSwitch.value = "US";
    marketSwitch.disabled = true;
    byId("prices-trouble").textContent = texts.onlyUsPrices;
    byId("prices-trouble").hidden = false;
  }
}

function offerMarkets(catalogue) {
  // Somebody may have switched while the catalogue was under way.
  const chosen = marketSwitch.value;
  marketSwitch.replaceChildren(
    ...[...catalogue.markets.values()].map((market) =>
      make("option", { value: market.market }, texts.marketOption(market)),
    ),
  );
  marketSwitch.value = catalogue.markets.has(chosen) ? chosen : "US";
  basket.chooseMarket(marketSwitch.value);
}

function chooseMarket(catalogue) {
  basket.chooseMarket(marketSwitch.value);
  showPrices(catalogue);
  announce(texts.pricesIn(catalogue.markets.get(marketSwitch.value)));
}

function showPrices(catalogue) {
  for (const price of document.querySelectorAll("[data-price]")) {
    const sku = price.dataset.price;
    if (!catalogue.has(sku)) continue;
    price.value = catalogue.products.get(sku).prices[marketSwitch.value].amount;
    price.textContent = catalogue.price(sku, marketSwitch.value);
  }
}
