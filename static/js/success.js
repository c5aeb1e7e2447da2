// The order's own page: what was ordered, where it stands, what happens next; it follows the order
// live.

import { pageFor } from "./api.js";
import { announce, byId, setText, showView } from "./dom.js";
import { showCartCount } from "./header.js";
import { speakFor, texts } from "./language.js";
import { readLink } from "./link.js";
import { catalogueOrNone, orderTotal, showProducts } from "./order-summary.js";
import { watchOrder } from "./order-watch.js";
import { isCancelled, nextStep } from "./progress.js";
import { showSteps } from "./steps.js";
import { fullTime } from "./times.js";

const trouble = byId("trouble");
let catalogue;
let order;

// Another order's link was pasted into this tab.
addEventListener("hashchange", () => location.reload());
byId("copy").addEventListener("click", copyLink);
byId("cancel").addEventListener("click", cancel);
start();

async function start() {
  const link = readLink();
  if (!link) return showView(location.hash ? "bad-link" : "no-link");
  byId("keep").href = location.href;
  byId("copy").hidden = !navigator.clipboard;
  catalogueOrNone().then(useCatalogue);
  try {
    await watchOrder(link, showOrder, showTrouble);
  } catch (problem) {
    if (!problem.refused) throw problem;
    trouble.hidden = true;
    showView("bad-link");
  }
}

async function cancel() {
  try {
    const { cancelOrder } = await import("./cancel-order.js");
    await cancelOrder(order, showOrder);
  } catch (unreachable) {
    showTrouble(unreachable);
  }
}

async function copyLink() {
  try {
    await navigator.clipboard.writeText(byId("keep").href);
    announce(texts.linkCopied);
  } catch {
    // Not allowed: the link itself is beside the button.
  }
}

function useCatalogue(loaded) {
  catalogue = loaded;
  if (order) showOrder(order);
}

async function showOrder(latest) {
  order = latest;
  if (await speakFor(order.market)) showCartCount();
  document.title = texts.orderTitle(order.orderId);
  trouble.hidden = true;
  setText(byId("next-step"), nextStep(order));
  setText(byId("order-id"), String(order.orderId));
  showSteps(byId("steps"), order, order.timeZone);
  showProducts(byId("products"), order, catalogue);
  setText(byId("total"), catalogue ? orderTotal(order, catalogue) : "…");
  showDelivery();
  byId("cancel").hidden = !order.cancelToken;
  showView(isCancelled(order) ? "cancelled" : "order");
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
