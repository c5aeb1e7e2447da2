// The cart's page: the lines, the order form, and what becomes of the order.

import { pageFor, wordsOf } from "./api.js";
import { basket } from "./basket.js";
import { showLines } from "./cart-lines.js";
import { loadCatalogue } from "./catalogue.js";
import { announce, byId, setText, showView } from "./dom.js";
import { clearErrors, showErrors, showMessage } from "./form-errors.js";
import { showCartCount } from "./header.js";
import { fromServer, pickedMarket, speakFor, texts } from "./language.js";
import { OrderForm } from "./order-form.js";
import { placeOrder } from "./place-order.js";

const form = byId("order");
let catalogue;
let orderForm;
let sending = false;

byId("again").addEventListener("click", () => {
  byId("heading").focus();
  start();
});
form.addEventListener("submit", submit);
start();

async function start() {
  if (basket.isEmpty()) return showView("empty");
  showView("loading");
  try {
    catalogue = await loadCatalogue();
  } catch (problem) {
    byId("trouble").textContent = wordsOf(problem);
    return showView("trouble");
  }
  const gone = takeOutUnknownPlants();
  orderForm = new OrderForm(form, catalogue, showSegment);
  showCart();
  if (gone.length > 0 && !basket.isEmpty())
    showMessage(form, gone.map(texts.noLongerSold).join(" "));
}

function showCart() {
  if (basket.isEmpty()) return showEmptied();
  const market = orderForm.market();
  showLines(byId("lines"), catalogue, market, { onQuantity: showTotal, onRemove: showCart });
  showTotal();
  showView("cart");
}

/** Another country may have another language. */
async function showSegment() {
  if (await speakFor(pickedMarket())) {
    clearErrors(form);
    orderForm.translate();
  }
  showCart();
}

function showTotal() {
  showCartCount();
  const total = catalogue.total(orderForm.market());
  setText(byId("total"), total);
  orderForm.showPayment(total);
}

function showEmptied() {
  showCartCount();
  showView("empty");
  announce(texts.cartEmptied);
  byId("heading").focus();
}

/** Answers the SKUs that are no longer sold. */
function takeOutUnknownPlants() {
  const gone = basket
    .lines()
    .map(([sku]) => sku)
    .filter((sku) => !catalogue.has(sku));
  gone.forEach((sku) => basket.remove(sku));
  return gone;
}

async function submit(event) {
  event.preventDefault();
  if (sending) return;
  const errors = orderForm.errors();
  if (errors.length > 0) return showErrors(form, errors, "lines-heading");
  clearErrors(form);
  setSending(true);
  try {
    const answer = await placeOrder(orderForm.order(), showWait);
    basket.empty();
    const manage = answer.manageToken ? `&manage=${answer.manageToken}` : "";
    // Replaced, so that "back" leads to the shop and not to an order that was sent.
    location.replace(pageFor("success.html", answer.trackingUrl) + manage);
  } catch (problem) {
    setSending(false);
    await showProblem(problem);
  }
}

function setSending(now) {
  sending = now;
  // Not `disabled`, which would take the focus away. What was sent can't be edited meanwhile.
  byId("send").setAttribute("aria-disabled", now);
  if (now) byId("send").focus();
  for (const part of document.querySelectorAll(".field, #lines")) part.inert = now;
  setText(byId("sending"), now ? texts.sending : "");
}

/** Said once; the bar shows how long it still takes. */
function showWait(left, seconds) {
  const bar = byId("wait");
  bar.hidden = left === 0;
  bar.max = seconds;
  bar.value = seconds - left;
  if (left === seconds) setText(byId("sending"), texts.busyRetry(seconds));
  if (left === 0) setText(byId("sending"), texts.sending);
}

async function showProblem(problem) {
  const fields = (problem.errors ?? []).map(({ field, detail }) => ({
    field,
    text: texts.wrong[field] ?? fromServer(detail) ?? texts.refused,
  }));
  if (fields.some(({ field }) => field === "totalPrice" || field === "products"))
    return showNewPrices();
  if (problem.status === 402) return showMessage(form, texts.declined);
  if (problem.status === 409) return showMessage(form, texts.conflict);
  if (fields.length > 0) return showErrors(form, fields, "lines-heading");
  showMessage(form, wordsOf(problem));
}

async function showNewPrices() {
  try {
    catalogue = await loadCatalogue();
    takeOutUnknownPlants();
    orderForm.catalogue = catalogue;
    showCart();
  } catch {
    // The words below still hold: the next attempt asks again.
  }
  if (!basket.isEmpty())
    showErrors(form, [{ field: "totalPrice", text: texts.priceChanged }], "lines-heading");
}
