// The order's own page: what was ordered, where it stands, what happens next; it follows the order
// live.

import { pageFor } from "./api.js";
import { byId, setText, showView } from "./dom.js";
import "./header.js";
import { texts } from "./language.js";
import { orderTotal, productsOrNone, showProducts } from "./order-summary.js";
import { watchOrder } from "./order-watch.js";
import { readOwnLink } from "./own-link.js";
import { isCancelled, nextStep } from "./progress.js";
import { showSteps } from "./steps.js";
import { fullTime } from "./formats.js";

const link = readOwnLink();
const trouble = byId("trouble");
let products;
let order;

// Another order's link was pasted into this tab.
addEventListener("hashchange", () => location.reload());
onClick("copy", "pass-link", ({ copyLink }) => copyLink());
onClick("mail-link", "pass-link", ({ mailLink }) => mailLink(link));
onClick("cancel", "cancel-order", ({ cancelOrder }) => cancelOrder(order, link, showOrder));
start();

async function start() {
  if (!link) return showView(location.hash ? "bad-link" : "no-link");
  byId("keep").href = location.href;
  byId("copy").hidden = !navigator.clipboard;
  productsOrNone().then(useProducts);
  try {
    await watchOrder(link, showOrder, showTrouble);
  } catch (problem) {
    if (!problem.refused) throw problem;
    trouble.hidden = true;
    showView("bad-link");
  }
}

/** What few do is loaded only then. */
function onClick(id, file, act) {
  byId(id).addEventListener("click", () => import(`./${file}.js`).then(act).catch(showTrouble));
}

function useProducts(loaded) {
  products = loaded;
  if (order) showOrder(order);
}

async function showOrder(latest) {
  order = latest;
  document.title = texts.orderTitle(order.orderId);
  trouble.hidden = true;
  setText(byId("next-step"), nextStep(order));
  setText(byId("order-id"), String(order.orderId));
  showSteps(byId("steps"), order, order.timeZone);
  showProducts(byId("products"), order, products);
  showDelivery();
  byId("cancel").hidden = !order.cancelToken;
  byId("theirs").hidden = !mayDoMore();
  showView(isCancelled(order) ? "cancelled" : "order");
  if (products || order.charged) setText(byId("total"), await orderTotal(order, products));
}

/** Whether the customer could do with the order what who only has its tracking link can't. */
function mayDoMore() {
  const { canBook, deliveryUrl, canCancel, cancelToken } = order;
  return (canBook && !deliveryUrl) || (canCancel && !cancelToken);
}

function showDelivery() {
  const { deliveryTime, deliveryUrl, timeZone } = order;
  byId("delivery").hidden = !deliveryTime;
  if (deliveryTime) setText(byId("delivery-time"), fullTime(deliveryTime, timeZone));
  const choose = byId("choose-time");
  choose.hidden = !deliveryUrl || Boolean(deliveryTime);
  if (deliveryUrl) choose.firstElementChild.href = pageFor("delivery.html", deliveryUrl);
}

function showTrouble(problem) {
  setText(trouble, order ? texts.trackingInterrupted : problem.words);
  trouble.hidden = false;
}
