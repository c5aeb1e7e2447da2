// The delivery's page, opened from the e-mail's link: choose a time, see the booking, change it
// once.

import { getJson, postJson, wordsOf } from "./api.js";
import { catalogueOrNone, linesOf } from "./catalogue.js";
import { announce, byId, make, setText, showView } from "./dom.js";
import { chosenTime, showTimes } from "./delivery-times.js";
import { clearErrors, clearErrorsOnInput, showErrors, showMessage } from "./form-errors.js";
import "./header.js";
import { readLink } from "./link.js";
import { texts } from "./texts.js";
import { fullTime } from "./times.js";

const form = byId("times");
const link = readLink();
let order;
let sending = false;

addEventListener("hashchange", () => location.reload());
byId("again").addEventListener("click", startAgain);
byId("look-again").addEventListener("click", startAgain);
byId("change").addEventListener("click", () => offerTimes().catch(showTrouble));
byId("keep").addEventListener("click", () => showBooking("focus"));
form.addEventListener("submit", submit);
clearErrorsOnInput(form);
start();

async function start() {
  if (!link) return showView("bad-link");
  showView("loading");
  try {
    order = await postJson("/orderStatus", link);
    showSummary();
    if (order.deliveryTime) return showBooking();
    if (order.status === "RECEIVED" || order.status === "PLACED") return showNotYet();
    await offerTimes();
  } catch (problem) {
    showTrouble(problem);
  }
}

/** The button that was pressed disappears; the heading takes over its focus. */
function startAgain() {
  byId("heading").focus();
  start();
}

async function showSummary() {
  const catalogue = await catalogueOrNone();
  setText(byId("order-id"), String(order.orderId));
  byId("products").replaceChildren(
    ...linesOf(order.products).map(([sku, quantity]) =>
      make("li", {}, `${quantity} × ${catalogue.name(sku)}`),
    ),
  );
  byId("summary").hidden = false;
}

function showNotYet() {
  setText(byId("next-step"), order.nextStep ?? "");
  showView("not-yet");
}

async function offerTimes() {
  const { deliveryOptions } = await getJson("/deliveryTimes");
  const times = deliveryOptions.filter((time) => time !== order.deliveryTime);
  if (times.length === 0) return showView(order.deliveryTime ? "booked" : "none-left", "none-left");
  const changing = Boolean(order.deliveryTime);
  setText(byId("book"), changing ? texts.book.change : texts.book.first);
  byId("keep").hidden = !changing;
  showTimes(times);
  showView("times");
  if (changing) byId("times-heading").focus();
}

async function submit(event) {
  event.preventDefault();
  if (sending) return;
  const deliveryTime = chosenTime(form);
  if (!deliveryTime)
    return showErrors(form, [{ field: "deliveryTime", text: texts.missing.deliveryTime }]);
  if (order.deliveryTime && !(await confirmed(deliveryTime))) return;
  clearErrors(form);
  setSending(true);
  try {
    const booking = await postJson("/bookDelivery", { ...link, deliveryTime });
    order = { ...order, ...booking, changed: Boolean(order.deliveryTime) };
    showBooking("focus");
    announce(texts.booked);
  } catch (problem) {
    await showRefusal(problem);
  } finally {
    setSending(false);
  }
}

function setSending(now) {
  sending = now;
  byId("book").setAttribute("aria-disabled", String(now));
  if (now) announce(texts.booking);
}

/** The only change is worth a question. */
function confirmed(deliveryTime) {
  const dialog = byId("confirm");
  setText(
    byId("confirm-text"),
    texts.confirmChange(fullTime(order.deliveryTime), fullTime(deliveryTime)),
  );
  dialog.returnValue = "no";
  dialog.showModal();
  return new Promise((resolve) => {
    dialog.addEventListener("close", () => resolve(dialog.returnValue === "yes"), { once: true });
  });
}

function showBooking(focus) {
  clearErrors(form);
  byId("booking").replaceChildren(
    make("dt", {}, texts.when),
    make("dd", {}, fullTime(order.deliveryTime)),
  );
  if (order.street) {
    byId("booking").append(
      make("dt", {}, texts.where),
      make("dd", {}, `${order.name}, ${order.street}, ${order.city}`),
    );
  }
  setText(byId("change-note"), changed() ? texts.changedAlready : texts.changeOnce);
  byId("change").hidden = changed();
  showView("booked");
  if (focus) byId("booked-heading").focus();
}

/** Whether the one change was made: on this page, or before, when the timeline has two bookings. */
function changed() {
  const bookings = (order.timeline ?? []).filter(({ event }) => event === "DeliveryBooked");
  return order.changed || bookings.length > 1;
}

/**
 * Taken meanwhile, no change left, not deliverable: everything is asked anew, below the server's
 * words.
 */
async function showRefusal(problem) {
  if (problem.badLink) return showTrouble(problem);
  const changing = Boolean(order.deliveryTime);
  if (problem.status === 409) await start();
  if (problem.status === 409 && changing && !changed()) await offerTimes().catch(showTrouble);
  showMessage(form, wordsOf(problem));
}

function showTrouble(problem) {
  if (problem.refused) {
    byId("summary").hidden = true;
    return showView("bad-link");
  }
  byId("trouble").textContent = wordsOf(problem);
  showView("trouble");
}
