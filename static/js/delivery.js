// The delivery's page, opened from the e-mail's link: choose a time, see the booking, change it
// once.

import { getJson, postJson, wordsOf } from "./api.js";
import { announce, byId, make, setText, showView } from "./dom.js";
import { chosenTime, showTimes } from "./delivery-times.js";
import { clearErrors, clearErrorsOnInput, showErrors, showMessage } from "./form-errors.js";
import "./header.js";
import { texts } from "./language.js";
import { readLink } from "./link.js";
import { orderTotal, productsOrNone, showProducts } from "./order-summary.js";
import { isCancelled, nextStep } from "./progress.js";
import { fullTime } from "./formats.js";

const MAX_ATTEMPTS = 5;

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
    const [status, products] = await Promise.all([
      postJson("/orderStatus", link),
      productsOrNone(),
    ]);
    order = status;
    await showSummary(products);
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

async function showSummary(products) {
  setText(byId("order-id"), String(order.orderId));
  showProducts(byId("products"), order, products);
  setText(byId("total"), await orderTotal(order, products));
}

function showNextStep(view) {
  setText(byId("next-step"), nextStep(order));
  showView(view);
}

async function offerTimes() {
  const query = new URLSearchParams({ market: order.market });
  if (order.deliveryZone) query.set("zone", order.deliveryZone);
  if (order.canChange) query.set("change", "true");
  const { deliveryOptions } = await getJson(`/deliveryTimes?${query}`);
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
  clearErrors(form);
  try {
    if (order.deliveryTime && !(await confirmed(deliveryTime))) return;
    setSending(true);
    await book(deliveryTime);
    showBooking("focus");
    announce(texts.booked);
  } catch (problem) {
    await showRefusal(problem);
  } finally {
    setSending(false);
  }
}

/** In place of the booking that this page shows, and of no other. */
async function book(deliveryTime) {
  const { orderId, token } = link;
  const expectedTime = order.deliveryTime ?? "none";
  const choice = { orderId, token, deliveryTime };
  // An older server doesn't know it, nor what it tells of changes.
  if ("canChange" in order) choice.expectedTime = expectedTime;
  const booking = await send(choice);
  const latest = await postJson("/orderStatus", link).catch(() => order);
  order = { ...latest, ...booking, changed: expectedTime !== "none" };
}

/** Another booking of the order may be under way. */
async function send(choice, attempts = MAX_ATTEMPTS) {
  try {
    return await postJson("/bookDelivery", choice);
  } catch (problem) {
    if (!problem.inProgress || attempts === 1) throw problem;
    await new Promise((resolve) => setTimeout(resolve, problem.retryAfterSeconds * 1000));
    return send(choice, attempts - 1);
  }
}

function setSending(now) {
  sending = now;
  byId("book").setAttribute("aria-disabled", String(now));
  if (now) announce(texts.booking);
}

/** The only change is worth a question. */
async function confirmed(deliveryTime) {
  const { confirmChange } = await import("./confirm-change.js");
  return confirmChange(order, deliveryTime);
}

function showBooking(focus) {
  clearErrors(form);
  byId("booking").replaceChildren(
    make("dt", {}, texts.when),
    make("dd", { class: "booked-time" }, fullTime(order.deliveryTime, order.timeZone)),
  );
  if (order.street) {
    const region = [order.state, order.postalCode].filter(Boolean).join(" ");
    byId("booking").append(
      make("dt", {}, texts.where),
      make("dd", {}, [order.name, order.street, order.city, region].filter(Boolean).join(", ")),
    );
  }
  setText(byId("change-note"), changeNote());
  byId("change").hidden = !changeable();
  showView("booked");
  if (focus) byId("booked-heading").focus();
}

function changeNote() {
  const { changeUntil, timeZone } = order;
  if (!changeable()) return changed() ? texts.changedAlready : texts.tooLate;
  return changeUntil ? texts.changeUntil(fullTime(changeUntil, timeZone)) : texts.changeOnce;
}

const changeable = () => order.canChange ?? !changed();

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
  if (problem.current && (changeable() || !order.deliveryTime))
    return showMessage(form, texts.stale);
  if (changing && changeable()) await offerTimes().catch(showTrouble);
  showMessage(form, conflict());
}

/** Order or times have changed since this page asked for them. */
function notAsThought({ status, busy, errors = [] }) {
  return (status === 409 && !busy) || errors.some(({ field }) => field?.endsWith("deliveryTime"));
}

/** What was in the way, as far as the order itself can tell. */
function conflict() {
  if (changed()) return texts.limitReached;
  if (order.deliveryTime && !changeable()) return texts.tooLate;
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
