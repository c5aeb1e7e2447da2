// The shop window: puts plants into the cart, and shows prices in the chosen market's money.

import { basket, MAX_QUANTITY } from "./basket.js";
import { loadCatalogue } from "./catalogue.js";
import { announce, byId, make } from "./dom.js";
import { showCartCount } from "./header.js";
import { countPlants, onBasketChange } from "./kept-basket.js";
import { texts } from "./language.js";
import { pickedMarket, pickMarket } from "./market.js";

const marketSwitch = byId("market");

showQuantities();
onBasketChange(showQuantities);
for (const form of document.querySelectorAll(".add")) form.addEventListener("submit", addToCart);
showLocalPrices();

function addToCart(event) {
  event.preventDefault();
  const form = event.currentTarget;
  const { sku } = form.dataset;
  const name = form.closest(".card").querySelector("h3").textContent;
  const wanted = basket.quantity(sku) + form.elements.quantity.valueAsNumber;
  basket.setQuantity(sku, wanted, name);
  form.elements.quantity.value = 1;
  showCartCount();
  showQuantities();
  announce(wanted > MAX_QUANTITY ? texts.atMost(MAX_QUANTITY) : texts.added(name, countPlants()));
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
  marketSwitch.value = pickedMarket();
  try {
    const catalogue = await loadCatalogue();
    offerMarkets(catalogue);
    marketSwitch.addEventListener("change", () => changeMarket(catalogue));
    changeMarket(catalogue);
  } catch {
    // The page's own prices are right for the US; nobody should take them for pesos.
    marketSwitch.value = "US";
    marketSwitch.disabled = true;
    byId("prices-trouble").textContent = texts.onlyUsPrices;
    byId("prices-trouble").hidden = false;
  }
}

/** Each market by the name that its own people give it. */
function offerMarkets(catalogue) {
  // Somebody may have switched while the catalogue was under way.
  const chosen = marketSwitch.value;
  marketSwitch.replaceChildren(
    ...[...catalogue.markets.values()].map(({ market: name, currency, locale }) => {
      const country = new Intl.DisplayNames(locale, { type: "region" }).of(name);
      return make("option", { value: name }, `${country} (${currency})`);
    }),
  );
  marketSwitch.value = catalogue.markets.has(chosen) ? chosen : "US";
}

function changeMarket(catalogue) {
  const another = marketSwitch.value !== pickedMarket();
  pickMarket(marketSwitch.value);
  showPrices(catalogue);
  if (another) announce(texts.pricesIn(catalogue.markets.get(pickedMarket()).currency));
}

function showPrices(catalogue) {
  for (const price of document.querySelectorAll("[data-price]")) {
    const sku = price.dataset.price;
    if (!catalogue.has(sku)) {
      takeOff(sku);
      continue;
    }
    const { amount, currency } = catalogue.products.get(sku).prices[pickedMarket()];
    price.value = amount;
    price.textContent = catalogue.price(sku, pickedMarket());
    const offer = price.closest("[itemprop=offers]");
    offer.querySelector("[itemprop=price]").content = (amount / 100).toFixed(2);
    offer.querySelector("[itemprop=priceCurrency]").content = currency;
  }
}

/** The page is older than the catalogue. */
function takeOff(sku) {
  document
    .querySelector(`.add[data-sku="${sku}"]`)
    ?.replaceWith(make("p", { class: "hint" }, texts.noLongerSold));
}
