// The cart's page: the lines and the order form. What orders them is loaded while they are looked
// at.

import { Problem, wordsOf } from "./api.js";
import { basket } from "./basket.js";
import { showLines } from "./cart-lines.js";
import { loadCatalogue } from "./catalogue.js";
import { announce, byId, setText, showView } from "./dom.js";
import { showCartCount } from "./header.js";
import { onBasketChange } from "./kept-basket.js";
import { texts } from "./language.js";
import { OrderForm } from "./order-form.js";

const form = byId("order");
let catalogue;
let orderForm;

byId("again").addEventListener("click", () => {
  byId("heading").focus();
  start();
});
form.addEventListener("submit", order);
onBasketChange(showChange);
start().then(askForLostOrder);

async function start() {
  if (basket.isEmpty()) return showView("empty");
  showView("loading");
  try {
    catalogue = await loadCatalogue();
  } catch (problem) {
    byId("trouble").textContent = wordsOf(problem);
    return showView("trouble");
  }
  takeOutGonePlants();
  orderForm ??= new OrderForm(form, catalogue, showCart);
  showCart();
}

/** A failed attempt to load it is kept under its name, hence the other one. */
const checkout = () => import("./checkout.js").catch(() => import("./checkout.js?again"));

/** What was sent before and never answered is asked for first, and in any case before an order. */
async function askForLostOrder() {
  const loaded = await checkout().catch(() => undefined);
  await loaded?.findLostOrder();
}

async function order(event) {
  event.preventDefault();
  const loaded = await checkout().catch(() => undefined);
  if (!loaded) return setText(byId("sending"), new Problem(0).words);
  await loaded.submit(orderForm, showPricesOfNow);
}

/** The server has other ones than this page. */
async function showPricesOfNow() {
  catalogue = await loadCatalogue();
  orderForm.catalogue = catalogue;
  takeOutGonePlants();
  showCart();
}

/** Another tab has changed the cart, or ordered it. */
function showChange() {
  showCartCount();
  if (!orderForm) return start();
  const { id } = document.activeElement;
  takeOutGonePlants();
  showCart();
  byId(id)?.focus();
  announce(texts.changedElsewhere);
}

function showCart() {
  if (basket.isEmpty()) return showEmptied();
  showLines(byId("lines"), catalogue, orderForm.market(), {
    onQuantity: showTotal,
    onRemove: showCart,
  });
  showTotal();
  showView("cart");
}

function showTotal() {
  showCartCount();
  const total = catalogue.total(basket.lines(), orderForm.market());
  setText(byId("total"), total);
  orderForm.showPayment(total);
}

function showEmptied() {
  showCartCount();
  showView("empty");
  announce(texts.cartEmptied);
  byId("heading").focus();
}

/** Each is named, by the name that it had when it was put into the cart. */
function takeOutGonePlants() {
  const gone = [];
  for (const [sku, quantity] of basket.lines()) {
    const name = basket.name(sku);
    if (!catalogue.has(sku)) {
      gone.push(texts.noLongerSold(name));
      basket.remove(sku);
    } else if (name === sku) basket.setQuantity(sku, quantity, catalogue.name(sku));
  }
  if (gone.length === 0) return;
  byId("gone").hidden = false;
  setText(byId("gone"), gone.join(" "));
}
