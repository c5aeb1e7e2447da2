// The order's own page: what was ordered, where it stands, what happens next; it follows the order
// live.

import { linesOf, catalogueOrNone } from "./catalogue.js";
import { byId, make, setText, showView } from "./dom.js";
import "./header.js";
import { pageFor, readLink } from "./link.js";
import { watchOrder } from "./order-watch.js";
import { showSteps } from "./steps.js";
import { texts } from "./texts.js";
import { fullTime } from "./times.js";

const trouble = byId("trouble");
let catalogue;
let order;

// Another order's link was pasted into this tab.
addEventListener("hashchange", () => location.reload());
start();

async function start() {
  const link = readLink();
  if (!link) return showView(location.hash ? "bad-link" : "no-link");
  byId("keep").href = location.href;
  catalogueOrNone().then(nameProducts);
  try {
    await watchOrder(link, showOrder, showTrouble);
  } catch (problem) {
    if (!problem.refused) throw problem;
    trouble.hidden = true;
    showView("bad-link");
  }
}

function nameProducts(loaded) {
  catalogue = loaded;
  if (order) showOrder(order);
}

function showOrder(latest) {
  order = latest;
  document.title = texts.orderTitle(order.orderId);
  trouble.hidden = true;
  setText(byId("next-step"), order.nextStep ?? "");
  setText(byId("order-id"), String(order.orderId));
  showSteps(byId("steps"), order);
  showProducts();
  showDelivery();
  showView("order");
}

function showProducts() {
  const lines = linesOf(order.products);
  byId("products").replaceChildren(
    ...lines.map(([sku, quantity]) =>
      make("li", {}, `${quantity} × ${catalogue?.name(sku) ?? sku}`),
    ),
  );
  setText(byId("total"), catalogue?.orderTotal(lines, order.totalPrice, order.market) ?? "…");
}

function showDelivery() {
  for (const element of document.querySelectorAll(".delivery"))
    element.hidden = !order.deliveryTime;
  if (order.deliveryTime) setText(byId("delivery-time"), fullTime(order.deliveryTime));
  const choose = byId("choose-time");
  choose.hidden = !order.deliveryUrl || Boolean(order.deliveryTime);
  if (order.deliveryUrl)
    choose.firstElementChild.href = pageFor("delivery.html", order.deliveryUrl);
}

function showTrouble(problem) {
  setText(trouble, order ? texts.trackingInterrupted : problem.words);
  trouble.hidden = false;
}
