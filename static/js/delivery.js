// The delivery's page, opened from the e-mail's link: choose a time, see the booking, change it
// once.

import { getJson, postJson, wordsOf } from "./api.js";
import { announce, byId, make, setText, showView } from "./dom.js";
import { chosenTime, showTimes } from "./delivery-times.js";
import { clearErrors, clearErrorsOnInput, showErrors, showMessage } from "./form-errors.js";
import { showCartCount } from "./header.js";
import { speakFor, texts } from "./language.js";
import { readLink } from "./link.js";
import { catalogueOrNone, showProducts } from "./order-summary.js";
import { isCancelled, nextStep } from "./progress.js";
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
    const [status, catalogue] = await Promise.all([
      postJson("/orderStatus", link),
      catalogueOrNone(),
    ]);
    order = status;
    if (await speakFor(order.market)) showCartCount();
    showSummary(catalogue);
    if (order.deliveryTime) return showBooking();
    if (notYet()) return showNextStep("not-yet");
    if (isCancelled(order)) return showNextStep("cancelled");
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

function showSummary(catalogue) {
  setText(byId("order-id"), String(order.orderId));
  showProducts(byId("products"), order, catalogue);
}

function showNextStep(view) {
  setText(byId("next-step"), nextStep(order));
  showView(view);
}

async function offerTimes() {
  const { deliveryOptions } = await getJson("/deliveryTimes");
  const times = deliveryOptions.filter((time) => time !== order.deliveryTime);
  if (times.length === 0) return showView(order.deliveryTime ? "booked" : "none-left", "none-left");
  const changing = Boolean(order.deliveryTime);
  setText(byId("book"), changing ? texts.book.change : texts.book.first);
  byId("keep").hidden = !changing;
  showTimes(times, order.timeZone);
  showView("times");
  if (changing) byId("times-heading").focus();
}

async function submit(event) {
  event.preventDefault();
  if (sending) return;
  const deliveryTime = chosenTime(form);
  if (!deliveryTime)
    return showErrors(form, [{ field: "deliveryTime", text: texts.chooseTime }]);
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
    texts.confirmChange(
      fullTime(order.deliveryTime, order.timeZone),
      fullTime(deliveryTime, order.timeZone),
    ),
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
    make("dd", { class: "booked-time" }, fullTime(order.deliveryTime, order.timeZone)),
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
  if (!notAsThought(problem)) return showMessage(form, wordsOf(problem));
  const changing = Boolean(order.deliveryTime);
  await start();
  if (isCancelled(order)) return byId("heading").focus();
  if (changing && !changed()) await offerTimes().catch(showTrouble);
  showMessage(form, conflict());
}

/** Order or times have changed since this page asked for them. */
function notAsThought({ status, errors = [] }) {
  return status === 409 || errors.some(({ field }) => field?.endsWith("deliveryTime"));
}

/** What was in the way, as far as the order itself can tell. */
function conflict() {
  if (changed()) return texts.limitReached;
  if (notYet()) return texts.notDeliverable;
  return texts.taken;
}

function notYet() {
  return order.status === "RECEIVED" || order.status === "PLACED";
}

function showTrouble(problem) {
  if (problem.refused) return showView("bad-link");
  byId("trouble").textContent = wordsOf(problem);
  showView("trouble");
}
